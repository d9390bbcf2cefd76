"""What is asked about a workspace."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from .meanwhile import MeanwhileForm
from .names import NameField


class SettingsForm(MeanwhileForm):
    """The name of a workspace, and how long it keeps what is personal."""

    name = NameField(label=_("Name of the workspace"), max_length=200)
    retention_months = forms.TypedChoiceField(
        label=_("Names, addresses and notes of respondents"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Counted from the last change of a final assessment. Stages and every score stay as they are."),
        choices=[
            ("", _("Keep them")),
            ("6", _("Erase them 6 months after an assessment is final")),
            ("12", _("Erase them 12 months after an assessment is final")),
            ("24", _("Erase them 24 months after an assessment is final")),
            ("36", _("Erase them 36 months after an assessment is final")),
            ("60", _("Erase them 60 months after an assessment is final")),
        ],
    )
