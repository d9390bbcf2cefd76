"""Edits of a map: whatever is done, in whatever order, the result is a map, and nothing else changes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.journey.edits import Cell, NotThere, cell_of, stamp, value_at, with_value
from assessments.journey.faults import MapFaults
from assessments.journey.map import JourneyMap
from assessments.journey.reading import read
from assessments.journey.shape import moved, placed, restored, with_evidence, with_stage, with_touchpoint, without
from assessments.journey.writing import write
from tests.journey.maps import WHOLE, felt


def two_stages() -> JourneyMap:
    """Stages A (a, b) and C (c)."""
    stages = [
        {"id": "A", "name": "First", "touchpoints": [{"id": "a", "name": "a"}, {"id": "b", "name": "b"}]},
        {"id": "C", "name": "Second", "touchpoints": [{"id": "c", "name": "c"}]},
    ]
    return read({"schema": "cx-journey/1", "stages": stages})


def order(map: JourneyMap) -> list[str]:
    return ["".join([stage.id, *(each.id for each in stage.touchpoints)]) for stage in map.stages]


def test_a_cell_is_found_by_what_it_belongs_to_not_by_its_place() -> None:
    map = read(WHOLE)
    assert value_at(map, Cell("touchpoints", "inside.owner", "t1")) == "Bo"
    assert (
        value_at(moved(with_stage(map, "s0", "Before"), "stages", "s0", -1), Cell("stages", "name", "s1")) == "Discover"
    )
    with pytest.raises(NotThere):
        value_at(map, Cell("touchpoints", "name", "t9"))


@pytest.mark.parametrize("text", ["", "map", "map:title:x", "stages:name:", "nothing:name:s1"])
def test_a_name_that_is_no_cell_is_refused(text: str) -> None:
    with pytest.raises(NotThere):
        cell_of(text)


def test_an_id_may_hold_what_separates_the_parts_of_a_name() -> None:
    cell = Cell("touchpoints", "name", "a:b|c")
    assert cell_of(str(cell)) == cell


def test_writing_a_cell_changes_that_cell_alone() -> None:
    map = read(WHOLE)
    after = with_value(map, Cell("touchpoints", "inside.owner", "t1"), "Li")
    said = write(after)
    assert said["stages"][0]["touchpoints"][0]["inside"].pop("owner") == "Li"
    expected = write(map)
    expected["stages"][0]["touchpoints"][0]["inside"].pop("owner")
    assert said == expected


def test_emptying_a_cell_takes_its_key_away_and_the_husk_it_leaves() -> None:
    map = with_value(two_stages(), Cell("touchpoints", "inside.owner", "a"), "Li")
    assert with_value(map, Cell("touchpoints", "inside.owner", "a"), "") == two_stages()


@pytest.mark.parametrize(
    ("field", "value"),
    [("emotion", {"value": 3}), ("emotion", {"n": 4}), ("name", ""), ("name", None), ("mistakes", ["RF-21"]),
     ("pains", [{"severity": 3}]), ("importance", 4), ("id", "b"), ("colour", "red")],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_the_map_stays(field: str, value: Any) -> None:
    map = two_stages()
    with pytest.raises(MapFaults):
        with_value(map, Cell("touchpoints", field, "a"), value)
    assert map == two_stages()


def test_a_smaller_scale_is_refused_while_a_feeling_lies_beyond_it() -> None:
    with pytest.raises(MapFaults):
        with_value(felt(4, scale=5), Cell("map", "scale"), 2)


def test_the_stamp_of_a_cell_follows_its_value_and_no_other() -> None:
    map, name, channel = two_stages(), Cell("touchpoints", "name", "a"), Cell("touchpoints", "channel", "a")
    after = with_value(map, channel, "phone")
    assert stamp(after, name) == stamp(map, name)
    assert stamp(after, channel) != stamp(map, channel)


@pytest.mark.parametrize(
    ("part", "id", "by", "expected"),
    [
        ("touchpoints", "a", 1, ["Aba", "Cc"]),
        ("touchpoints", "b", 1, ["Aa", "Cbc"]),
        ("touchpoints", "c", -1, ["Aabc", "C"]),
        ("touchpoints", "a", -1, ["Aab", "Cc"]),
        ("touchpoints", "c", 1, ["Aab", "Cc"]),
        ("stages", "A", 1, ["Cc", "Aab"]),
        ("stages", "A", -1, ["Aab", "Cc"]),
    ],
)
def test_moving_by_one_goes_over_the_edge_of_a_stage_but_not_of_the_map(
    part: Any, id: str, by: int, expected: list[str]
) -> None:
    assert order(moved(two_stages(), part, id, by)) == expected


@pytest.mark.parametrize(
    ("part", "id", "before", "stage", "expected"),
    [
        ("touchpoints", "c", "a", "A", ["Acab", "C"]),
        ("touchpoints", "a", "", "C", ["Ab", "Cca"]),
        ("touchpoints", "a", "a", "A", ["Aab", "Cc"]),
        ("stages", "C", "A", "", ["Cc", "Aab"]),
    ],
)
def test_placing_puts_it_before_another_or_last(
    part: Any, id: str, before: str, stage: str, expected: list[str]
) -> None:
    assert order(placed(two_stages(), part, id, before, stage)) == expected


@pytest.mark.parametrize(("before", "stage"), [("c", "A"), ("a", "X")])
def test_placing_where_there_is_nothing_is_refused(before: str, stage: str) -> None:
    with pytest.raises(NotThere):
        placed(two_stages(), "touchpoints", "b", before, stage)


@pytest.mark.parametrize(("part", "id"), [("touchpoints", "a"), ("touchpoints", "c"), ("stages", "A"), ("stages", "C")])
def test_what_is_removed_can_be_put_back_where_it_was(part: Any, id: str) -> None:
    after, removed = without(two_stages(), part, id)
    assert id not in "".join(order(after))
    assert restored(after, removed) == two_stages()


def test_a_touchpoint_cannot_be_put_back_into_a_stage_that_is_gone() -> None:
    after, removed = without(two_stages(), "touchpoints", "c")
    gone, _stage = without(after, "stages", "C")
    with pytest.raises(NotThere):
        restored(gone, removed)


def test_evidence_comes_and_goes() -> None:
    map = with_evidence(two_stages(), "e1", "survey")
    assert value_at(map, Cell("evidence", "type", "e1")) == "survey"
    after, removed = without(map, "evidence", "e1")
    assert after.evidence == ()
    assert restored(after, removed) == map


IDS = st.sampled_from(["A", "C", "a", "b", "c", "n0", "n1", "n2"])
PARTS = st.sampled_from(["stages", "touchpoints"])
VALUES = st.sampled_from(["x", "", None, {"value": 1}])
ACTS = st.one_of(
    st.tuples(st.just("stage"), IDS),
    st.tuples(st.just("touchpoint"), IDS, IDS),
    st.tuples(st.just("without"), PARTS, IDS),
    st.tuples(st.just("moved"), PARTS, IDS, st.sampled_from([-1, 1])),
    st.tuples(st.just("placed"), PARTS, IDS, st.one_of(st.just(""), IDS), IDS),
    st.tuples(st.just("value"), IDS, st.sampled_from(["name", "goal", "emotion"]), VALUES),
)  # fmt: skip


@given(st.lists(ACTS, max_size=12))
def test_whatever_is_done_the_map_stays_one_and_no_touchpoint_is_doubled_or_lost_by_moving(acts: list[Any]) -> None:
    map = two_stages()
    for act, *rest in acts:
        before = sorted("".join(order(map)))
        try:
            if act == "stage":
                map = with_stage(map, rest[0], "Stage")
            elif act == "touchpoint":
                map = with_touchpoint(map, rest[0], "Touchpoint", rest[1])
            elif act == "without":
                map, _removed = without(map, *rest)
            elif act == "value":
                map = with_value(map, Cell("touchpoints", rest[1], rest[0]), rest[2])
            else:
                map = {"moved": moved, "placed": placed}[act](map, *rest)
                assert sorted("".join(order(map))) == before
        except (NotThere, MapFaults):
            assert sorted("".join(order(map))) == before
        assert read(write(map)) == map
