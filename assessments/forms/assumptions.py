"""A row of the assumption ledger as a form: all of it or nothing, shares written in percent."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..reports.value_words import in_percent, kind_of, source_text, unit_text
from ..value.ledger import Assumption
from ..value.parameters import PARAMETERS
from .days import DayField

NUMBERS = ("low", "base", "high")
FIELDS = (*NUMBERS, "source", "detail", "owner", "noted_on")
SOURCES = ("own-data", "finance", "assumption")
GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")  # as this app writes thousands itself: 12,000


class RowForm(forms.Form):
    """One row. `key` is fixed; three empty numbers mean that there is no such row. `row` is set once it is valid.

    Its page sends along, as `seen`, what the row said when it was shown: who has changed nothing in it keeps what
    somebody else has put there meanwhile, and who has is shown theirs first.
    """

    def __init__(self, key: str, name: str, today: datetime.date, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.key, self.name, self.unit = key, name, unit_text(key)
        self.row: Assumption | None = None
        for field, label in (
            ("low", pgettext("of a range", "Low")),
            ("base", pgettext("of a range", "Most likely")),
            ("high", pgettext("of a range", "High")),
        ):
            self.fields[field] = _number(name, label)
        choices = [("", "–"), *((each, source_text(each)) for each in SOURCES)]
        chosen = forms.Select(attrs=_said(name, _("Source"), "form-select"))
        self.fields["source"] = forms.ChoiceField(label=_("Source"), required=False, choices=choices, widget=chosen)
        self.fields["detail"] = _text(name, _("Source in detail"), 500)
        self.fields["owner"] = _text(name, pgettext("of a number", "Owner"), 150)
        day = forms.DateInput(attrs={"type": "date", **_said(name, _("Date"))}, format="%Y-%m-%d")
        self.fields["noted_on"] = DayField(label=_("Date"), required=False, initial=today, widget=day)

    @property
    def is_empty(self) -> bool:
        """Whether no number was given: then there is no such row."""
        return not any((self.data.get(self.add_prefix(each)) or "").strip() for each in NUMBERS)

    @property
    def now(self) -> str:
        """A short text that changes with what the row says; "" where there is none."""
        return _stamp(lambda field: self.initial[field]) if self.initial else ""

    @property
    def _sent(self) -> str:
        return "" if self.is_empty else _stamp(lambda field: self.data.get(self.add_prefix(field), ""))

    @property
    def is_untouched(self) -> bool:
        """Whether what was sent is what was shown, or does not speak of this row."""
        spoken_of = any(self.add_prefix(each) in self.data for each in NUMBERS)
        return not spoken_of or self.data.get(self.add_prefix("seen")) == self._sent

    @property
    def is_overtaken(self) -> bool:
        """Whether somebody else has said something else in this row since it was shown."""
        seen = self.data.get(self.add_prefix("seen"))
        return self.is_bound and seen is not None and self.now not in (seen, self._sent)

    def clean(self) -> dict[str, Any]:
        """The whole row, each fault at its field."""
        cleaned = super().clean() or self.cleaned_data
        if self.is_overtaken:
            self.add_error("detail", _theirs(self.initial))
            return cleaned
        if self.is_empty:
            self._errors = forms.utils.ErrorDict()
            return cleaned
        for field in (*NUMBERS, "source", "owner", "noted_on"):
            if field not in self.errors and cleaned.get(field) in (None, ""):
                self.add_error(field, _("This is needed."))
        if not self.errors:
            self._together(cleaned)
        return cleaned

    def _together(self, cleaned: dict[str, Any]) -> None:
        scale = 100 if in_percent(self.key) else 1
        low, base, high = (cleaned[each] / scale for each in NUMBERS)
        bounds = PARAMETERS[kind_of(self.key)]
        if not low <= base <= high:
            self.add_error("base", _("It has to lie between the low and the high."))
        elif low < bounds.least or high > bounds.most:
            least, most = bounds.least * scale, bounds.most * scale
            limit = _("from %(least)s to %(most)s") if most < float("inf") else _("at least %(least)s")
            allowed = limit % {"least": f"{least:g}", "most": f"{most:g}"}
            self.add_error("low" if low < bounds.least else "high", _("Allowed: %(allowed)s.") % {"allowed": allowed})
        elif cleaned["source"] == "assumption" and low == high:
            self.add_error("high", _("An assumption is not exact: let low and high differ."))
        else:
            told = {each: cleaned[each] for each in ("source", "detail", "noted_on")}
            self.row = Assumption(self.key, low, base, high, owner=cleaned["owner"].strip(), **told)


def _stamp(said: Callable[[str], Any]) -> str:
    return sha256("\n".join(str(said(field)).strip() for field in FIELDS).encode()).hexdigest()[:16]


def _theirs(now: dict[str, Any]) -> str:
    """What somebody else has made of a row meanwhile."""
    if not now:
        return _("Somebody else has taken this row out meanwhile. Save again to put yours in its place.")
    text = _(
        "Somebody else has put this here meanwhile: %(low)s, %(base)s, %(high)s (%(owner)s). "
        "Save again to put yours in its place."
    )
    return text % {name: now[name] for name in (*NUMBERS, "owner")}


def _said(name: str, label: str, css: str = "form-control") -> dict[str, str]:
    return {"aria-label": f"{name}{pgettext('after a label', ': ')}{label}", "class": css}


class NumberField(forms.FloatField):
    """A number, also with its thousands set apart as on our own pages and in spreadsheets: 12,000 or 12 000."""

    def to_python(self, value: Any) -> Any:
        """The number, or None for nothing."""
        text = "".join(str(value or "").split())
        return super().to_python(text.replace(",", "") if GROUPED.fullmatch(text) else text)


def _number(name: str, label: str) -> forms.FloatField:
    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", **_said(name, label)})
    wrong = {"invalid": _("Enter a number, such as 1200 or 0.5.")}
    return NumberField(label=label, required=False, widget=widget, error_messages=wrong)


def _text(name: str, label: str, longest: int) -> forms.CharField:
    widget = forms.TextInput(attrs=_said(name, label))
    return forms.CharField(label=label, required=False, max_length=longest, widget=widget)
