"""What we ask about a company."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from ..words.labels import INDUSTRIES, SIZES
from .meanwhile import MeanwhileForm
from .names import NameField


class CompanyForm(forms.Form):
    """A name; industry and size if they are known."""

    name = NameField(label=_("Name of the company"), max_length=200)
    industry = forms.ChoiceField(
        label=_("Industry"), required=False, choices=[("", _("Not said")), *INDUSTRIES.items()]
    )
    size = forms.ChoiceField(label=_("Size"), required=False, choices=[("", _("Not said")), *SIZES.items()])


class CompanyEditForm(MeanwhileForm, CompanyForm):
    """The same, and how often it is assessed."""

    round_months = forms.TypedChoiceField(
        label=_("A next round is due"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[
            ("", _("Whenever you like: nobody is reminded")),
            (6, _("6 months after the last")),
            (12, _("12 months after the last")),
        ],
        help_text=_("Whoever may start it gets one e-mail when it is due."),
    )
