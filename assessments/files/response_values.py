"""Days, scores and scales of customers' responses as other tools write them: what is meant, or why it is unclear."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Literal

from django.utils.translation import gettext as _

from ..voice.metrics import TOP_BOX
from ..voice.series import CES, CSAT, MEASURES, NPS, Question
from . import limits
from .text import nearest, plain

Order = Literal["", "dmy", "mdy"]
TIME = r"(?:[T\s]\s*\d{1,2}:\d{2}.{0,30})?"
YEAR_FIRST = re.compile(rf"(\d{{4}})\s?[-/.年]\s?(\d{{1,2}})\s?[-/.月]\s?(\d{{1,2}})\s?日?{TIME}")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
YEAR_LAST = re.compile(rf"(\d{{1,2}})\s?[-/.]\s?(\d{{1,2}})\s?[-/.]\s?(\d{{4}}){TIME}")
SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
WHOLE = re.compile(r"-?\d{1,6}(?:[.,]0+)?")
SERIAL_START = date(1899, 12, 30)  # day 0 of spreadsheets on Windows, and of all of them by now
SCALES = {"ces1": (1, 5), "ces2": (1, 7)} | {f"csat-{top}": (1, top) for top in TOP_BOX}
USUAL = (0, 10)
LARGEST = 100


class UnusableError(Exception):
    """A cell that is not what its column needs: the column, why not, and what is allowed there."""

    def __init__(self, column: str, message: str, allowed: str) -> None:
        super().__init__(message)
        self.column, self.message, self.allowed = column, message, allowed


def day_of(value: object, order: Order = "", *, serials: bool = False) -> date:
    """The day in a cell: a date, or text with the year first or, in a known `order`, last. A time of day is left out.

    Without an `order`, 13/10/2026 is clear and 05/10/2026 is not. `serials`: numbers are days as spreadsheets count.
    Raises UnusableError.
    """
    if isinstance(value, datetime):
        found: date | None = value.date()
    elif isinstance(value, date):
        found = value
    else:
        found = _written("" if value is None else str(value).strip(), order, serials)
    if found and limits.FIRST_DAY <= found <= limits.LAST_DAY:
        return found
    raise UnusableError("date", _("This is not a date we can use."), _allowed_days())


def _written(text: str, order: Order, serials: bool) -> date | None:
    if match := YEAR_FIRST.fullmatch(text) or COMPACT.fullmatch(text):
        return _date(*map(int, match.groups()))
    if match := YEAR_LAST.fullmatch(text):
        first, second, year = map(int, match.groups())
        return _year_last(first, second, year, order)
    if SERIAL.fullmatch(text):
        if serials:
            return SERIAL_START + timedelta(days=int(text[:5]))
        message = _("This is a date as spreadsheets count days. Give the column a date format and save the file again.")
        raise UnusableError("date", message, _allowed_days())
    return None


def _year_last(first: int, second: int, year: int, order: Order) -> date | None:
    european, american = _date(year, second, first), _date(year, first, second)
    if order:
        return european if order == "dmy" else american
    if european and american and european != american:
        message = _("This date may mean %(one)s or %(other)s.") % {"one": european, "other": american}
        raise UnusableError("date", message, _allowed_days())
    return european or american


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _allowed_days() -> str:
    return _("a date as YYYY-MM-DD, from %(first)s to %(last)s") % {"first": limits.FIRST_DAY, "last": limits.LAST_DAY}


def measure_of(text: str) -> str:
    """One of MEASURES, in any case. Raises UnusableError."""
    measure = plain(text).replace("_", "-")
    if measure in MEASURES:
        return measure
    message = _("There is no such measure.")
    if guess := nearest(measure, MEASURES):
        message = _("%(message)s Did you mean “%(guess)s”?") % {"message": message, "guess": guess}
    raise UnusableError("measure", message, ", ".join(MEASURES))


def question_of(measure: str, variant: str, low: int | None, high: int | None) -> Question:
    """What was asked. An end of the scale that is not said (None) is the usual one of the measure and variant.

    CSAT and CES are never without a variant: where none is said their scale names it, as "csat-5" or "ces2".
    Raises UnusableError.
    """
    known = SCALES.get(plain(variant)) if measure in (CSAT, CES) else USUAL
    if low is None:
        low = known[0] if known else 1 if measure == CSAT else None
    if high is None and known:
        high = known[1]
    if low is None or high is None:
        column = "scale_min" if low is None else "scale_max"
        raise UnusableError(column, _("The ends of the scale are missing."), _("a scale such as 1 to 5"))
    _fits(measure, known, low, high)
    return Question(measure, variant or _variant(measure, low, high), low, high)


def _fits(measure: str, known: tuple[int, int] | None, low: int, high: int) -> None:
    if not 0 <= low < high <= LARGEST:
        raise UnusableError("scale_max", _("This is no scale we can use."), _("whole numbers from 0 to 100, rising"))
    if known and measure in (NPS, CSAT, CES) and (low, high) != known:
        message = _("This measure is asked on another scale.")
        raise UnusableError("scale_max", message, _("from %(low)d to %(high)d") % {"low": known[0], "high": known[1]})
    if measure == CSAT and (low != 1 or high not in TOP_BOX):
        allowed = ", ".join(_("from %(low)d to %(high)d") % {"low": 1, "high": top} for top in TOP_BOX)
        raise UnusableError("scale_max", _("Satisfaction has a top box on three scales only."), allowed)


def _variant(measure: str, low: int, high: int) -> str:
    if measure not in (CSAT, CES):
        return ""
    named = next((name for name, scale in SCALES.items() if scale == (low, high) and name.startswith(measure)), "")
    return named or f"{measure}-{high}"


def score_of(value: object, question: Question) -> int:
    """The score in a cell, on the scale of the question. Raises UnusableError."""
    score = whole_of(value, "score")
    allowed = _("a whole number from %(low)d to %(high)d") % {"low": question.low, "high": question.high}
    if score is None:
        raise UnusableError("score", _("The score is missing."), allowed)
    if not question.low <= score <= question.high:
        raise UnusableError("score", _("This score lies beyond the scale."), allowed)
    return score


def whole_of(value: object, column: str) -> int | None:
    """A whole number, which may be written 4, 4.0 or 4,0; None of an empty cell. Raises UnusableError."""
    text = "" if value is None else str(value).strip()
    if not text:
        return None
    if not WHOLE.fullmatch(text):
        raise UnusableError(column, _("This is not a whole number."), _("a whole number"))
    return int(re.split("[.,]", text)[0])
