"""How far a person has come, and where a practice stands among the others."""

import pytest

from assessments.content.loader import framework
from assessments.maturity.progress import progress

FRAME = framework()
ALL = list(FRAME.practices)


def test_nobody_has_answered_anything() -> None:
    way = progress(FRAME, "full", ())
    assert (way.answered, way.asked, way.done, way.minutes_left) == (0, 56, False, 24)
    assert way.first_open == way.parts[0].door == ALL[0]
    assert [len(each.practices) for each in way.levels] == [6] * 6
    assert [len(each.practices) for each in way.factors] == [5] * 4


def test_the_quick_set_asks_two_of_each_dimension() -> None:
    way = progress(FRAME, "quick", ())
    assert way.asked == 20
    assert {len(each.practices) for each in way.parts} == {2}
    assert way.minutes_left == 9


def test_answers_outside_the_set_do_not_count() -> None:
    slow = next(each.id for each in FRAME.practices.values() if not each.quick)
    assert progress(FRAME, "quick", {slow}).answered == 0
    assert progress(FRAME, "full", {slow}).answered == 1


def test_one_answer_left_is_a_minute() -> None:
    way = progress(FRAME, "full", set(ALL[:-1]))
    assert (way.minutes_left, way.first_open) == (1, ALL[-1])


def test_everything_is_answered() -> None:
    way = progress(FRAME, "full", set(ALL))
    assert way.done and way.minutes_left == 0 and way.first_open == ""
    assert all(each.done for each in way.parts)


def test_the_door_of_a_dimension_is_its_first_open_practice_then_its_first() -> None:
    first, second, *rest = (each.id for each in FRAME.dimensions[0].practices)
    assert progress(FRAME, "full", {first}).parts[0].door == second
    assert progress(FRAME, "full", {first, second, *rest}).parts[0].door == first


def test_neighbours_cross_from_one_dimension_to_the_next() -> None:
    way = progress(FRAME, "full", ())
    assert way.before(ALL[0]) == "" and way.after(ALL[-1]) == ""
    assert way.after(ALL[5]) == ALL[6] and way.before(ALL[6]) == ALL[5]
    assert way.part_of(ALL[6]) is way.parts[1]


def test_a_practice_nobody_asks_has_no_part() -> None:
    with pytest.raises(KeyError):
        progress(FRAME, "full", ()).part_of("l9-nothing")
