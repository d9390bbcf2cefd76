"""What customers are worth, as formulas on plain numbers (method 4.6).

Shares and rates are 0..1 and of one year, a margin is money per customer and year, contacts are per year.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Retention(NamedTuple):
    """Percent of the customers at the start who were kept, and who were lost; they add up to 100."""

    retention: float
    churn: float


class Segment(NamedTuple):
    """A part of the customers, how many they are, and the share of them that leaves within a year."""

    customers: float
    churn: float


def retention_rate(start: int, end: int, new: int) -> Retention:
    """Of `start` customers, how many are among those at the `end` who are not `new`: 100 · (E − N) / S.

    Raises ValueError for numbers that cannot be: nobody at the start, or more kept than there were.
    """
    kept = end - new
    if start <= 0 or new < 0 or not 0 <= kept <= start:
        raise ValueError(f"of {start} customers, {end} less {new} new ones cannot have stayed")
    return Retention(100 * kept / start, 100 - 100 * kept / start)


def multiple(retention: float, discount: float) -> float:
    """Margins that a customer still brings after the one of this year, at today's worth: r / (1 + i − r).

    Raises ValueError where 1 + i − r is not above 0: customers who never leave, and money that is never worth less.
    """
    if 1 + discount - retention <= 0:
        raise ValueError(f"a retention of {retention} at a discount of {discount} has no finite worth")
    return retention / (1 + discount - retention)


def multiple_with_first(retention: float, discount: float) -> float:
    """The same with the margin of this year, which is earned now: (1 + i) / (1 + i − r), exactly one margin more."""
    return 1 + multiple(retention, discount)


def retention_uplift(customers: float, margin: float, before: float, after: float, discount: float) -> float:
    """Money that a retention of `after` instead of `before` brings over all coming years, at today's worth.

    N · m · [r₁ / (1 + i − r₁) − r₀ / (1 + i − r₀)]. The margin of this year is earned either way, so it makes no
    difference which of the two multiples is taken. An upper case: as if the whole difference were of one's own making.
    """
    return customers * margin * (multiple(after, discount) - multiple(before, discount))


def revenue_at_risk(segments: Iterable[Segment], base_churn: float, margin: float) -> float:
    """Margin per year that goes with customers who leave beyond the usual: Σ customers · (churn − base) · margin."""
    return sum(each.customers * (each.churn - base_churn) * margin for each in segments)


def self_service_saving(gain: float, contacts: float, assisted: float, self_service: float) -> float:
    """Money per year: a further share `gain` of the contacts at the cost of self-service instead of an assisted one."""
    return gain * contacts * (assisted - self_service)
