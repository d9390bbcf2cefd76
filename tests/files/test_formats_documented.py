"""What docs/formats.md says is so: its examples are read, its limits are ours, its errors come out."""

from __future__ import annotations

import re
from pathlib import Path

from assessments.files import limits as ours
from assessments.files.reading import read
from assessments.files.value import AnswerFile
from assessments.words.labels import INDUSTRIES, SIZES

from .samples import CX, TODAY, refused

TEXT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def example(kind: str) -> AnswerFile:
    (text,) = blocks(kind)
    return read(f"a.{kind}", text.encode(), CX, today=TODAY)


def test_the_json_example() -> None:
    file = example("json")
    assert (file.title, file.company.name, len(file.respondents[0].answers)) == ("Autumn 2026", "Harbour Retail", 3)
    assert (file.red_flags, file.targets) == ({"RF-01"}, {"l2-response-speed": 4})


def test_the_csv_example() -> None:
    assert [(each.name, each.group, len(each.answers)) for each in example("csv").respondents] == [
        ("ann", "frontline", 2),
        ("bob", "leaders", 1),
    ]


def test_the_examples_of_problems() -> None:
    errors = blocks("text")
    for kind, lines in (("csv", errors[0]), ("json", errors[1])):
        (text,) = blocks(f"{kind} bad")
        assert [str(problem) for problem in refused(f"answers.{kind}", text.encode())] == lines.splitlines()


def test_words_and_limits() -> None:
    for word in (*INDUSTRIES, *SIZES, *CX.group_ids, *CX.reasons):
        assert f"{word}`" in TEXT
    rows = dict(re.findall(r"^\| ([a-z ,]+) \| ([0-9,]+) ", TEXT, re.MULTILINE))
    assert {name: int(number.replace(",", "")) for name, number in rows.items()} == {
        "a file": ours.FILE_BYTES // 1024**2,
        "a workbook when unpacked": ours.UNPACKED_BYTES // 1024**2,
        "a table": ours.ROWS,
        "respondents": ours.RESPONDENTS,
        "a note": ours.NOTE,
        "evidence": ours.EVIDENCE,
        "title, name of the company": ours.TITLE,
        "name of a respondent": ours.NAME,
    }
    assert f"{ours.SHEETS} sheets" in TEXT
    assert f"styles and names {ours.PART_BYTES // 1024**2} MB" in TEXT
    assert f"{ours.COLUMNS} columns" in TEXT
