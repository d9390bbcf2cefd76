"""Satisfaction against loyalty: who is content and yet would not come again (method 4.5, red flag RF-12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .counts import Counts, size
from .display import SCORE_FROM
from .metrics import Csat, Nps, csat, nps
from .series import CSAT, NPS, Question
from .standing import most_answered

CONTENT = 75.0  # percent satisfied from which customers count as content
NEITHER = 0.0  # the NPS from which they count as loyal


@dataclass(frozen=True, slots=True)
class LoyaltyPoint:
    """A place with enough answers to both questions. `name` "" is the company as a whole."""

    name: str
    csat: Csat
    nps: Nps

    @property
    def content(self) -> bool:
        """Whether they are satisfied."""
        return self.csat.satisfied.percent >= CONTENT

    @property
    def loyal(self) -> bool:
        """Whether more of them would recommend than warn."""
        return self.nps.score >= NEITHER

    @property
    def is_trap(self) -> bool:
        """Satisfied, but not loyal (RF-12)."""
        return self.content and not self.loyal


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A place with too few answers to one of the questions: how many there are to each."""

    name: str
    csat: int
    nps: int


def loyalty_points(
    places: Mapping[str, Mapping[Question, Counts]],
) -> tuple[tuple[LoyaltyPoint, ...], tuple[LeftOut, ...]]:
    """The places that may be drawn, the least loyal first, and those that may not."""
    points, out = [], []
    for name, questions in places.items():
        content, net = most_answered(questions, CSAT), most_answered(questions, NPS)
        numbers = [size(each[1]) if each else 0 for each in (content, net)]
        first = csat(content[1], content[0].high) if content else None
        second = nps(net[1]) if net else None
        if first and second and min(numbers) >= SCORE_FROM:
            points.append(LoyaltyPoint(name, first, second))
        else:
            out.append(LeftOut(name, *numbers))
    points.sort(key=lambda each: (each.nps.score, each.name))
    return tuple(points), tuple(sorted(out, key=lambda each: each.name))
