"""How often each answer was given, in a window and in the one before."""

from __future__ import annotations

from typing import NamedTuple

from .change import Change
from .compare import tested
from .counts import Counts, size
from .display import SCORE_FROM
from .series import Question

ALL, TOUCHPOINT, SEGMENT = CUTS = ("all", "touchpoint", "segment")


class Tally(NamedTuple):
    """How often each score was given to a question in both windows, of a cut; `about`: which touchpoint or segment."""

    cut: str
    about: str
    question: Question
    now: Counts
    before: Counts


def change_between(question: Question, before: Counts, now: Counts) -> Change | None:
    """The difference between two groups of answers; None where one has fewer than 30, or nothing varies."""
    if min(size(before), size(now)) < SCORE_FROM:
        return None
    return tested(question, before, now)


def low_is_good(question: Question) -> bool:
    """Whether less is better: effort, as ces1 asks for it."""
    return question.asks_for_effort
