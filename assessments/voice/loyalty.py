"""What customers do: stay, come back, bring others, wait, get answers (method 4.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .metrics import Share, share


def retention(at_start: int, at_end: int, new: int) -> float | None:
    """Percent of the customers at the start who are still there at the end; None where there were none."""
    return 100 * (at_end - new) / at_start if at_start else None


def repeat_rate(purchases: Mapping[int, int]) -> Share | None:
    """Customers with at least two purchases among all who bought: counts of customers by number of purchases."""
    customers = sum(count for number, count in purchases.items() if number >= 1)
    return share(sum(count for number, count in purchases.items() if number >= 2), customers)


def referrals(referred: int, customers: int) -> float | None:
    """New customers brought by a hundred customers."""
    return 100 * referred / customers if customers else None


def engagement(interactions: int, active: int, months: float) -> float | None:
    """Interactions of an active customer in a month."""
    return interactions / active / months if active and months > 0 else None


def answered(replied: int, reviews: int) -> Share | None:
    """Reviews and comments that got an answer."""
    return share(replied, reviews)


def deflection(solved_alone: int, asked_people: int) -> Share | None:
    """Cases that customers solved by themselves, with nobody asked in the 24 hours after."""
    return share(solved_alone, solved_alone + asked_people)


def waiting(seconds: Sequence[float]) -> tuple[float, float] | None:
    """Median and 90th percentile of waits, never their mean (inclusive definition)."""
    if not seconds:
        return None
    ordered = sorted(seconds)
    return _percentile(ordered, 0.5), _percentile(ordered, 0.9)


def _percentile(ordered: Sequence[float], part: float) -> float:
    rank = part * (len(ordered) - 1)
    low = int(rank)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (rank - low) * (ordered[high] - ordered[low])
