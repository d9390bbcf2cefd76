"""What we ask before an assessment goes on to its next state, or back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .days import LastDayField


class MoveForm(forms.Form):
    """Nothing but a yes; a last day where it opens; a reason where it goes back."""

    closes_on = LastDayField(
        label=_("Last day for answers (optional)"),
        required=False,
        help_text=_("At the end of this day the assessment closes by itself."),
    )
    reason = forms.CharField(
        label=_("Why?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The audit trail keeps it, for whoever asks later."),
        error_messages={"required": _("Give a reason: people have seen it closed.")},
    )

    def __init__(self, *args: Any, opens: bool, back: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not opens:
            del self.fields["closes_on"]
        if not back:
            del self.fields["reason"]
