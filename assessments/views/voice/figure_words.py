"""Key figures in words: what each kind and number is called, its unit, and what the numbers of a month amount to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ...reports.wording import decimal_text, index_text, joined
from ...voice.display import INDICATIVE_FROM, SCORE_FROM
from ...voice.figures import Value, summary
from ...voice.metrics import Share
from ...words.labels import FIGURE_KINDS, FIGURE_VALUES

MINUTES, HOURS = {"waiting"}, {"resolution", "reviews"}


@dataclass(frozen=True)
class ValueSaid:
    """One number that a month’s figures amount to: its name, the number, and its interval or base."""

    name: str
    big: str
    small: str


@dataclass(frozen=True)
class FigureRow:
    """A month’s figures of a kind in words."""

    figure: Any
    kind: str
    month: str
    values: list[ValueSaid]


def figure_rows(figures: Iterable[Any]) -> list[FigureRow]:
    """Figures in the order of the kinds."""
    kinds = list(FIGURE_KINDS)
    rows = [_row(each) for each in figures]
    return sorted(rows, key=lambda row: kinds.index(row.figure.kind))


def month_said(rows: Sequence[FigureRow]) -> str:
    """The newest month of a kind in one sentence."""
    if not rows:
        return _("No month has been entered yet.")
    comma = pgettext("between the names of a list", ", ")
    values = comma.join(joined([each.big, each.name]) for each in rows[0].values[:2])
    return _("%(month)s: %(values)s.") % {"month": rows[0].month, "values": values or "–"}


def _row(figure: Any) -> FigureRow:
    found = summary(figure.kind, figure.numbers)
    return FigureRow(
        figure,
        str(FIGURE_KINDS[figure.kind]),
        date_format(figure.month, "YEAR_MONTH_FORMAT"),
        [_said(figure.kind, name, value) for name, value in found.items()],
    )


def _said(kind: str, name: str, value: Value) -> ValueSaid:
    title = str(FIGURE_VALUES[name])
    if isinstance(value, Share):
        return ValueSaid(title, *_share(value))
    if name in ("retention", "churn"):
        return ValueSaid(title, _("%(share)s%%") % {"share": decimal_text(value)}, "")
    if kind in MINUTES:
        return ValueSaid(title, _("%(number)s min") % {"number": f"{value:g}"}, "")
    if kind in HOURS:
        return ValueSaid(title, _("%(number)s h") % {"number": f"{value:g}"}, "")
    return ValueSaid(title, decimal_text(value, 2) if value < 10 else index_text(value), "")


def _share(found: Share) -> tuple[str, str]:
    """A share by the display rules: counts only, the interval first, or the share with its interval."""
    counts = _("%(hits)s of %(n)s") % {"hits": f"{found.hits:,}", "n": f"{found.n:,}"}
    if found.n < INDICATIVE_FROM:
        return counts, _("too few for a share")
    digits = 0 if len({*map(index_text, found.interval)}) > 1 else 1  # an interval within one percent needs tenths
    value, low, high = (_percent(each, digits) for each in (found.percent, *found.interval))
    between = _("between %(low)s and %(high)s") % {"low": low, "high": high} if low != high else ""
    if found.n < SCORE_FROM:
        return between, _("indicative: %(value)s, %(counts)s") % {"value": value, "counts": counts}
    return value, between


def _percent(value: float, digits: int) -> str:
    return _("%(share)s%%") % {"share": decimal_text(value, digits)}
