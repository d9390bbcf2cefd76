"""When a note is stale: other numbers make it so, other words do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessments.reports.basis import basis_of, dated_notes
from assessments.reports.document import SECTIONS
from assessments.reports.look import SUMMARY, Note
from assessments.reports.note_text import Block, blocks
from assessments.reports.sections_order import LOCKED, order_of

from .documents import report


@pytest.fixture(scope="module")
def document():
    return report()


THERE = ("pyramid", "trust", "profile", "synergy", "strengths", "steps", "roadmap", "certainty", "gap", "answers")


@pytest.mark.parametrize("section", [each for each in (SUMMARY, *THERE) if each != "gap"])  # invented gaps are alike
def test_the_same_numbers_have_the_same_basis_and_others_another(section, document):
    other = report(seed=2)
    assert basis_of(document, section) == basis_of(report(), section)
    assert basis_of(document, section) != basis_of(other, section)


@pytest.mark.parametrize("section", THERE)
def test_words_do_not_count(section, document):
    told = getattr(document, section)
    reworded = replace(told, head=replace(told.head, number=9, finding="In other words", paragraphs=("More",)))
    assert basis_of(replace(document, **{section: reworded}), section) == basis_of(document, section)


def test_one_number_is_enough(document):
    first, *rest = document.trust.factors
    other = replace(first, score=replace(first.score, value=(first.score.value or 0) + 0.001))
    changed = replace(document, trust=replace(document.trust, factors=(other, *rest)))
    assert basis_of(changed, "trust") != basis_of(document, "trust")
    assert basis_of(changed, SUMMARY) != basis_of(document, SUMMARY)
    assert basis_of(changed, "profile") == basis_of(document, "profile")


def test_notes_are_dated_by_what_they_were_written_on(document):
    fresh, unknown = Note("a", basis_of(document, "trust")), Note("b")
    notes = {"trust": fresh, "pyramid": Note("c", "old"), "steps": unknown, "journeys": Note("d", "x"), "no": Note("e")}
    found = dated_notes(document, notes)
    assert {name: note.stale for name, note in found.items()} == {"trust": False, "pyramid": True, "steps": False}


def test_order_is_what_was_chosen_with_the_locked_ones_and_without_the_absent():
    assert order_of(()) == SECTIONS
    assert order_of(("steps", "trust", "steps", "nonsense")) == ("steps", "trust", *LOCKED)
    assert order_of(("method", "steps", "certainty")) == ("method", "steps", "certainty")
    assert "journeys" not in order_of((), ("journeys",))


def test_lines_are_paragraphs_and_dashes_make_a_list():
    assert blocks(" One \n\n- a\n* b\n\nTwo\n– c") == (
        Block("One"), Block("", ("a", "b")), Block("Two"), Block("", ("c",)),
    )  # fmt: skip
    assert blocks(" \n") == ()
