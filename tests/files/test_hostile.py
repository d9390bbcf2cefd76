"""Whatever arrives, a reader answers with a file or with problems: nothing else is raised, and nothing takes long."""

from __future__ import annotations

import io
import json
import time
import zipfile
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.files.problems import MOST, FileProblems
from assessments.files.reading import read
from assessments.files.value import AnswerFile
from assessments.files.writing import write

from .samples import CX, HARBOUR, HELP, TODAY, harbour, repacked, table

NAMES = st.sampled_from(("a.json", "a.csv", "a.xlsx", "a", "\x00\ud800.csv", "a\nb.json"))
WORKBOOK = harbour("en")
JSON = write("json", HARBOUR, CX, "en")
CSV = write("csv", HARBOUR, CX, "en")
fuzz = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
slow = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def survives(name: str, data: bytes) -> None:
    """A file that can be scored and stored, or problems that can be shown."""
    try:
        file = read(name, data, CX, today=TODAY)
    except FileProblems as problems:
        lines = problems.lines()
        assert 0 < len(problems.problems) <= MOST
        assert all(line and "\n" not in line and "\0" not in line for line in lines)
        "\n".join(lines).encode()
    else:
        assert isinstance(file, AnswerFile)
        file.sheet()
        write("json", file, CX, "en")


@fuzz
@given(NAMES, st.binary(max_size=400))
def test_random_bytes(name: str, data: bytes) -> None:
    survives(name, data)


@fuzz
@given(NAMES, st.binary(max_size=400))
def test_random_bytes_that_begin_like_a_workbook(name: str, data: bytes) -> None:
    survives(name, b"PK\x03\x04" + data)


@fuzz
@given(st.data(), st.sampled_from((JSON, CSV)))
def test_files_of_ours_with_bytes_changed(data: st.DataObject, whole: bytes) -> None:
    survives("a", _damaged(data, whole))


@slow
@given(st.data())
def test_workbooks_with_bytes_changed(data: st.DataObject) -> None:
    survives("a.xlsx", _damaged(data, WORKBOOK))


@slow
@given(st.data())
def test_workbooks_with_a_part_changed(data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as book:
        part = data.draw(st.sampled_from(book.namelist()))
    survives("a.xlsx", repacked(WORKBOOK, lambda name, xml: _damaged(data, xml) if name == part else xml))


def _damaged(data: st.DataObject, whole: bytes) -> bytes:
    """Some bytes of `whole` overwritten, and perhaps its end cut off."""
    changed = bytearray(whole)
    for at, byte in data.draw(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=12)):
        changed[at] = byte
    return bytes(changed[: data.draw(st.one_of(st.just(len(whole)), st.integers(0, len(whole))))])


KEYS = st.sampled_from(
    "format framework framework_version title company date set language respondents red_flags targets name group "
    f"answers stage dont_know not_applicable note evidence {HELP} x".split()
)
VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=8),
        st.sampled_from(("cxmaturity-answers/1", "cx-pyramid", "leaders", "full", "2026-11-21", "RF-01", HELP)),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=20,
)


@fuzz
@given(VALUES)
def test_random_json(value: Any) -> None:
    survives("a.json", json.dumps(value).encode())


@fuzz
@given(st.dictionaries(KEYS, VALUES))
def test_random_changes_to_good_json(changes: dict[str, Any]) -> None:
    survives("a.json", json.dumps({**json.loads(JSON), **changes}).encode())


CELLS = st.one_of(
    st.sampled_from(
        ("respondent", "group", "practice", "answer", "note", "leaders", "Ann", HELP, "2", "na:by-choice", "")
    ),
    st.text(max_size=6),
)


@fuzz
@given(st.lists(st.lists(CELLS, max_size=7), max_size=6), st.sampled_from(",;\t"), st.booleans())
def test_random_tables_as_csv(rows: list[list[str]], separator: str, headed: bool) -> None:
    lines = [["respondent", "group", "practice", "answer", "note"], *rows] if headed else rows
    survives("a.csv", "\n".join(separator.join(row) for row in lines).encode("utf-8", "surrogatepass"))


VALUES_OF_CELLS = st.one_of(
    CELLS.filter(lambda text: text.isprintable()),
    st.integers(-5, 5),
    st.floats(-9, 9),
    st.booleans(),
    st.dates(),
    st.none(),
)


@slow
@given(st.lists(st.lists(VALUES_OF_CELLS, max_size=7).map(tuple), max_size=6))
def test_random_tables_as_workbooks(rows: list[tuple[object, ...]]) -> None:
    survives("a.xlsx", table(("respondent", "group", "practice", "answer", "note"), *rows))


def test_more_problems_than_anybody_reads() -> None:
    rows = "".join(f"r{number},boss,nothing-like-it-{number},9,x\n" for number in range(400))
    with pytest.raises(FileProblems) as refusal:
        read("a.csv", b"respondent,group,practice,answer,note\n" + rows.encode(), CX, today=TODAY)
    assert len(refusal.value.problems) == MOST
    assert refusal.value.more == 600
    assert str(refusal.value).endswith("and 600 more problems")
    assert len(str(refusal.value).splitlines()) == MOST + 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", b'{"respondents":[' + b"[]," * 1_500_000 + b"[]]}"),
        ("a.json", b"{" + b",".join(b'"%d":0' % number for number in range(300_000)) + b"}"),
        ("a.csv", b"respondent,group,practice,answer\n" + b"a,leaders,zzz,9\n" * 200_000),
        ("a.csv", b"practice," * 400_000),
        ("a.csv", b'"' * 4_000_000),
    ],
)
def test_a_large_file_of_nonsense_is_refused_quickly(name: str, data: bytes) -> None:
    began = time.process_time()
    survives(name, data)
    assert time.process_time() - began < 15  # measured: under four seconds; quadratic work would take minutes


def test_a_file_that_is_too_large() -> None:
    with pytest.raises(FileProblems, match="larger than 5 MB"):
        read("a.csv", b"x" * (5 * 1024 * 1024 + 1), CX, today=TODAY)
