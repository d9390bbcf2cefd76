"""Where no groups can be set side by side, the report has a sentence and no section; and what chance may do to few."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import openpyxl
import pytest

from assessments.maturity.anonymity import anonymous_sheet
from assessments.reports.build import build
from assessments.reports.look import Look, Note
from assessments.reports.renderers.to_docx import to_docx
from assessments.reports.renderers.to_pdf import to_pdf
from assessments.reports.renderers.to_xlsx import to_xlsx
from tests.maturity.builders import DONT_KNOW, FRAMEWORK, everything, sheet
from tests.office import pages_of

from .test_build import LANGUAGES, report, source
from .walk import texts

TWO = sheet(leaders=[everything(2)], frontline=[everything(3)])
SIX = sheet(leaders=[everything(4)] * 3, frontline=[everything(1)] * 3)
TOO_FEW = "Leaders or the front line gave too few answers to say whether both see the same company."


def topics(document):
    return [each.topic for each in document.heads]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_compared_is_a_sentence_and_no_section(language):
    document = report(TWO, language)
    topic, finding = document.gap.head.topic, document.gap.head.finding
    assert topic not in topics(document)
    assert finding in document.certainty.statements
    assert [each.number for each in document.heads] == list(range(1, len(document.heads) + 1))
    assert topic not in "".join(pages_of(to_pdf(document)))
    assert topic not in [each.text for each in docx.Document(io.BytesIO(to_docx(document))).paragraphs]
    assert topic not in openpyxl.load_workbook(io.BytesIO(to_xlsx(document)), read_only=True).sheetnames


def test_what_can_be_compared_has_its_section():
    document = report(SIX)
    assert "Perception gap" in topics(document)
    assert document.gap.head.finding not in document.certainty.statements


def test_a_group_that_is_drawn_nowhere_has_no_sign_in_the_legend():
    gap = report(sheet(leaders=[everything(2)] * 3, managers=[everything(4)], frontline=[everything(1)] * 3)).gap
    assert "Managers" in " ".join(gap.head.paragraphs)
    assert [each.text for each in gap.groups] == ["Leaders, 3 people", "Frontline, 3 people"]


def test_a_note_on_the_section_keeps_it():
    noted = replace(source(TWO), look=Look(notes={"gap": Note("We shall ask the shops.")}))
    document = build(noted)
    assert "Perception gap" in topics(document)
    assert TOO_FEW not in document.certainty.statements


@pytest.mark.parametrize(
    "answers",
    [
        sheet(everything(2)),  # one person is one view, as it says already
        sheet(everything(None)),
        anonymous_sheet(FRAMEWORK, sheet(leaders=[everything(3)] * 2), 5),  # too few to show anything
    ],
)
def test_what_is_said_of_everybody_is_not_said_again_of_groups(answers):
    document = report(answers)
    assert "Perception gap" not in topics(document)
    assert document.certainty.statements.count(document.gap.head.finding) < 2


def chance(document):
    """What is said of the people who answered."""
    return next(each for each in document.certainty.statements if "answered" in each or "respondents, a" in each)


def test_whoever_knows_nothing_makes_no_score_surer():
    answers = sheet(leaders=[everything(2)] * 5, managers=[everything(DONT_KNOW)] * 5)
    assert chance(report(answers)) == (
        "10 people answered, but on average only 5 of them gave a stage to a practice. A level score may lie about 7 "
        "points off by chance alone (one standard error, simulated with plausible spreads)."
    )
    few = sheet(leaders=[everything(2)] * 2, managers=[everything(DONT_KNOW)] * 5)
    assert chance(report(few)) == (
        "7 people answered, but on average only 2 of them gave a stage to a practice. That is too few to say how far "
        "opinions in the company differ."
    )


def test_people_of_whom_nobody_gave_a_stage_are_not_averaged():
    said = "3 people answered, but none of them gave a stage to a practice."
    assert chance(report(sheet(leaders=[everything(DONT_KNOW)] * 3))) == said


def test_people_whose_answers_are_not_shown_are_not_said_to_be_missing():
    """Four have answered, where it takes five: neither is nobody there, nor is their number for showing."""
    document = report(anonymous_sheet(FRAMEWORK, sheet(leaders=[everything(3)] * 4), 5))
    said = " ".join(texts(document))
    assert "Nobody has answered yet." not in document.certainty.statements
    assert "0 people" not in said and "0 respondents" not in said
    assert document.keys[3].note == "too few people to show"


def test_a_few_who_do_not_know_change_nothing():
    answers = sheet(leaders=[everything(2)] * 9 + [everything(2, l1=DONT_KNOW)])
    assert chance(report(answers)).startswith("With 10 respondents, a level score may lie about 5 points off")
