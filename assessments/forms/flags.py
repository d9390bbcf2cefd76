"""What is asked when people raise or close a red flag."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from ..files.limits import NOTE
from .framework_choices import flag_choices
from .texts import TextField


class RaiseFlagForm(forms.Form):
    """Which flag, and what was seen."""

    flag = forms.ChoiceField(label=_("Red flag"))
    evidence = TextField(
        label=_("What have you seen?"),
        max_length=NOTE,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What happened, when, and how often. Others should be able to check it."),
    )

    def __init__(self, *args: Any, is_open: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Choose a red flag")), *flag_choices(is_open)]
        cast(forms.ChoiceField, self.fields["flag"]).choices = choices


class CloseFlagForm(forms.Form):
    """Why the flag is no longer true."""

    reason = TextField(
        label=_("What has changed?"),
        max_length=NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What was done, and how you know that customers no longer meet it. It stays in the history."),
    )
