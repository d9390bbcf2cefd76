"""A map as a table and back: what the columns hold comes back exactly, and no cell is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.journey import map as m
from assessments.journey.cells import guarded, number, split, unguarded
from assessments.journey.faults import MapFaults
from assessments.journey.reading import read
from assessments.journey.tables import COLUMNS, write_table
from assessments.journey.tables_reading import read_table
from assessments.journey.writing import write

from .maps import LINES, WHOLE, felt, point, touchpoints

OF_THE_METHOD = (
    "stage;touchpoint;channel;online;action;thought;need;emotion;emotion_basis;emotion_n;pain;severity;frequency;"
    "moment_of_truth;goal;metric;metric_value;metric_n;owner;process;trust_factor;trust_effect;mistake;opportunity;"
    "practice;due"
)
TEXTS = LINES | st.sampled_from(["=1+1", "+49 30", "-x", "@a", "'=x", "''-", "|", "\\|", "a|b\\"])


def faults(text: str) -> list[str]:
    with pytest.raises(MapFaults) as caught:
        read_table(text)
    return [str(each) for each in caught.value.faults]


def test_the_columns_are_those_of_the_method_and_two_more() -> None:
    header = write_table(read(WHOLE)).decode("utf-8-sig").splitlines()[0]
    assert header == OF_THE_METHOD + ";importance;status"


def test_a_map_on_the_wider_scale_comes_back() -> None:
    text = write_table(felt(-5, 4.5, scale=5)).decode("utf-8-sig")
    assert text.splitlines()[0] == OF_THE_METHOD + ";importance;status;scale"
    back = read_table(text)
    assert back.scale == 5
    assert [each.emotion and each.emotion.value for each in back.touchpoints()] == [-5, 4.5]
    assert write_table(back).decode("utf-8-sig") == text


def test_the_whole_map_keeps_what_the_columns_hold() -> None:
    back = write(read_table(write_table(read(WHOLE)).decode(), "First order online"))
    expected = write(read(WHOLE))["stages"][0]["touchpoints"][0]
    del expected["influences"], expected["metrics"][0]["window"], expected["opportunities"][0]["owner"]
    del expected["inside"]["systems"], expected["inside"]["capability"]
    assert back["stages"] == [{"id": "s1", "name": "Discover", "touchpoints": [expected]}]
    assert back["title"] == "First order online"


@given(st.data())
def test_any_map_comes_back_as_far_as_the_columns_go(data: st.DataObject) -> None:
    names = data.draw(st.lists(TEXTS, unique=True, min_size=1, max_size=3))
    stages, number_of = [], 0
    for place, name in enumerate(names, start=1):
        points = []
        for _each in range(data.draw(st.integers(0, 2))):
            number_of += 1
            points.append(data.draw(touchpoints(TEXTS, st.just(f"t{number_of}"), table=True)))
        stages.append(m.Stage(id=f"s{place}", name=name, touchpoints=tuple(points)))
    map = m.JourneyMap(title="x", stages=tuple(stages))
    assert read_table(write_table(map).decode(), "x") == map


@given(st.data())
def test_no_cell_is_taken_for_a_formula(data: st.DataObject) -> None:
    stage = m.Stage(id="s", name="S", touchpoints=(data.draw(touchpoints(TEXTS, st.just("t"), table=True)),))
    text = write_table(m.JourneyMap(stages=(stage,))).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) or isinstance(number(cell), (int, float))


@pytest.mark.parametrize("text", ["=1", "+a", "-a", "@a", "'=a", "\ta", "\ra", "＝a", "-1 | -2", "plain", "it's", "'"])
def test_what_is_guarded_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_every_separator_is_understood_and_columns_may_stand_anywhere(delimiter: str) -> None:
    rows = [["Touchpoint", "emotion", "STAGE", "", ""], ["Search", "-1", "Find", "", ""], ["", "", "", "", ""],
            ["Page", "1", "", "", ""], ["Pay", "", "Order", "", ""]]  # fmt: skip
    text = "\ufeff" + "\r\n".join(delimiter.join(row) for row in rows)
    map = read_table(text, "t")
    assert [(stage.name, [each.name for each in stage.touchpoints]) for stage in map.stages] == [
        ("Find", ["Search", "Page"]),
        ("Order", ["Pay"]),
    ]
    assert [each.emotion and each.emotion.value for each in map.touchpoints()] == [-1, 1, None]


def test_numbers_are_read_as_people_write_them() -> None:
    text = "stage;touchpoint;emotion;pain;severity;frequency;online\nA;B;−0,5;x | y;3 | 4;40% | 0,25;是"
    (only,) = read_table(text).touchpoints()
    assert only.emotion == m.Emotion(value=-0.5)
    assert [(each.severity, each.frequency) for each in only.pains] == [(3, 0.4), (4, 0.25)]
    assert only.online is True
    assert number("many%") == "many%"
    assert number("9" * 5000) == "9" * 5000  # more digits than Python reads: no number, and no fault of ours


def test_lists_in_a_cell() -> None:
    assert split(r"a | b\|c | d\\ | e\f |") == ["a", "b|c", "d\\", r"e\f", ""]
    assert split("  ") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["row 1: is empty"]),
        ("a;b\n1;2", [f"row 1: is not a table with a header of our columns {', '.join(COLUMNS)}"]),
        ("stage;pain\nA;x", ["row 1, column touchpoint: is missing"]),
        ("stage;touchpoint;feel\nA;x;1", [f"row 1, column feel: is no key we know {', '.join(COLUMNS)}"]),
        ("stage;touchpoint;goal;goal\nA;x;1;2", ["row 1, column goal: stands twice"]),
        ('stage;touchpoint\nA;"x', ["row 2: begins what cannot be read: quotes are not closed or not doubled"]),
        ("stage;touchpoint\nA;x;more", ["row 2: has too many entries (at most 2)"]),
        ("stage;touchpoint;emotion\nA;x;bad\nA;y;3", [
            "row 2, column emotion: bad is not a number",
            "row 3, column emotion: 3 is outside -2..2",
        ]),
        ("stage;touchpoint;emotion_n\nA;x;3", ["row 2, column emotion: is missing"]),
        ("stage;touchpoint;trust_effect\nA;x;1", ["row 2, column trust_factor: is missing"]),
        ("stage;touchpoint;pain;severity;frequency\nA;x;p | q;1 | 9;0.5 | 2", [
            "row 2, column severity: 9 is outside 1..5",
            "row 2, column frequency: 2 is outside 0..1",
        ]),
        ("stage;touchpoint;pain;severity\nA;x;p;1 | 2", [
            "row 2, column severity: 1 | 2 has more entries than the column it belongs to",
        ]),
        ("stage;touchpoint;opportunity;due\nA;x;o;soon", ["row 2, column due: soon is not a day"]),
        ("stage;touchpoint;online\nA;x;maybe", ["row 2, column online: maybe is neither true nor false"]),
        ("stage;touchpoint;channel\nA;;web", ["row 2, column touchpoint:  is empty"]),
        ("stage;touchpoint\n;x", ["row 2, column stage:  is empty"]),
        ("stage;touchpoint;scale\nA;x;\nA;y;7", ["row 3, column scale: 7 is not among 2, 5"]),
        ("stage;touchpoint;scale\nA;x;5\nA;y;\nA;z;2", ["row 4, column scale: 2 is not among 5"]),
    ],
)  # fmt: skip
def test_a_fault_names_its_row_and_column(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


def test_too_much_is_refused() -> None:
    assert faults("stage;touchpoint\n" + "A;x\n" * 2000) == ["row 2001: has too many entries (at most 2000)"]
    many = "stage;touchpoint\n" + "".join(f"{place};x\n" for place in range(41))
    assert faults(many) == ["row 1: has too many entries (at most 40)"]
    long = "stage;touchpoint\n" + "".join(f"A;{place}\n" for place in range(51))
    assert faults(long) == ["row 2, column stage: has too many entries (at most 50)"]


def test_a_stage_without_touchpoints_keeps_its_row() -> None:
    map = m.JourneyMap(stages=(m.Stage(id="s1", name="Empty"), *point().stages))
    back = read_table(write_table(map).decode())
    assert [(each.name, len(each.touchpoints)) for each in back.stages] == [("Empty", 0), ("S", 1)]
