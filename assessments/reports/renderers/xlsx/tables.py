"""The sheets that are plain tables: what was said in words, groups, customers, journeys, the method."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from .customers import customers_rows, journeys_rows
from .pen import Pen
from .rows import Row, write_rows
from .since import since_rows
from .value import value_rows

if TYPE_CHECKING:
    from ...document import ReportDocument

Table = tuple[str, Sequence[float], Iterable[Row]]  # a name, widths, rows with their heads first


def write_tables(pen: Pen) -> None:
    """Every table of the document on its sheet; the head row stays and repeats in print."""
    for name, widths, rows in _tables(pen.document):
        sheet = pen.sheet(name, repeat=0)
        write_rows(pen, sheet, list(rows), widths)
        sheet.freeze_panes(1, 0)


def _tables(document: ReportDocument) -> Iterable[Table]:
    """The tables of a document in their order."""
    words, shown = document.words, {each.id for each in document.shown}
    yield document.profile.head.topic, (22, 12, 12, 12, 12, 12, 24, 40, 12), _dimensions(document)
    if document.since and "since" in shown:
        yield document.since.head.topic, (44, 16, 16, 40), since_rows(document.since)
    if "answers" in shown:
        yield words["sheet_notes"], (40, 28, 28, 60, 50), _voices(document)
    if "gap" in shown:
        yield document.gap.head.topic, (22, 28, 12, 24, 14, 24), _gap(document)
    if document.customers and "customers" in shown:
        widths = (30, 14, 14, 14, 14, 14, 14, 24, 40)
        yield document.customers.head.topic, widths, customers_rows(document.customers, words)
    if document.journeys and "journeys" in shown:
        yield document.journeys.head.topic, (40, 30, 44, 34, 12), journeys_rows(document.journeys)
    if document.value and "value" in shown:
        yield document.value.head.topic, (44, 14, 14, 14, 24, 50, 22, 14), value_rows(document.value)
    yield document.method.head.topic, (28, 110), _method(document)


def _dimensions(document: ReportDocument) -> Iterable[Row]:
    """The ten as the report has them: nothing here is calculated anew."""
    words = document.words
    yield (
        words["dimension"], words["score"], words["lowest"], words["highest"], words["evidenced"], words["coverage"],
        words["band"], words["status"], words["self_rated"],
    )  # fmt: skip
    found = {each.id: each for each in document.card.dimensions}
    for row in document.profile.rows:
        coverage = found[row.id].coverage
        yield (
            row.name, row.score.value, row.low, row.high, row.evidenced, coverage and coverage * 100,
            row.band_text or words["not_rated"], row.status_text, found[row.id].self_rated,
        )  # fmt: skip


def _voices(document: ReportDocument) -> Iterable[Row]:
    """Every answer in words, with its note and evidence."""
    words = document.words
    yield words["practice"], words["respondent"], words["answer"], words["note"], words["evidence"]
    for title, voice in document.all_voices:
        yield title, voice.who, voice.answer, voice.note, voice.evidence


def _gap(document: ReportDocument) -> Iterable[Row]:
    """One row for each dimension and group; the gap beside the first of them."""
    words, section = document.words, document.gap
    yield words["dimension"], words["respondents"], words["stage"], words["people"], section.gap_label, words["status"]
    for row in section.rows:
        for view in row.views:
            first = view is row.views[0]
            gap, flag = (row.gap.value, row.flag) if first else (None, "")
            yield row.name, view.name, view.stage, view.people, gap, flag
    for text in (section.head.finding, *section.head.paragraphs, section.caption):
        yield (text,)


def _method(document: ReportDocument) -> Iterable[Row]:
    yield document.method.head.topic, document.method.head.finding
    yield from document.method.items
    yield document.words["made_with"], document.words["trademark"]
