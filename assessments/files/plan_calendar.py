"""A plan as a calendar: one whole day for each item with a date (RFC 5545)."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable
from typing import NamedTuple

PRODUCT = "-//CX Maturity//Plan//EN"
REFRESH = datetime.timedelta(hours=12)


class Day(NamedTuple):
    """What stands in a calendar: `changed` is when the item last changed, `about` is left out of feeds."""

    code: uuid.UUID
    title: str
    on: datetime.date
    url: str
    changed: datetime.datetime
    created: datetime.datetime
    done: bool = False
    about: str = ""


def calendar_of(name: str, days: Iterable[Day], host: str) -> bytes:
    """The calendar. An event keeps its UID for ever; its SEQUENCE grows with every change."""
    from icalendar import Calendar, Event  # noqa: PLC0415 - most requests need no calendar

    calendar = Calendar()
    for key, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"), ("method", "PUBLISH")):
        calendar.add(key, value)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    for day in days:
        event = Event()
        event.add("uid", f"{day.code}@{host}")
        event.add("dtstamp", day.changed.astimezone(datetime.UTC))
        event.add("last-modified", day.changed.astimezone(datetime.UTC))
        event.add("created", day.created.astimezone(datetime.UTC))
        event.add("sequence", max(0, int((day.changed - day.created).total_seconds())))
        event.add("summary", f"✓ {day.title}" if day.done else day.title)
        event.add("dtstart", day.on)
        event.add("dtend", day.on + datetime.timedelta(days=1))
        event.add("status", "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        event.add("url", day.url)
        if day.about:
            event.add("description", day.about)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
