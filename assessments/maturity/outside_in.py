"""What the company believes of itself beside what its customers say, where a question to them matches (method 3).

Customers' numbers come in as values: how they are measured is the business of assessments/voice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ..content.schema import Framework
from .perception import Perception
from .scorecard import Scorecard
from .units import PERCENT_PER_STAGE


@dataclass(frozen=True, slots=True)
class CustomerPoints:
    """What n customers said of one thing, 0..100, with its 95 % interval; None where n allows none.

    `value`, `scale_min` and `scale_max` are the mean and the scale it was given on.
    """

    measure: str
    points: float
    low: float | None
    high: float | None
    n: int
    value: float
    scale_min: int
    scale_max: int


@dataclass(frozen=True, slots=True)
class CustomerView:
    """Customers' points by measure, of the days `since` to `until`, both included."""

    points: Mapping[str, CustomerPoints] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None


NOBODY = CustomerView()


@dataclass(frozen=True, slots=True)
class OutsideIn:
    """One dimension from inside and outside.

    `own` is its score 0..100; `groups` what each class of people says, in points. `difference` is own less customers'.
    `beyond`: the own score lies outside what chance leaves open for customers, so the difference may be claimed.
    """

    id: str
    own: float
    groups: Mapping[str, float]
    customers: CustomerPoints
    difference: float
    beyond: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every dimension on which both sides may be shown, the own view highest above customers' first.

    `few` holds the dimensions customers were asked about with too few answers, `unasked` those without a question.
    """

    rows: tuple[OutsideIn, ...]
    few: tuple[str, ...]
    unasked: tuple[str, ...]

    @property
    def over(self) -> tuple[OutsideIn, ...]:
        """Where the company thinks better of itself than its customers do, the widest first."""
        return tuple(each for each in self.rows if each.beyond and each.difference > 0)

    @property
    def under(self) -> tuple[OutsideIn, ...]:
        """Where customers think better of it, the widest first."""
        return tuple(each for each in reversed(self.rows) if each.beyond and each.difference < 0)

    def row(self, dimension: str) -> OutsideIn | None:
        """A dimension by its id; None where it cannot be compared."""
        return next((each for each in self.rows if each.id == dimension), None)


def compare(framework: Framework, card: Scorecard, seen: Perception, customers: CustomerView) -> Comparison:
    """Each dimension’s score against the measure that matches it, from as many answers as the thresholds ask."""
    least = framework.thresholds.customers_min_n
    measured = {each.dimension: customers.points.get(each.measure) for each in framework.customer_items}
    asked = {each.dimension for each in framework.customer_items}
    rows, few = [], []
    for dimension in card.dimensions:
        points = measured.get(dimension.id)
        if dimension.id not in asked or points is None:
            continue
        if points.n < least:
            few.append(dimension.id)
        elif dimension.score is not None:
            rows.append(_row(dimension.id, dimension.score, dict(_groups(seen, dimension.id)), points))
    told = {each.id for each in rows} | set(few)
    return Comparison(
        rows=tuple(sorted(rows, key=lambda each: -each.difference)),
        few=tuple(few),
        unasked=tuple(each.id for each in card.dimensions if each.id not in told and each.score is not None),
    )


def _row(dimension: str, own: float, groups: Mapping[str, float], points: CustomerPoints) -> OutsideIn:
    low, high = (points.points if each is None else each for each in (points.low, points.high))
    return OutsideIn(dimension, own, groups, points, own - points.points, not low <= own <= high)


def _groups(seen: Perception, dimension: str) -> Iterable[tuple[str, float]]:
    for each in seen.dimensions:
        if each.id == dimension:
            yield from ((view.name, view.stage * PERCENT_PER_STAGE) for view in each.views)
