"""Series from counts that are kept by touchpoint and by segment, but not by both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .counts import Counts, together
from .series import ALL, MEASURES, Question, Series, measured
from .tally import SEGMENT, TOUCHPOINT


class CutCell(NamedTuple):
    """A question in one place of a cut and one month "YYYY-MM"; `about` names the touchpoint or segment."""

    cut: str
    about: str
    question: Question
    month: str


def series_of_cuts(cells: Mapping[CutCell, Counts]) -> list[Series]:
    """All series in order: question, all together, touchpoints, segments; then all months together and each month."""
    months: dict[tuple[str, str, Question], dict[str, Counts]] = {}
    for cell, counts in cells.items():
        months.setdefault((cell.cut, cell.about, cell.question), {})[cell.month] = counts
    found = []
    for (cut, about, question), rows in months.items():
        places = (about if cut == TOUCHPOINT else None, about if cut == SEGMENT else None)
        for period, counts in {ALL: together(rows.values()), **rows}.items():
            if number := measured(question, counts):
                found.append(Series(question, *places, period, counts, number))
    return sorted(found, key=_order)


def _order(each: Series) -> tuple[object, ...]:
    where = ((place is not None, place or "") for place in (each.segment, each.touchpoint))
    return (MEASURES.index(each.question.measure), each.question, *where, each.period != ALL, each.period)
