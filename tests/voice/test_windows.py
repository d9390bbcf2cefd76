"""Windows and the ones before them."""

from __future__ import annotations

from datetime import date

import pytest

from assessments.voice.windows import days_until, months_until, window_of

TODAY = date(2026, 11, 22)


def test_ninety_days_end_today_and_follow_ninety_others() -> None:
    window = window_of("90", TODAY)
    assert (window.last - window.first).days == (window.before_last - window.before_first).days == 89
    assert window.last == TODAY
    assert (window.first - window.before_last).days == 1


@pytest.mark.parametrize("key", ["", "7", "nonsense"])
def test_what_is_no_window_is_the_usual_one(key: str) -> None:
    assert window_of(key, TODAY) == days_until(TODAY, 90)


def test_this_year_is_compared_with_the_same_days_of_last_year() -> None:
    assert window_of("year", TODAY)[1:] == (date(2026, 1, 1), TODAY, date(2025, 1, 1), date(2025, 11, 22))
    assert window_of("year", date(2028, 2, 29)).before_last == date(2027, 2, 28)


def test_last_year_is_compared_with_the_year_before() -> None:
    assert window_of("last-year", TODAY)[1:] == (
        date(2025, 1, 1), date(2025, 12, 31), date(2024, 1, 1), date(2024, 12, 31),
    )  # fmt: skip


def test_twelve_months_end_with_that_of_the_last_day() -> None:
    months = months_until(date(2026, 2, 28))
    assert (months[0], months[-1], len(months)) == ("2025-03", "2026-02", 12)
