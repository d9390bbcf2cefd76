"""Who does it, and until when: asked in a row, before a review ends."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .days import DayField
from .texts import LineField


class OwnerForm(forms.Form):
    """Owner, address and date of one item; all may stay open."""

    owner = LineField(label=pgettext_lazy("of work", "Owner"), max_length=150, required=False)
    owner_email = forms.EmailField(label=_("E-mail address of the owner"), required=False)
    due_on = DayField(label=_("Due"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "form-control form-control-sm"

    def clean_owner_email(self) -> str:
        return str(self.cleaned_data["owner_email"]).lower()

    @property
    def is_filled(self) -> bool:
        """Whether anything was said."""
        return any(self.cleaned_data.values())

    @property
    def is_complete(self) -> bool:
        """Whether it has an owner and a date."""
        return bool(self.cleaned_data["owner"] and self.cleaned_data["due_on"])
