"""From month to month: what changed, and whether chance alone may have done it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from .change import Change, mean_change, nps_change, share_change
from .counts import Counts, number_between, size
from .metrics import TOP_BOX, nps
from .series import CSAT, NPS, Question, Series, of_months


@dataclass(frozen=True, slots=True)
class Comparison:
    """One series in two months. `change` is in the unit of its value.

    `statistic` (z, of means Welch's t) and `chance` (two-sided p) are None where nothing varies, or a mean has fewer
    than two answers.
    """

    question: Question
    touchpoint: str | None
    segment: str | None
    before: str
    now: str
    change: float
    statistic: float | None
    chance: float | None


def tested(question: Question, before: Counts, now: Counts) -> Change | None:
    """The test that suits the measure: z of adjusted scores (NPS), pooled z (CSAT), Welch's t (means)."""
    if question.measure == NPS:
        first, second = nps(before), nps(now)
        return nps_change(first, second) if first and second else None
    if question.measure == CSAT:
        top = question.high
        hits = [number_between(each, TOP_BOX[top], top) for each in (before, now)]
        return share_change(hits[0], size(before), hits[1], size(now))
    return mean_change(before, now)


def compared(before: Series, now: Series) -> Comparison:
    """Two waves of the same series."""
    test = tested(now.question, before.counts, now.counts)
    return Comparison(
        now.question,
        now.touchpoint,
        now.segment,
        before.period,
        now.period,
        now.measured.value - before.measured.value,
        test and test.statistic,
        test and test.chance,
    )


def comparisons(found: Iterable[Series]) -> list[Comparison]:
    """Each month of a series with the one before that has answers, which need not be the month before in the calendar.

    `found` in the order that `series` gives them.
    """
    return [
        compared(before, now)
        for before, now in pairwise(of_months(found))
        if (before.question, before.touchpoint, before.segment) == (now.question, now.touchpoint, now.segment)
    ]
