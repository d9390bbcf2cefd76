"""When a reminder is due: a week before, on the day, then weekly."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from assessments.planning.reminding import digest_due, reminder_due

DUE = date(2026, 11, 20)


def day(days: int | None) -> date | None:
    return None if days is None else DUE + timedelta(days=days)


@pytest.mark.parametrize(
    ("today", "reminded", "expected"),
    [
        (-8, None, False),
        (-7, None, True),
        (-7, -30, True),  # the date was put off since
        (-6, None, True),  # the run of yesterday was missed
        (-6, -7, False),
        (-1, -7, False),
        (0, -7, True),
        (0, 0, False),
        (3, 0, False),
        (3, -7, True),
        (7, 0, True),
        (8, 3, False),
        (10, 3, True),
        (30, None, True),
    ],
)
def test_a_reminder_comes_a_week_before_on_the_day_and_weekly(today: int, reminded: int | None, expected: bool) -> None:
    assert reminder_due(DUE, day(reminded), DUE + timedelta(days=today)) is expected


def test_run_every_day_it_reminds_on_exactly_these_days() -> None:
    reminded, said = None, []
    for at in range(-20, 23):
        if reminder_due(DUE, reminded, DUE + timedelta(days=at)):
            reminded = DUE + timedelta(days=at)
            said.append(at)
    assert said == [-7, 0, 7, 14, 21]


@pytest.mark.parametrize(
    ("sent", "today", "expected"),
    [
        (None, date(2026, 11, 16), True),
        (date(2026, 11, 15), date(2026, 11, 16), True),
        (date(2026, 11, 16), date(2026, 11, 16), False),
        (date(2026, 11, 16), date(2026, 11, 22), False),
        (date(2026, 11, 16), date(2026, 11, 24), True),  # nobody ran it on Monday
    ],
)
def test_the_letter_of_the_week_goes_out_once_from_monday_on(sent: date | None, today: date, expected: bool) -> None:
    assert digest_due(sent, today) is expected
