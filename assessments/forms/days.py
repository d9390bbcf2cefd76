"""A day as a field of a form."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..content.days import iso_day
from ..files.limits import FIRST_DAY, LAST_DAY


class DayField(forms.DateField):
    """A day written as YYYY-MM-DD, as browsers send it, and no other way; asked for by the browser’s own picker.

    It lies between `first` and `last`, so that a slip in the year is seen, and months can be counted from it.
    """

    default_error_messages = forms.DateField.default_error_messages | {
        "invalid": _("Write days as year-month-day, for example 2026-10-31."),
        "beyond": _("Choose a day from %(first)s to %(last)s."),
    }

    def __init__(self, *, first: datetime.date = FIRST_DAY, last: datetime.date = LAST_DAY, **options: Any) -> None:
        options.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(**options)
        self.first, self.last = first, last

    def validate(self, value: datetime.date | None) -> None:
        super().validate(value)
        if value and not self.first <= value <= self.last:
            limits = {"first": self.first, "last": self.last}
            raise ValidationError(self.error_messages["beyond"], code="beyond", params=limits)

    def to_python(self, value: Any) -> datetime.date | None:
        """The day; None where nothing was written."""
        if value in self.empty_values or isinstance(value, datetime.date):
            return super().to_python(value)
        day = iso_day(str(value).strip())
        if day is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day


class LastDayField(DayField):
    """The last day of something that may have none: today or later, or as it is `known` already."""

    default_error_messages = DayField.default_error_messages | {
        "over": _("This day is over. Choose today or later, or leave it empty."),
    }
    known: datetime.date | None = None

    def validate(self, value: datetime.date | None) -> None:
        super().validate(value)
        if value and value < timezone.localdate() and value != self.known:
            raise ValidationError(self.error_messages["over"], code="over")
