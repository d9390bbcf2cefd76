"""Values that the voice page is made of, where the tests of the page itself look at words."""

from __future__ import annotations

from datetime import date

import pytest

from assessments.voice.cards import PRACTICES, cards
from assessments.voice.metrics import nps
from assessments.voice.series import Question
from assessments.voice.series_of_cuts import CutCell, series_of_cuts
from assessments.voice.summary import Asked, summary
from assessments.voice.tally import Tally
from assessments.voice.windows import days_until, first_of, months_until

NPS, CSAT = Question("nps", "", 0, 10), Question("csat", "csat-5", 1, 5)


def test_cards_count_those_who_answered_detractors_first() -> None:
    found = cards(nps({10: 5, 8: 3, 2: 4}))
    assert [(each.group, each.count, each.whole) for each in found] == [
        ("detractors", 4, 12), ("passives", 3, 12), ("promoters", 5, 12),
    ]  # fmt: skip
    assert [each.practices for each in found] == list(PRACTICES.values())


def test_cards_without_answers_still_say_what_to_do() -> None:
    assert [(each.count, each.whole) for each in cards(None)] == [(0, 0)] * 3


def test_series_of_cuts_are_all_together_then_touchpoints_then_segments_then_months() -> None:
    cells = {
        CutCell("segment", "B2B", NPS, "2026-10"): {9: 1},
        CutCell("touchpoint", "Shop", NPS, "2026-10"): {9: 2},
        CutCell("all", "", NPS, "2026-10"): {9: 3},
        CutCell("all", "", NPS, "2026-09"): {0: 1},
        CutCell("all", "", CSAT, "2026-09"): {5: 4},
        CutCell("all", "", CSAT, "2026-08"): {},
    }
    told = [
        (each.question.measure, each.touchpoint, each.segment, each.period, each.measured.n)
        for each in series_of_cuts(cells)
    ]
    assert told == [
        ("nps", None, None, "all", 4),
        ("nps", None, None, "2026-09", 1),
        ("nps", None, None, "2026-10", 3),
        ("nps", "Shop", None, "all", 2),
        ("nps", "Shop", None, "2026-10", 2),
        ("nps", None, "B2B", "all", 1),
        ("nps", None, "B2B", "2026-10", 1),
        ("csat", None, None, "all", 4),
        ("csat", None, None, "2026-09", 4),
    ]


def test_the_response_rate_is_a_share_of_those_asked() -> None:
    assert Asked(200, 50, 20).rate == 0.25


def test_months_are_days_again() -> None:
    assert [first_of(each) for each in months_until(date(2026, 1, 31), 2)] == [date(2025, 12, 1), date(2026, 1, 1)]


@pytest.mark.parametrize(("now", "before", "way"), [(9, 3, 1), (3, 9, -1)])
def test_a_touchpoint_is_better_or_worse_than_before(now: int, before: int, way: int) -> None:
    rows = [Tally("touchpoint", "Shop", NPS, {now: 40, 7: 5}, {before: 40, 7: 5})]
    (found,) = summary(days_until(date(2026, 11, 22), 90), rows, {}, {}).touchpoints
    assert found.way == way
    assert found.changed


def test_a_touchpoint_with_too_few_answers_is_neither() -> None:
    rows = [Tally("touchpoint", "Shop", NPS, {9: 40}, {3: 5})]
    (found,) = summary(days_until(date(2026, 11, 22), 90), rows, {}, {}).touchpoints
    assert found.way == 0
    assert not found.changed
