"""What we ask when a milestone is kept."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class MilestoneForm(forms.Form):
    """Its name alone: everything else is what is there."""

    name = forms.CharField(
        label=_("Name of the milestone"),
        max_length=200,
        help_text=_("What it stands for: “Before the reorganisation”, “As shown to the board”."),
    )
