"""What to do for promoters, passives and detractors: which practices a card is tied to, and how many customers it is.

The words stand in the shell; the practices are those of the framework.
"""

from __future__ import annotations

from dataclasses import dataclass

from .metrics import Nps

PRACTICES = {
    "detractors": ("l3-close-the-loop", "l2-fair-recovery"),
    "passives": ("l3-need-behind-request", "l4-unasked-gestures"),
    "promoters": ("int-true-stories", "l6-rewarded-advocates"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """One of the three groups, how many customers of `whole` answers are in it, and the ids of its practices."""

    group: str
    count: int
    whole: int
    practices: tuple[str, ...]


def cards(found: Nps | None) -> tuple[Card, ...]:
    """The three cards, detractors first: they are the ones who cannot wait."""
    whole = found.n if found else 0
    return tuple(Card(group, getattr(found, group) if found else 0, whole, PRACTICES[group]) for group in PRACTICES)
