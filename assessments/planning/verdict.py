"""Whether a goal was reached: which round decides it, and what that round says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from ..content.schema import Framework
from .outcome import Outcome, holds
from .stored import Stored, targets_in


class HeldRound(Protocol):
    """A round, as far as it can decide a goal."""

    @property
    def pk(self) -> int: ...
    @property
    def held_on(self) -> date: ...


Round = TypeVar("Round", bound=HeldRound)


def last_day(by: date | None, closed_on: date | None) -> date | None:
    """The day on which a goal ended: the day it was set for, or that on which it was closed, whichever came first."""
    return min((each for each in (by, closed_on) if each), default=None)


def deciding(rounds: Iterable[Round], base: HeldRound, day: date) -> Round | None:
    """Of the rounds of a company the last one held by `day` and since `base`, which itself decides nothing."""
    later = [each for each in rounds if base.held_on <= each.held_on <= day and each.pk != base.pk]
    return max(later, key=lambda each: (each.held_on, each.pk), default=None)


def was_reached(framework: Framework, rows: Iterable[Stored], outcome: Outcome) -> bool | None:
    """Whether every target in `rows` holds; None where this version of the framework does not know one of them."""
    wanted = list(rows)
    known = targets_in(framework, wanted).all(framework)
    if len(known) < len(wanted):
        return None
    return all(holds(outcome, each) for each in known)
