"""Texts that a careless pattern would search again from each of their characters: read at once, or refused at once."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from assessments.files.logo import FILE_BYTES, LogoRefused, checked_logo
from assessments.files.office.check import checked_office
from assessments.files.problems import FileProblems
from assessments.intake.days import UnusableError, day_in

from .test_hostile_office import DECK, PAPER, TYPES, added, changed

MANY = 1_000_000
WITHIN = 20  # seconds, on a busy machine: in the square of their length these take hours


@pytest.fixture(autouse=True)
def _soon() -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < WITHIN


def test_a_cell_of_blanks_is_no_day() -> None:
    with pytest.raises(UnusableError):
        day_in(f"1{' ' * MANY}1", "dmy")
    assert day_in("2026年10月1日 下午 3:05", "").isoformat() == "2026-10-01"


def test_a_drawing_of_document_types_is_refused() -> None:
    mark = b"<!DOCTYPE"
    with pytest.raises(LogoRefused):
        checked_logo(b"<svg>" + mark * ((FILE_BYTES - 10) // len(mark)), lambda drawing: drawing)


@pytest.mark.parametrize(("field", "runs"), [("x", False), ("\\ DDE x", True)])
def test_a_field_of_blanks_is_read_all_the_same(field: str, runs: bool) -> None:
    start = '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:r><w:instrText>'
    paper = added("word/extra.xml", f"{start}{' ' * MANY}{field}</w:instrText></w:r></w:p>".encode(), PAPER)
    try:
        checked_office(paper, "docx", "house.docx")
    except FileProblems as refusal:
        assert runs and "field" in refusal.problems[0].message
    else:
        assert not runs


def test_a_list_of_contents_that_begins_again_and_again_is_read() -> None:
    note = b"<!--" + b"<?xml" * (MANY // 5) + b"--></Types>"
    deck = changed(DECK, TYPES, lambda xml: xml[xml.index(b"<Types") :].replace(b"</Types>", note))
    assert checked_office(deck, "pptx", "house.pptx")
