"""What may be shown of a cohort of other companies, by how many they are (method 7, our own choice).

Two numbers of the method are from the withdrawn "safety zones" of US antitrust practice (at least five, none above a
quarter, at least three months old); they are kept as a floor of privacy. Prices, costs and plans are never compared.
"""

from __future__ import annotations

from math import floor
from typing import Literal

from ..maturity.lines import HAIR

Display = Literal["hidden", "median", "quartile", "percentile"]
LEAST = 5  # companies in a cohort, and in whatever is left between cohorts
QUARTILES_FROM = 10
PERCENTILE_FROM = 20
EXACT_FROM = 50  # below, what is shown is rounded to ROUGH
ROUGH, FINE = 5, 1  # points of 100, or percentiles
MOST_WEIGHT = 0.25  # of one company in all respondents of a cohort
YOUNGEST, OLDEST = 3, 24  # months
LEAST_CHANGES = 3  # below, a cohort stays as it was published


def display(n: int) -> Display:
    """What `n` other companies allow to show."""
    if n < LEAST:
        return "hidden"
    if n < QUARTILES_FROM:
        return "median"
    return "quartile" if n < PERCENTILE_FROM else "percentile"


def rounded(value: float, n: int) -> float:
    """A value as it may be shown beside `n` companies: to the nearest 5 below 50 of them, then to the whole number.

    A median is often exactly what one company has, so values are rounded as percentiles are. Halves go up.
    """
    step = ROUGH if n < EXACT_FROM else FINE
    return float(step * floor(value / step + 0.5 + HAIR))


def missing_to_show(n: int) -> int:
    """How many companies are still needed before anything is shown; 0 where there are enough."""
    return max(0, LEAST - n)
