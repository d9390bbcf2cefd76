"""Cells as people read them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from assessments.files.tables import Fault, as_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("two", "two"),
        (2, "2"),
        (2.0, "2"),
        (2.5, "2.5"),
        (1e300, "1e+300"),
        (True, "True"),
        (date(2026, 11, 21), "2026-11-21"),
        (datetime(2026, 11, 21), "2026-11-21"),
        (datetime(2026, 11, 21, 14, 32), "2026-11-21 14:32:00"),
        (time(14, 32), "14:32:00"),
        (Fault("This cell shows an error.", "#NAME?"), "#NAME?"),
    ],
)
def test_as_text(value: object, text: str) -> None:
    assert as_text(value) == text
