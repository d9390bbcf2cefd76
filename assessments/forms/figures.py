"""What we ask for a month’s key figures of one kind."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..voice.figures import FIELDS, Field, faults
from ..voice.windows import first_of
from ..words.labels import FIGURE_FIELDS

EARLIEST = datetime.date(2000, 1, 1)
SOURCE = gettext_lazy("Where the numbers come from, so that next month is counted the same way.")


class FigureForm(forms.Form):
    """A month, where it was counted, the numbers of the kind, and their source. `today` bounds the month."""

    def __init__(self, kind: str, today: datetime.date, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind, self.today = kind, today
        self.fields["month"] = forms.CharField(
            label=_("Month"),
            help_text=_("As year and month, for example 2026-10."),
            widget=forms.TextInput(attrs={"type": "month", "max": f"{today:%Y-%m}"}),
        )
        for each in FIELDS[kind]:
            self.fields[each.name] = _field(kind, each)
        self.fields["touchpoint"] = forms.CharField(
            label=_("Touchpoint (optional)"),
            max_length=120,
            required=False,
            help_text=_("Empty for the whole company."),
        )
        self.fields["source"] = forms.CharField(
            label=_("Source (optional)"), max_length=200, required=False, help_text=SOURCE
        )

    def clean_month(self) -> datetime.date:
        """The first day of a month that has begun."""
        try:
            month = first_of(self.cleaned_data["month"].strip())
        except ValueError:
            raise forms.ValidationError(_("Write the month as year and month, for example 2026-10.")) from None
        if month > self.today:
            raise forms.ValidationError(_("This month has not begun yet."))
        if month < EARLIEST:
            raise forms.ValidationError(_("Choose a month from 2000 on."))
        return month

    def clean(self) -> dict[str, Any]:
        """What cannot be right together is said at the number it concerns."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors.keys() & {each.name for each in FIELDS[self.kind]}:
            for fault in faults(self.kind, self.numbers):
                other = str(FIGURE_FIELDS.get((self.kind, fault.other), ""))
                self.add_error(fault.field, _said(fault.kind, other))
        return cleaned

    @property
    def numbers(self) -> dict[str, float]:
        """The numbers that were entered, by name."""
        given = {each.name: self.cleaned_data.get(each.name) for each in FIELDS[self.kind]}
        return {name: float(value) for name, value in given.items() if value is not None}


def _field(kind: str, each: Field) -> forms.FloatField:
    label: str | Promise = FIGURE_FIELDS[kind, each.name]
    label = _("%(label)s (optional)") % {"label": label} if each.optional else label
    step = 1 if each.unit in ("count", "steps") else "any"
    return forms.FloatField(
        label=label,
        required=not each.optional,
        widget=forms.NumberInput(attrs={"step": step, "min": 0, "inputmode": "decimal"}),
    )


def _said(kind: str, other: str) -> str:
    if kind == "whole":
        return _("This is counted in whole numbers.")
    if kind == "outside":
        return _("This number is below zero or too large.")
    if kind == "above":
        return _("This cannot be more than the number it is a part of: “%(other)s”.") % {"other": other}
    return _("Enter a number.")
