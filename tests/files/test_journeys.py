"""Journey maps from files as they come: encodings, broken JSON, tables; every problem in words."""

from __future__ import annotations

import json

import pytest

from assessments.files.journeys import fault_said, read_journey
from assessments.files.problems import FileProblems
from assessments.journey.faults import SAYS, Fault
from assessments.journey.reading import read
from assessments.journey.tables import write_table
from assessments.journey.writing import write

MAP = {"schema": "cx-journey/1", "title": "退货", "stages": [{"id": "s1", "name": "申请", "touchpoints": []}]}
MAP["stages"][0]["touchpoints"] = [{"id": "t1", "name": "填写表单", "emotion": {"value": -1}}]
JSON = json.dumps(MAP, ensure_ascii=False)


def problems(name: str, data: bytes) -> list[str]:
    with pytest.raises(FileProblems) as caught:
        read_journey(name, data)
    return caught.value.lines()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_json_in_any_unicode(encoding):
    assert write(read_journey("a.json", JSON.encode(encoding))) == MAP


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_tables_in_the_encodings_of_spreadsheets(encoding):
    text = write_table(read(MAP)).decode("utf-8-sig")
    map = read_journey("退货.csv", text.encode(encoding))
    assert (map.title, map.stages[0].name, map.stages[0].touchpoints[0].name) == ("退货", "申请", "填写表单")


def test_every_problem_is_named_with_its_place():
    bad = {**MAP, "kind": "x", "stages": [{"name": "a", "touchpoints": [{"name": "b", "emotion": {"value": 3}}]}]}
    assert problems("a.json", json.dumps(bad).encode()) == [
        "a.json, kind: This is not one of the words we know. Found: “x”. Allowed: actual, planned.",
        "a.json, stages[0].touchpoints[0].emotion.value: This is outside the possible range. Found: 3. Allowed: -2..2.",
    ]
    assert problems("a.csv", b"stage;touchpoint;emotion\nA;B;9") == [
        "a.csv, row 2, column emotion: This is outside the possible range. Found: 9. Allowed: -2..2."
    ]


def test_what_plain_readers_lose_is_a_problem():
    text = '{"schema": "cx-journey/1", "title": "a", "title": "b", "stages": [{"name": "a", "touchpoints": [{"name": "b", "emotion": {"value": NaN}}]}]}'  # noqa: E501
    assert problems("a.json", text.encode()) == [
        "a.json, title: This key occurs more than once in its object. Found: “title”.",
        "a.json, stages[0].touchpoints[0].emotion.value: This is not a number. Found: “NaN”.",
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"PK\x03\x04\x00\xff",
        b"\xb5\xd8\xff",
        b"a,b\n1,2",
        b"{" * 200_000,
        b'{"title":' + b"[" * 990 + b"]" * 990 + b"}",
    ],
)
def test_what_is_no_map_is_refused(data):
    assert len(problems("a", data)) == 1


def test_a_file_too_large_is_refused_unread():
    assert "5 MB" in problems("a.json", b" " * (5 * 1024 * 1024 + 1))[0]


def test_every_kind_of_fault_has_its_words():
    assert len({fault_said(Fault("x", kind)) for kind in SAYS}) == len(SAYS)
