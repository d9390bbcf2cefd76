"""What is written is read back the same, whatever people wrote in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessments.content.schema import LANGUAGES
from assessments.files.reading import read
from assessments.files.text import name_line
from assessments.files.value import AnswerFile
from assessments.files.write_csv import write_csv
from assessments.files.write_json import write_json
from assessments.files.write_xlsx import write_xlsx
from assessments.files.writing import write
from assessments.maturity.answers import Answer, Respondent

from .samples import CX, HARBOUR, HOSTILE, LINES, TODAY, WANG, answer_files, answers, respondents

few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
many = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(answer_files(respondents(4)))
def test_json(file: AnswerFile) -> None:
    assert read("answers.json", write_json(file), CX, today=TODAY) == file
    assert read("answers", write_json(file, CX), CX, today=TODAY) == file


@many
@given(respondents(4))
def test_csv(people: tuple[Respondent, ...]) -> None:
    file = AnswerFile(TODAY, respondents=people)
    assert read("answers.csv", write_csv(file), CX, today=TODAY) == file
    assert read("answers", write_csv(file, CX), CX, today=TODAY) == file


@few
@given(
    answer_files(st.builds(lambda *parts: (Respondent(*parts),), LINES, st.sampled_from(CX.group_ids), answers())),
)
def test_xlsx(file: AnswerFile) -> None:
    assert read("answers.xlsx", write_xlsx(file, CX, file.language), CX, today=TODAY) == file


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", ["json", "csv", "xlsx"])
def test_hostile_text_stays_as_it_is(kind: str, text: str) -> None:
    person = Respondent(name_line(text), "leaders", {"l1-right-place-moment": Answer(3, note=text, evidence=text)})
    file = AnswerFile(TODAY, respondents=(person,))
    assert read("f", write(kind, file, CX, "en"), CX, today=TODAY).respondents == (person,)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["json", "csv", "xlsx"])
def test_every_kind_in_every_language(kind: str, language: str) -> None:
    found = read(f"harbour.{kind}", write(kind, HARBOUR, CX, language), CX, today=TODAY)
    assert found.respondents == (WANG,)
    if kind != "csv":
        assert replace(found, language="en") == HARBOUR


def test_answers_beyond_the_quick_set_are_kept() -> None:
    file = replace(HARBOUR, practice_set="quick", language="zh-hans")
    assert "l1-right-place-moment" not in {practice.id for practice in CX.asked("quick")}
    person = Respondent("Ann", "leaders", {"l1-right-place-moment": Answer(1)})
    file = replace(file, respondents=(person,))
    assert read("f", write("xlsx", file, CX, "zh-hans"), CX, today=TODAY) == file


def test_the_workbook_of_another_respondent() -> None:
    ann = Respondent("Ann", "leaders", {"l1-right-place-moment": Answer(1)})
    file = replace(HARBOUR, respondents=(WANG, ann))
    assert read("f", write_xlsx(file, CX, "en", ann), CX, today=TODAY).respondents == (ann,)


def test_the_same_file_gives_the_same_bytes() -> None:
    for kind in ("json", "csv", "xlsx"):
        assert write(kind, HARBOUR, CX, "en") == write(kind, HARBOUR, CX, "en")


def test_text_from_elsewhere_is_cleaned_on_the_way_out() -> None:
    dirty = Respondent("An\x00n\r\n", "leaders", {"l1-right-place-moment": Answer(1, note="a\x00b\r\nc\ud800")})
    for kind in ("json", "csv", "xlsx"):
        found = read("f", write(kind, AnswerFile(TODAY, respondents=(dirty,)), CX, "en"), CX, today=TODAY)
        assert found.respondents == (
            Respondent("Ann", "leaders", {"l1-right-place-moment": Answer(1, note="ab\nc\ufffd")}),
        )
