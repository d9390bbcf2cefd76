"""When to remind somebody of a date: a week before it, on the day, and then once a week until it is done."""

from __future__ import annotations

from datetime import date, timedelta

WEEK = timedelta(days=7)


def reminder_due(due_on: date, reminded_on: date | None, today: date) -> bool:
    """Whether to remind today of what is due on `due_on`, after the last reminder on `reminded_on`, if any.

    A day on which nobody ran this is made up for on the next: what it missed is still due then.
    """
    if today >= due_on + WEEK:
        return reminded_on is None or reminded_on <= today - WEEK
    if today >= due_on:
        return reminded_on is None or reminded_on < due_on
    return today >= due_on - WEEK and (reminded_on is None or reminded_on < due_on - WEEK)


def digest_due(sent_on: date | None, today: date) -> bool:
    """Whether the letter of this week is still to be sent: from its Monday on, once."""
    monday = today - timedelta(days=today.weekday())
    return sent_on is None or sent_on < monday
