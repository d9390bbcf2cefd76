"""What leaves the house by a link: scores and stages, and nothing that one person said or wrote."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from assessments.forms.share_links import SECTIONS
from assessments.maturity.answers import Agreed, Answer, RaisedFlag
from assessments.reports.audience import for_audience, without_owners
from assessments.reports.document import SECTIONS as ALL
from assessments.reports.document import LedgerRow, ReportDocument, ValueLabels, ValueSection
from assessments.reports.document.table import Line, lines_of
from assessments.reports.renderers.to_pdf import to_pdf
from assessments.reports.sections_order import LOCKED
from tests.maturity.builders import everything, sheet
from tests.reports.pdf_reading import read, text_of, tight
from tests.reports.test_build import report
from tests.reports.walk import texts


def told() -> object:
    said = Answer(3, note="Ask Ada Quill", evidence="https://example.com/quill")
    answers = sheet(leaders=[everything(3) | {"l1-accurate-facts": said}], frontline=[everything(1)])
    raised = RaisedFlag("RF-06", "hand", answers.held_on, "Quill complained")
    agreed = {"int-privacy": Agreed(2, "Quill convinced us")}
    return report(replace(answers, agreed=agreed, raised=(raised,)))


def test_nothing_that_one_person_said_is_left_anywhere() -> None:
    document = told()
    assert "Quill" in " ".join(texts(document))
    outside = for_audience(document, ())
    assert not any("quill" in each.lower() for each in texts(outside))
    assert (outside.all_voices, outside.workings, outside.groups) == ((), None, ())
    # Every practice still has its stage, and how many answered.
    row = next(each for group in outside.answers.groups for each in group.rows if each.practice == "l1-accurate-facts")
    assert row.stage.value is not None and "2 answers" in row.remarks
    assert outside.flags.flags and outside.finding == document.finding


def test_colleagues_who_own_steps_or_assumptions_are_not_named() -> None:
    document = told()
    row = LedgerRow(**{each.name: "Quill" if each.type == "str" else 1.0 for each in fields(LedgerRow)})
    labels = ValueLabels(*(each.name for each in fields(ValueLabels)))
    worth = ValueSection(document.trust.head, (), (), (), (row,), (), labels)
    step = replace(document.board.steps[0], owner="Quill")
    card = replace(document.all_steps[0], owned=document.all_steps[0].owned._replace(owner="Quill"))
    taken = replace(document.steps, steps=(card,))
    named = replace(document, board=replace(document.board, steps=(step,)), value=worth, steps=taken, all_steps=(card,))
    for freed in (for_audience(named, ()), without_owners(named)):
        assert freed.board.steps == (replace(step, owner=""),)
        assert freed.value.ledger == (replace(row, owner=""),)
        table = freed.value.assumptions
        assert (table.heads[-1], lines_of(table.rows[0][-1])) == ("date", (Line("Quill", small=True),))  # its day alone
        assert [each.owned.owner for each in (*freed.steps.steps, *freed.all_steps)] == ["", ""]
        assert not any("Quill" in str(group.steps) for group in freed.groups)


def test_sections_left_out_are_gone_and_the_rest_are_numbered_anew() -> None:
    outside = for_audience(told(), ("pyramid", "answers", "steps"))
    assert [each.key for each in outside.heads][:2] == ["trust", "dimensions"]
    assert [each.number for each in outside.heads] == list(range(1, len(outside.heads) + 1))
    assert {each.id for each in outside.shown}.isdisjoint({"pyramid", "answers", "steps"})


def test_so_they_are_in_the_pdf() -> None:
    document = told()
    outside = for_audience(document, ("answers", "steps"))
    text = text_of(read(outside))
    for shown in document.shown:
        assert (tight(shown.section.head.finding) in text) == (shown.id not in ("answers", "steps")), shown.id
    assert "Quill" not in text and to_pdf(outside) == to_pdf(for_audience(document, ("answers", "steps")))


def test_every_section_may_be_left_out_but_those_no_report_goes_without() -> None:
    assert set(SECTIONS) | set(LOCKED) == set(ALL) and set(SECTIONS).isdisjoint(LOCKED)


@pytest.mark.parametrize("order", [(), ("gap", "method", "certainty")])
def test_the_order_of_the_house_stays(order: tuple[str, ...]) -> None:
    outside = for_audience(replace(told(), order=order), ("gap",))
    assert [each.id for each in outside.shown] == [
        each for each in order or [s.id for s in told().shown] if each != "gap"
    ]


def test_a_milestone_of_before_is_silent_on_red_flags_by_their_names() -> None:
    document = replace(told(), borrowed={})
    (title,) = {each.title for each in document.flags.flags}

    def named(report: ReportDocument) -> bool:
        return any(title in text for text in texts(replace(report, flags=None)))

    assert named(for_audience(document, ()))
    assert not named(for_audience(document, ("flags",)))
