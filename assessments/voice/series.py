"""Counts as series: each measure over touchpoints, segments and months, with its interval.

A measure is one with its variant and its scale: answers to different questions are never added up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .counts import Counts, mean
from .display import Display, display
from .intervals import Interval
from .metrics import csat, mean_of, nps

NPS, CSAT, CES = "nps", "csat", "ces"
TRUST = ("trust-int", "trust-abl", "trust-aff", "trust-con", "trust-out")
MEASURES = (NPS, CSAT, CES, *TRUST)
METHODS = {NPS: "adjusted-wald", CSAT: "wilson"}
MEANS = "student-t"
EFFORT = ("ces1", "ces 1", "ces-1", "effort", "费力", "費力")
FORMS = {(1, 5, True): "ces1", (1, 7, False): "ces2"}  # the scale, and whether less is better
ALL = "all"


class Question(NamedTuple):
    """What was asked: the measure (one of MEASURES), its variant, and the scale `low`..`high`."""

    measure: str
    variant: str
    low: int
    high: int

    @property
    def method(self) -> str:
        """The name of the method that makes its interval."""
        return METHODS.get(self.measure, MEANS)

    @property
    def asks_for_effort(self) -> bool:
        """Whether it is CES and less is better: ces1, or another variant that says so. All else counts upwards."""
        if self.measure != CES:
            return False
        named = self.variant.casefold().replace("effortless", "")
        return any(each in named for each in EFFORT) or (not self.variant and (self.low, self.high) == (1, 5))

    @property
    def form(self) -> str | None:
        """The published form of CES it is, "ces1" or "ces2", by its scale and direction; None where it is neither."""
        return FORMS.get((self.low, self.high, self.asks_for_effort)) if self.measure == CES else None


class Cell(NamedTuple):
    """Where answers belong: `touchpoint` and `segment` may be "" (not said), `month` is "YYYY-MM"."""

    question: Question
    touchpoint: str
    segment: str
    month: str


@dataclass(frozen=True, slots=True)
class Measured:
    """One number. `value`: NPS in points, CSAT top-2-box in percent, CES and trust as means on their own scale.

    `mean` is that of the scores. `interval` at 95 %, in the unit of `value`; None where one answer allows none.
    """

    n: int
    value: float
    mean: float
    interval: Interval | None
    display: Display


@dataclass(frozen=True, slots=True)
class Series:
    """One question in one place and time: touchpoint and segment None mean all, `period` a month or "all"."""

    question: Question
    touchpoint: str | None
    segment: str | None
    period: str
    counts: Counts
    measured: Measured


def measured(question: Question, counts: Counts) -> Measured | None:
    """The number that counts of answers make; None of none. Raises ValueError for answers off the scale."""
    whole = mean_of(counts, question.low, question.high)
    if whole is None:
        return None
    value, interval = whole.value, whole.interval
    if question.measure == NPS and (net := nps(counts)):
        value, interval = net.score, net.interval
    elif question.measure == CSAT and (found := csat(counts, question.high)):
        value, interval = found.satisfied.percent, found.satisfied.interval
    return Measured(whole.n, value, mean(counts), interval, display(whole.n))


Place = tuple[Question, str | None, str | None, str]  # question, touchpoint, segment, period, as in Series


def rolled_up(cells: Mapping[Cell, Counts]) -> dict[Place, dict[int, int]]:
    """Counts of every series there is: in each place and over all, in each month and over all.

    What has no touchpoint (segment) counts among all of them and nowhere else.
    """
    whole: dict[Place, dict[int, int]] = {}
    for cell, counts in cells.items():
        for touchpoint in {None, cell.touchpoint or None}:
            for segment in {None, cell.segment or None}:
                for period in (ALL, cell.month):
                    _add(whole.setdefault((cell.question, touchpoint, segment, period), {}), counts)
    return whole


def _add(into: dict[int, int], counts: Counts) -> None:
    for score, count in counts.items():
        into[score] = into.get(score, 0) + count


def series(cells: Mapping[Cell, Counts]) -> list[Series]:
    """All series that counts in cells make."""
    return series_of(rolled_up(cells))


def series_of(places: Mapping[Place, Counts]) -> list[Series]:
    """Series in order: question, touchpoint, segment (all first), then all months together and each month."""
    return [
        Series(*place, counts, found)
        for place, counts in sorted(places.items(), key=lambda each: _order(each[0]))
        if (found := measured(place[0], counts))
    ]


def _order(place: Place) -> tuple[object, ...]:
    question, touchpoint, segment, period = place
    where = ((each is not None, each or "") for each in (touchpoint, segment))
    return (MEASURES.index(question.measure), question, *where, period != ALL, period)


def of_months(found: Iterable[Series]) -> list[Series]:
    """Those of a single month."""
    return [each for each in found if each.period != ALL]
