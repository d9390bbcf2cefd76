"""Maps are read whole or refused with every fault; what was read is written as it was."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.journey import map as m
from assessments.journey.faults import MapFaults
from assessments.journey.reading import read
from assessments.journey.writing import write

from .maps import ANY_TEXT, LINES, SAID, WHOLE, touchpoints


def faults(data: Any) -> list[str]:
    with pytest.raises(MapFaults) as caught:
        read(data)
    assert str(caught.value).splitlines() == [str(each) for each in caught.value.faults]
    return [str(each) for each in caught.value.faults]


def changed(way: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """The whole map with one entry changed."""
    data = copy.deepcopy(WHOLE)
    node: Any = data
    for key in way[:-1]:
        node = node[key]
    node[way[-1]] = value
    return data


POINT = ("stages", 0, "touchpoints", 0)
AT = "stages[0].touchpoints[0]"


def test_a_whole_map_comes_out_as_it_went_in() -> None:
    assert write(read(WHOLE)) == WHOLE
    assert json.loads(json.dumps(write(read(WHOLE)))) == WHOLE
    assert read(WHOLE).stages[0].touchpoints[0].pains[0].frequency == 0.4


@pytest.mark.parametrize("number", ["0", "1", "0.0", "1.0", "0.25"])
@pytest.mark.parametrize("way", [("emotion", "value"), ("pains", 0, "frequency"), ("metrics", 0, "value")])
def test_numbers_are_written_as_they_were(way: tuple[str | int, ...], number: str) -> None:
    out: Any = write(read(changed((*POINT, *way), json.loads(number))))["stages"][0]["touchpoints"][0]
    for key in way:
        out = out[key]
    assert json.dumps(out) == number


def test_keys_are_written_in_the_order_of_the_format() -> None:
    backwards = dict(reversed(WHOLE.items()))
    assert list(write(read(backwards))) == list(WHOLE)


def test_what_was_not_said_is_not_written() -> None:
    small = {"schema": "cx-journey/1", "stages": [{"id": "a", "name": "A"}]}
    assert write(read(small)) == small
    null = changed((*POINT, "moment_of_truth"), None)
    assert write(read(null)) == null


def test_reading_leaves_what_it_was_given_alone() -> None:
    data = {"schema": "cx-journey/1", "stages": [{"name": "A", "touchpoints": [{"name": "x"}]}]}
    before = copy.deepcopy(data)
    read(data)
    assert data == before


def test_entries_without_an_id_get_a_free_one() -> None:
    points = [{"name": "x"}, {"id": "t1", "name": "y"}, {"id": None, "name": "z"}]
    map = read(
        {"schema": "cx-journey/1", "stages": [{"name": "A", "touchpoints": points}], "evidence": [{"type": "survey"}]}
    )
    assert [each.id for each in map.touchpoints()] == ["t2", "t1", "t3"]
    assert (map.stages[0].id, map.evidence[0].id) == ("s1", "e1")


def test_null_is_absent() -> None:
    assert read(changed((*POINT, "goal"), None)).stages[0].touchpoints[0].goal == ""
    assert read(changed(("persona",), None)).persona == m.Persona()


@pytest.mark.parametrize(
    ("way", "value", "fault"),
    [
        ((*POINT, "emotion", "value"), 3, f"{AT}.emotion.value: 3 is outside -2..2"),
        ((*POINT, "emotion", "value"), -2.01, f"{AT}.emotion.value: -2.01 is outside -2..2"),
        ((*POINT, "emotion", "value"), True, f"{AT}.emotion.value: True is not a number"),
        ((*POINT, "emotion", "value"), "1", f"{AT}.emotion.value: 1 is not a number"),
        ((*POINT, "emotion", "value"), float("nan"), f"{AT}.emotion.value: nan is not a number"),
        ((*POINT, "emotion", "value"), None, f"{AT}.emotion.value: is missing"),
        ((*POINT, "emotion", "basis"), "guess", f"{AT}.emotion.basis: guess is not among observed, reported, assumed"),
        ((*POINT, "emotion", "n"), -1, f"{AT}.emotion.n: -1 is outside 0..1000000000"),
        ((*POINT, "emotion", "n"), 1.5, f"{AT}.emotion.n: 1.5 is not a whole number"),
        ((*POINT, "pains", 0, "severity"), 6, f"{AT}.pains[0].severity: 6 is outside 1..5"),
        ((*POINT, "pains", 0, "frequency"), 1.1, f"{AT}.pains[0].frequency: 1.1 is outside 0..1"),
        ((*POINT, "pains", 0, "frequency"), "often", f"{AT}.pains[0].frequency: often is not a number"),
        ((*POINT, "importance"), 0, f"{AT}.importance: 0 is outside 1..3"),
        ((*POINT, "trust", "effect"), 3, f"{AT}.trust.effect: 3 is outside -2..2"),
        ((*POINT, "trust", "factor"), "int", f"{AT}.trust.factor: int is not among INT, ABL, AFF, CON"),
        ((*POINT, "mistakes", 0), "RF-21", f"{AT}.mistakes[0]: RF-21 is not among RF-01..RF-20"),
        ((*POINT, "moment_of_truth"), "last",
         f"{AT}.moment_of_truth: last is not among first, trigger, purchase, use, recovery"),
        ((*POINT, "online"), "yes", f"{AT}.online: yes is neither true nor false"),
        ((*POINT, "actions"), "types", f"{AT}.actions: types is not a list"),
        ((*POINT, "actions"), ["x"] * 51, f"{AT}.actions: has too many entries (at most 50)"),
        ((*POINT, "goal"), 4, f"{AT}.goal: 4 is not a text"),
        ((*POINT, "name"), " ", f"{AT}.name:   is empty"),
        ((*POINT, "name"), "x" * 401, f"{AT}.name: {'x' * 60} is too long (at most 400)"),
        ((*POINT, "inside"), [], f"{AT}.inside: is not an object"),
        ((*POINT, "opportunities", 0, "due"), "2025-02-30", f"{AT}.opportunities[0].due: 2025-02-30 is not a day"),
        ((*POINT, "opportunities", 0, "due"), 20250630, f"{AT}.opportunities[0].due: 20250630 is not a day"),
        ((*POINT, "feeling"), None, f"{AT}.feeling: is no key we know"),
        (("stages", 0, "name"), None, "stages[0].name: is missing"),
        (("kind",), "wished", "kind: wished is not among actual, planned"),
        (("scale",), 3, "scale: 3 is not among 2, 5"),
        (("schema",), None, "schema: is missing (cx-journey/1)"),
        (("schema",), "cx-journey/2", "schema: cx-journey/2 is not among cx-journey/1"),
        (("stages",), {}, "stages: is not a list"),
        (("evidence", 0, "type"), "rumour",
         "evidence[0].type: rumour is not among interview, survey, observation, analytics, staff"),
    ],
)  # fmt: skip
def test_a_fault_names_its_place(way: tuple[Any, ...], value: Any, fault: str) -> None:
    assert faults(changed(way, value)) == [fault]


def test_all_faults_come_at_once() -> None:
    data = changed((*POINT, "emotion", "value"), 9)
    data["stages"].append({"id": "s1", "name": "", "touchpoints": [{"id": "t1", "name": "again"}]})
    data["titel"] = "x"
    assert faults(data) == [
        "stages[1].name:  is empty",
        "titel: is no key we know",
        f"{AT}.emotion.value: 9 is outside -2..2",
        "stages[1].id: s1 stands twice",
        "stages[1].touchpoints[0].id: t1 stands twice",
    ]


def test_the_wider_scale_reaches_to_five() -> None:
    data = changed((*POINT, "emotion", "value"), -5)
    assert read({**data, "scale": 5}).stages[0].touchpoints[0].emotion == m.Emotion(value=-5, n=12, basis="reported")
    data["stages"][0]["touchpoints"][0]["emotion"]["value"] = 6
    assert faults({**data, "scale": 5}) == [f"{AT}.emotion.value: 6 is outside -5..5"]


@pytest.mark.parametrize("data", [None, [], "map", 5])
def test_what_is_no_map_is_refused(data: Any) -> None:
    assert faults(data)[0].endswith("is not an object")
    assert faults(data)[0].startswith("map: ")


def test_what_no_database_can_hold_is_left_out() -> None:
    assert read(changed(("title",), "a\x00b\ud800c")).title == "abc"
    assert read(changed((*POINT, "goal"), "line\nline")).stages[0].touchpoints[0].goal == "line\nline"


KEYS = st.sampled_from(["id", "name", "stages", "touchpoints", "emotion", "value", "pains", "scale"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "name", "stages", "touchpoints", "emotion", "value", "pains", "scale"]), inside
        )
    ),
    max_leaves=15,
)


@given(JSON, st.sampled_from(["stages", "evidence", "persona", "scale", "title", "kind", "schema"]))
def test_whatever_comes_is_read_or_refused_and_nothing_else(value: Any, key: str) -> None:
    for data in (value, {**WHOLE, key: value}, changed((*POINT, "emotion"), value), changed((*POINT, "pains"), value)):
        try:
            map = read(data)
        except MapFaults as error:
            assert error.faults
        else:
            assert read(write(map)) == map


@given(st.data())
def test_every_map_comes_back_as_it_was(data: st.DataObject) -> None:
    ids = data.draw(st.lists(SAID, unique=True, min_size=3, max_size=3))
    points = [data.draw(touchpoints(SAID, st.just(id), table=False)) for id in ids]
    stages = (
        m.Stage(id=ids[2], name="A", aim="x", touchpoints=tuple(points[:1])),
        m.Stage(id=ids[0], name=data.draw(LINES), touchpoints=tuple(points[1:])),
    )
    evidence = m.Evidence(id=ids[1], type="staff", n=3, note=data.draw(ANY_TEXT))
    map = m.JourneyMap(title=data.draw(ANY_TEXT), kind="planned", stages=stages, evidence=(evidence,))
    written = json.loads(json.dumps(write(map)))
    assert read(written) == map
    assert json.dumps(write(read(written))) == json.dumps(written)


def test_what_stands_where_a_stage_belongs_is_named_beside_a_missing_id() -> None:
    with pytest.raises(MapFaults) as caught:
        read({"schema": "cx-journey/1", "stages": [{"name": "Look"}, "a stage", {"name": "Buy", "touchpoints": [7]}]})
    places = " ".join(str(each) for each in caught.value.faults)
    assert "stages[1]" in places
    assert "stages[2].touchpoints[0]" in places
