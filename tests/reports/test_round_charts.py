"""Scores over rounds, drawn: what is joined, what is left out, and words that do not cover each other."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from assessments.reports.charts.paint import PRINT, WEB
from assessments.reports.charts.rounds import Course, level_steps, slopes

NAMES = ("March 2026", "October 2026", "March 2027")


def heights(svg: str) -> list[float]:
    return sorted(float(y) for y in re.findall(r'class="k-numeral" x="[\d.]+" y="([\d.]+)"', svg))


def test_neighbours_are_joined_and_a_gap_stays_a_gap():
    whole = slopes(WEB, "a", NAMES, [Course("l1", (10, 50, 90), "Inform 90")], "t", "d").svg
    broken = slopes(WEB, "a", NAMES, [Course("l1", (10, None, 90), "Inform 90")], "t", "d").svg
    assert whole.count('class="k-trail"') == 2 and broken.count('class="k-trail"') == 0


def test_a_course_that_ends_without_a_score_has_no_sign_at_its_end():
    svg = slopes(WEB, "a", NAMES, [Course("l1", (10, 50, None), "Inform not rated")], "t", "d").svg
    assert "Inform" not in svg


@pytest.mark.parametrize("value", [0, 50, 100])
def test_words_at_the_same_height_are_moved_apart_and_stay_inside(value):
    courses = [Course(f"l{number}", (value,) * 3, f"Level {number}") for number in range(1, 7)]
    svg = slopes(WEB, "a", NAMES, courses, "t", "d")
    found = heights(svg.svg)
    assert len(found) == 6 and all(b - a >= 18 for a, b in pairwise(found))
    assert found[0] > 0 and found[-1] <= svg.height


def test_what_people_typed_is_text():
    svg = slopes(WEB, "a", ("<b>",), [Course("l1", (10,), "<i>")], "<u>", "d").svg
    assert "<b>" not in svg and "<i>" not in svg and "<u>" not in svg


def test_levels_are_steps_and_one_alone_is_a_dot():
    svg = level_steps(WEB, "a", NAMES, (1, 1, 3), "t", "d").svg
    assert len(re.findall(r"[\d.]+,[\d.]+", re.search(r'points="([^"]+)"', svg).group(1))) == 5
    alone = level_steps(WEB, "a", NAMES[:1], (2,), "t", "d").svg
    assert "polyline" not in alone and alone.count("<circle") == 1


def test_names_that_find_no_room_leave_the_middle_out():
    names = tuple(f"A very long name {number}" for number in range(6))
    svg = slopes(WEB, "a", names, [Course("l1", (1,) * 6, "x")], "t", "d").svg
    assert [name for name in names if name in svg] == [names[0], names[-1]]


def test_both_are_drawn_for_print_too():
    assert slopes(PRINT, "a", NAMES, [Course("int", (1, 2, 3), "Integrity 3")], "t", "d").labels
    assert level_steps(PRINT, "a", NAMES, (0, 6, None), "t", "d").labels
