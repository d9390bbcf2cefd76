"""Key figures: what is asked, what cannot be right, and what they amount to."""

from __future__ import annotations

import math

import pytest

from assessments.models import FIGURES
from assessments.voice.figures import FIELDS, Fault, faults, summary
from assessments.voice.metrics import Share


def test_every_kind_that_is_kept_has_its_fields() -> None:
    assert set(FIELDS) == set(FIGURES)


def test_retention_as_published() -> None:
    assert summary("retention", {"start": 200, "end": 220, "new": 40}) == {"retention": 90.0, "churn": 10.0}


@pytest.mark.parametrize(
    ("kind", "numbers", "wanted"),
    [
        ("retention", {"start": 100, "end": 150, "new": 40}, Fault("end", "above", "start")),
        ("retention", {"start": 100, "end": 30, "new": 40}, Fault("new", "above", "end")),
        ("repeat", {"customers": 10, "repeat": 11}, Fault("repeat", "above", "customers")),
        ("repeat", {"customers": 10}, Fault("repeat", "missing")),
        ("repeat", {"customers": 10, "repeat": 1.5}, Fault("repeat", "whole")),
        ("repeat", {"customers": 10, "repeat": -1}, Fault("repeat", "outside")),
        ("repeat", {"customers": 10, "repeat": math.nan}, Fault("repeat", "number")),
        ("waiting", {"p50": 9, "p90": 8, "n": 3}, Fault("p50", "above", "p90")),
        (
            "reviews",
            {"positive": 1, "neutral": 1, "negative": 1, "answered": 4},
            Fault("answered", "above", "positive"),
        ),
        ("rewards", {"eligible": 3, "claimed": 4}, Fault("claimed", "above", "eligible")),
    ],
)
def test_what_cannot_be_right(kind: str, numbers: dict[str, float], wanted: Fault) -> None:
    assert faults(kind, numbers) == (wanted,)


def test_shares_carry_their_n_and_nothing_is_said_of_nobody() -> None:
    found = summary("reviews", {"positive": 6, "neutral": 1, "negative": 3, "answered": 5, "median_hours": 4})
    assert found["median_hours"] == 4
    answered = found["answered"]
    assert isinstance(answered, Share) and (answered.percent, answered.n) == (50, 10)
    assert summary("reviews", {"positive": 0, "neutral": 0, "negative": 0, "answered": 0}) == {}
    assert faults("waiting", {"p50": 2.5, "p90": 8, "n": 3}) == ()


def test_cases_tell_who_was_helped_at_once_and_times_never_as_a_mean() -> None:
    numbers = {"p50": 9, "p90": 40, "cases": 200, "first_contact": 130, "reopened": 20, "overdue": 4}
    found = summary("resolution", numbers)
    first, again = found["first_contact"], found["reopened"]
    assert isinstance(first, Share) and isinstance(again, Share)
    assert (first.percent, again.percent, found["p50"], found["p90"]) == (65, 10, 9, 40)
    assert "mean" not in found
