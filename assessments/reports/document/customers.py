"""The sections that say what customers say, and where on their way it happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ...journey.findings import JourneyFindings
from .basics import Head, Number


@dataclass(frozen=True, slots=True)
class CustomerNumber:
    """One measure of customers with its interval and how many answered; `number` has no value where too few did."""

    measure: str
    variant: str
    label: str
    number: Number
    low: float | None
    high: float | None
    n: int
    range_text: str
    note: str


@dataclass(frozen=True, slots=True)
class CustomerRow:
    """One dimension: its own score and customers’ points, both 0..100, and what may be said of the difference.

    `claimed`: it is larger than chance leaves open. `groups` are the classes of
    people and what each says, in points; `by_group` the same in words.
    """

    id: str
    name: str
    own: Number
    customers: Number
    low: float | None
    high: float | None
    n: int
    difference: Number
    verdict: str
    claimed: bool
    groups: tuple[tuple[str, float], ...]
    by_group: str
    title: str


@dataclass(frozen=True, slots=True)
class CustomersSection:
    """What customers say beside what the company says of itself; no rows where nothing can be set side by side."""

    head: Head
    numbers: tuple[CustomerNumber, ...]
    rows: tuple[CustomerRow, ...]
    legend_own: str
    legend_customers: str
    difference_label: str
    caption: str


class JourneyMark(NamedTuple):
    """The feeling at one touchpoint as it is drawn: its value, from how many, assumed or not, and what is written."""

    value: float
    n: int | None
    assumed: bool
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class JourneyPain:
    """A pain point, where it is met, and how bad it is."""

    text: str
    touchpoint: str
    note: str
    score: float | None


@dataclass(frozen=True, slots=True)
class JourneyStage:
    """A stage with its touchpoints and how it feels there; `hurts`: it is the one that hurts most."""

    name: str
    value: str
    people: str
    touchpoints: tuple[str, ...]
    hurts: bool


@dataclass(frozen=True, slots=True)
class JourneyLift:
    """What would lift a touchpoint, with the dimension of its practice, or "" where it has none."""

    text: str
    touchpoint: str
    dimension: str
    name: str


@dataclass(frozen=True, slots=True)
class JourneyCard:
    """One map: whose journey it is, what is felt along it, what hurts most and what would lift it.

    `marks` holds those of each stage’s touchpoints, None where nothing is known; `hot` is the place of the stage that
    hurts most.
    """

    title: str
    about: str
    finding: str
    facts: tuple[tuple[str, str], ...]
    advice: str
    stages: tuple[JourneyStage, ...]
    pains_title: str
    pains: tuple[JourneyPain, ...]
    lifts_title: str
    lifts: tuple[JourneyLift, ...]
    figure_title: str
    figure_desc: str
    marks: tuple[tuple[JourneyMark | None, ...], ...]
    hot: int | None
    findings: JourneyFindings


@dataclass(frozen=True, slots=True)
class JourneysSection:
    """The journeys of the company; `others` are the titles of those not shown in full."""

    head: Head
    journeys: tuple[JourneyCard, ...]
    caption: str
    others: str
