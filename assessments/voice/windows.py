"""Stretches of time to look at, each with the one before it that it is compared with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

WINDOWS = ("30", "90", "365", "year", "last-year")
USUAL = "90"
MONTHS = 12


class Window(NamedTuple):
    """The days `first`..`last`, both included, and the day on which the window before begins; it ends the day before.

    `before_last` is the last day of the window before.
    """

    key: str
    first: date
    last: date
    before_first: date
    before_last: date


def window_of(key: str, today: date) -> Window:
    """The window with this key (one of WINDOWS; anything else is the usual one) as it is seen `today`.

    So many days are compared with as many days before them, this year with the same days of last year, and last year
    with the year before it.
    """
    if key == "year":
        return Window(key, today.replace(month=1, day=1), today, date(today.year - 1, 1, 1), _year_ago(today))
    if key == "last-year":
        last, before = today.year - 1, today.year - 2
        return Window(key, date(last, 1, 1), date(last, 12, 31), date(before, 1, 1), date(before, 12, 31))
    return days_until(today, int(key if key in WINDOWS else USUAL))


def days_until(until: date, days: int) -> Window:
    """The last `days` days up to `until`, compared with as many before them."""
    first = until - timedelta(days=days - 1)
    return Window(str(days), first, until, first - timedelta(days=days), first - timedelta(days=1))


def months_until(until: date, count: int = MONTHS) -> list[str]:
    """So many months up to that of `until`, as "YYYY-MM", the oldest first."""
    whole = until.year * 12 + until.month - 1
    return [f"{each // 12:04}-{each % 12 + 1:02}" for each in range(whole - count + 1, whole + 1)]


def first_of(month: str) -> date:
    """The first day of a month "YYYY-MM"."""
    year, number = month.split("-")
    return date(int(year), int(number), 1)


def _year_ago(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
