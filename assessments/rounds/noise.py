"""How much of a difference between two rounds may be chance (method 1.6)."""

from __future__ import annotations

from math import sqrt
from typing import Literal

from ..content.schema import AgreementThresholds
from ..maturity.lines import below

Verdict = Literal["up", "down", "no-visible-change", "not-comparable", "not-rated"]
FEW, FEW_POINTS = 8, 10.0  # below so many respondents, less than so many points are never a visible change
PRACTICES_OF_A_LEVEL = 6
PERSON_VARIANCE, REST_VARIANCE = 0.5**2, 0.9**2  # stages: the spreads with which the table was simulated


def error_of(people: int, practices: int, rules: AgreementThresholds) -> float:
    """The standard error, in points of 100, of a score of `practices` that so many people gave stages to.

    The table of the framework is for a level of six; of fewer practices a score is less sure, in the proportion that
    the simulated spreads give. Fewer people than the table begins with have its first error, and in truth more.
    """
    fitting = [error for count, error in rules.standard_error if count <= people]
    error = fitting[-1] if fitting else rules.standard_error[0][1]
    return error * sqrt(_variance(practices) / _variance(PRACTICES_OF_A_LEVEL))


def _variance(practices: int) -> float:
    return PERSON_VARIANCE + REST_VARIANCE / practices


def line(before: int, now: int, practices: int, rules: AgreementThresholds) -> float:
    """The points of 100 from which a change is visible: the standard error of the difference, with few people 10.

    `before` and `now` are the respondents of the two rounds.
    """
    error = sqrt(sum(error_of(people, practices, rules) ** 2 for people in (before, now)))
    return max(error, FEW_POINTS) if min(before, now) < FEW else error


def verdict(points: float, least: float) -> Verdict:
    """A change of so many points beside the line; exactly on the line is visible."""
    if below(abs(points), least):
        return "no-visible-change"
    return "up" if points > 0 else "down"
