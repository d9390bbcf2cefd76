"""Which practices somebody is asked: the assessment's set, their own part of it, and what was passed on to them."""

from __future__ import annotations

import pytest

from assessments.content.loader import framework
from assessments.maturity.progress import PASSED_ON_ONLY, assigned, progress

FRAME = framework()
QUICK = {each.id for each in FRAME.practices.values() if each.quick}
L1 = {each.id for each in FRAME.by_dimension["l1"].practices}
INT = {each.id for each in FRAME.by_dimension["int"].practices}
SLOW = next(each.id for each in FRAME.by_dimension["l3"].practices if not each.quick)


@pytest.mark.parametrize(
    ("practice_set", "own_set", "dimensions", "practices", "expected"),
    [
        ("full", "", (), (), set(FRAME.practices)),
        ("quick", "", (), (), QUICK),
        ("full", "quick", (), (), QUICK),
        ("full", "full", (), (), set(FRAME.practices)),
        ("quick", "full", (), (), QUICK),  # nobody is asked more than the assessment asks
        ("full", "", ("l1",), (), L1),
        ("full", "", ["l1", "int"], (), L1 | INT),
        ("quick", "", ("l1",), (), L1 & QUICK),
        ("full", "quick", ("l1",), (), L1 & QUICK),
        ("full", "", ("l1",), (SLOW,), L1 | {SLOW}),
        ("full", "quick", (), [SLOW], QUICK | {SLOW}),
        ("quick", "", (), (SLOW,), QUICK),  # passed on before the assessment became a quick one
        ("full", "", PASSED_ON_ONLY, (SLOW,), {SLOW}),
        ("full", "", PASSED_ON_ONLY, (), set()),
        ("full", "", (), ("l9-nothing",), set(FRAME.practices)),
    ],
)
def test_a_part_is_what_it_says(practice_set, own_set, dimensions, practices, expected):
    assert assigned(FRAME, practice_set, own_set, dimensions, practices) == expected


def test_the_way_leads_through_the_part_only():
    way = progress(FRAME, assigned(FRAME, "full", "", ("l2",), (SLOW,)), {SLOW, "l1-accurate-facts"})
    assert [each.dimension.id for each in way.parts] == ["l2", "l3"]
    assert (way.asked, way.answered, way.minutes_left) == (7, 1, 3)
    assert way.order[-1] == SLOW and way.after(SLOW) == ""


def test_where_nothing_is_asked_there_is_no_way():
    way = progress(FRAME, frozenset(), ())
    assert (way.asked, way.first_open, way.minutes_left) == (0, "", 0)
