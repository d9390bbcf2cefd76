"""Days are written in one way."""

from datetime import date

import pytest

from assessments.content.days import iso_day


def test_a_day_is_year_month_day():
    assert iso_day("2026-02-28") == date(2026, 2, 28)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-W01-1",
        "2026W011",
        "20260228",
        "2026-02-30",
        "2026-2-28",
        "28/02/2026",
        "２０２６-02-28",
        "2026-02-28T10:00",
    ],
)
def test_nothing_else_is(text):
    assert iso_day(text) is None
