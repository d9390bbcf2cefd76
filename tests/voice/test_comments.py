"""Customers' words as they are searched, and the mood that a score tells."""

from __future__ import annotations

import pytest

from assessments.voice.comments import mood_of, searchable
from assessments.voice.handling import Handling


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("  Slow\n\tDELIVERY ", "slow delivery"),
        ("ＶＩＰ　客戶", "vip 客戶"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_words_are_found_however_they_are_written(written: str, searched: str) -> None:
    assert searchable(written) == searched
    assert searchable(searched) == searched


@pytest.mark.parametrize(
    ("measure", "ends", "moods"),
    [
        ("nps", (0, 10), "unhappy " * 7 + "neutral neutral happy happy"),
        ("csat", (1, 5), "unhappy unhappy neutral happy happy"),
        ("csat", (1, 7), "unhappy unhappy unhappy neutral neutral happy happy"),
        ("csat", (1, 10), "unhappy " * 5 + "neutral neutral neutral happy happy"),
        ("ces", (1, 7), "unhappy unhappy unhappy neutral neutral happy happy"),
        ("ces", (1, 5), "happy happy neutral unhappy unhappy"),  # much effort is bad
    ],
)
def test_the_mood_of_a_score(measure: str, ends: tuple[int, int], moods: str) -> None:
    low, high = ends
    assert [mood_of(measure, score, low, high) for score in range(low, high + 1)] == moods.split()


@pytest.mark.parametrize(("score", "low", "high"), [(None, 0, 10), (3, None, 10), (3, 0, None)])
def test_without_a_score_or_its_scale_there_is_no_mood(score: int | None, low: int | None, high: int | None) -> None:
    assert mood_of("nps", score, low, high) == ""


def test_a_comment_that_nobody_has_handled_is_open() -> None:
    fresh = Handling()
    assert (fresh.owner, fresh.reply, fresh.replied_on, fresh.done, fresh.marks) == (None, "", None, False, {})
