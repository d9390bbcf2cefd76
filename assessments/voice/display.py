"""What a number of answers allows to show, and what silence could hide (method 4.1, 4.7)."""

from __future__ import annotations

from typing import Literal

from .intervals import Interval

Display = Literal["counts", "indicative", "score"]
INDICATIVE_FROM = 10
SCORE_FROM = 30
FEW_ANSWER = 0.10


def display(n: int) -> Display:
    """Under 10 answers counts only, under 30 "indicative" with the interval first, then the score with its interval."""
    if n < INDICATIVE_FROM:
        return "counts"
    return "indicative" if n < SCORE_FROM else "score"


def strong_selection_likely(answered: int, asked: int) -> bool:
    """Whether so few of those asked have answered that who did may be special."""
    return asked > 0 and answered / asked < FEW_ANSWER


def worst_case(nps: float, response_rate: float) -> Interval:
    """The NPS (-100..100) if all who kept silent detracted, or promoted; `response_rate` is 0..1."""
    silent = (1 - response_rate) * 100
    return Interval(response_rate * nps - silent, response_rate * nps + silent)
