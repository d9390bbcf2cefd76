"""What we ask about a company."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ..labels import INDUSTRIES, SIZES


class CompanyForm(forms.Form):
    """A name; industry and size if they are known."""

    name = forms.CharField(label=_("Name of the company"), max_length=200)
    industry = forms.ChoiceField(
        label=_("Industry"), required=False, choices=[("", _("Not said")), *INDUSTRIES.items()]
    )
    size = forms.ChoiceField(label=_("Size"), required=False, choices=[("", _("Not said")), *SIZES.items()])
