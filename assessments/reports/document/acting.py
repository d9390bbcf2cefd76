"""The sections that say what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from .basics import FigureText, Head, Number

ROADMAP_SHOWN = 8


class Owned(NamedTuple):
    """What the plan says of a step: who has taken it on, by when, and whether it is open or under way (doing)."""

    owner: str = ""
    due_on: date | None = None
    state: str = ""


NOBODY = Owned()


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason for a step: it opens with its number or sign."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class StepCard:
    """A step in its `lane`: now, next or later. `move` says from which stage to which; `facts` are label-value pairs.

    `first_sign` says how to see that it works, "" where that shows already.
    """

    number: int
    practice: str
    dimension: str
    dimension_name: str
    practice_title: str
    do: str
    how: str
    move: str
    lane: str
    lane_text: str
    quick_win: str
    first_sign: str
    facts: tuple[tuple[str, str], ...]
    reasons: tuple[ReasonLine, ...]
    priority: Number
    owned: Owned = NOBODY


@dataclass(frozen=True, slots=True)
class StepsSection:
    """The cards of the first two lanes; `more` counts the rest, or is empty."""

    head: Head
    reasons_title: str
    first_sign_title: str
    steps: tuple[StepCard, ...]
    more: str


@dataclass(frozen=True, slots=True)
class RoadmapItem:
    """A step on the roadmap, numbered as its card."""

    number: int
    dimension: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class RoadmapLane:
    """`scores` are the six level scores expected once every step of this lane and the earlier ones is done.

    Long lanes show their `first` items and fold the `rest`, which `rest_text` counts.
    """

    id: str
    name: str
    period: str
    outcome: str
    scores: tuple[float | None, ...]
    achieved: int
    figure: FigureText
    items: tuple[RoadmapItem, ...]
    rest_text: str

    @property
    def first(self) -> tuple[RoadmapItem, ...]:
        return self.items[:ROADMAP_SHOWN]

    @property
    def rest(self) -> tuple[RoadmapItem, ...]:
        return self.items[ROADMAP_SHOWN:]


@dataclass(frozen=True, slots=True)
class RoadmapSection:
    """Now, next and later."""

    head: Head
    lanes: tuple[RoadmapLane, ...]
    gate: float
    caption: str
