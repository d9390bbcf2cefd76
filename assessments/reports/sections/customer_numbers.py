"""A measure of customers in words: its name, its number as far as so many answers allow, and its interval."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...voice.series import CES, CSAT, NPS, Measured
from ...voice.summary import Reading
from ..document import CustomerNumber, Number
from ..wording import NOT_RATED, decimal_text, share_text, signed_text


def customer_number(reading: Reading) -> CustomerNumber:
    """NPS, CSAT or CES of a report. Under ten answers only their number is told, under thirty it is indicative."""
    measure, now = reading.question.measure, reading.now
    shown = now if now and now.display != "counts" else None
    interval = shown.interval if shown else None
    return CustomerNumber(
        measure=measure,
        variant=reading.ces.variant if reading.ces else reading.question.variant,
        label=_label(reading),
        number=Number(_value(measure, shown.value) if shown else NOT_RATED, shown.value if shown else None, measure),
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        n=reading.n,
        range_text=_range(reading, shown) if shown else "",
        note=_note(reading.n, now),
    )


def _label(reading: Reading) -> str:
    if reading.question.measure == CES:
        return _("Effort (CES)") if reading.ces and reading.ces.variant == "ces1" else _("Easy to deal with (CES)")
    return {NPS: _("Would recommend (NPS)"), CSAT: _("Satisfied (CSAT)")}[reading.question.measure]


def _value(measure: str, value: float) -> str:
    """NPS with its sign and no decimals, CSAT as a percentage, CES with one decimal."""
    if measure == CSAT:
        return share_text(value / 100)
    if measure == NPS:
        return signed_text(value)
    return decimal_text(value)


def _range(reading: Reading, shown: Measured) -> str:
    if shown.interval is None:
        return ""
    measure = reading.question.measure
    words = {"low": _value(measure, shown.interval.low), "high": _value(measure, shown.interval.high)}
    if measure == CES:
        return _("between %(low)s and %(high)s, of %(top)s") % {**words, "top": reading.question.high}
    return _("between %(low)s and %(high)s") % words


def _note(n: int, now: Measured | None) -> str:
    answers = ngettext("%(count)s answer", "%(count)s answers", n) % {"count": n}
    if now is None or now.display == "score":
        return answers
    if now.display == "indicative":
        return _("%(answers)s, indicative only") % {"answers": answers}
    return _("%(answers)s: too few for a number") % {"answers": answers}
