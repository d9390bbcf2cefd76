"""What people settle about plans: how much a lane takes, and what they hear of them."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class CapacityForm(forms.Form):
    """The effort points that fit into a lane."""

    capacity = forms.IntegerField(
        label=_("Effort points that fit into a lane"),
        min_value=1,
        max_value=99,
        help_text=_("A small effort counts 1 point, a medium one 2, a large one 3."),
    )
