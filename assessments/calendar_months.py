"""Months, which are not all of the same length."""

from __future__ import annotations

import datetime


def months_before(moment: datetime.datetime, months: int) -> datetime.datetime:
    """The same day and time `months` earlier, or the last day of a month that is shorter."""
    count = moment.year * 12 + moment.month - 1 - months
    first = moment.replace(year=count // 12, month=count % 12 + 1, day=1)
    following = (first + datetime.timedelta(days=31)).replace(day=1)
    last = (following - datetime.timedelta(days=1)).day
    return first.replace(day=min(moment.day, last))


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day `months` later, or the last day of a month that is shorter."""
    noon = datetime.datetime.combine(day, datetime.time(12))
    return months_before(noon, -months).date()
