"""Two to six rounds side by side: what changed, what of it is visible, and what of the plan touched it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .between import Between, Work, between
from .common import Round

FEWEST, MOST = 2, 6


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rounds in order of time, the steps from each to the next, and the `whole` from the first to the last.

    Several small steps that are noise each may be visible as a whole.
    """

    rounds: tuple[Round, ...]
    steps: tuple[Between, ...]
    whole: Between


def compare(rounds: Sequence[Round], work: Iterable[Work] = ()) -> Comparison:
    """Rounds of one company, in any order, and what was done in between.

    Raises ValueError for fewer than two or more than six, or for rounds of different frameworks or ways of scoring,
    whose numbers are not of one kind; versions of one framework may differ.
    """
    if not FEWEST <= len(rounds) <= MOST:
        raise ValueError(f"{FEWEST} to {MOST} rounds are compared, not {len(rounds)}")
    if len({(each.card.framework_id, each.card.scoring_version) for each in rounds}) > 1:
        raise ValueError("rounds of different frameworks, or scored in different ways, are not compared")
    ordered, done = sorted(rounds, key=lambda each: each.held_on), tuple(work)
    steps = tuple(between(before, now, done) for before, now in pairwise(ordered))
    whole = steps[0] if len(steps) == 1 else between(ordered[0], ordered[-1], done)
    return Comparison(tuple(ordered), steps, whole)
