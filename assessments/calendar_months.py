"""Months, which are not all of the same length."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TypeVar

Day = TypeVar("Day", bound=date)


def months_before(day: Day, months: int) -> Day:
    """The same day `months` earlier, at the time that it may have; the last day of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def months_after(day: Day, months: int) -> Day:
    """The same day `months` later, or the last day of a month that is shorter."""
    return months_before(day, -months)
