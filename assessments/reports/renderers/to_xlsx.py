"""The report as a workbook: every score, step and answer, for those who go on calculating.

Text is always written as text, never as a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from ..document import ReportDocument, Voice
from .xlsx_customers import customers_rows, journeys_rows

Cell = str | float | int | None
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff￾￿]")
ACCENT = "#0B5563"
LONGEST = 32_000


def to_xlsx(document: ReportDocument) -> bytes:
    """The document as an XLSX workbook."""
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(buffer, options) as book:
        book.set_properties({"title": _text(document.title)[:255], "author": _text(document.facts.prepared_by)[:255]})
        pen = _Pen(book)
        for name, widths, rows in _sheets(document):
            pen.sheet(name, widths, list(rows))
    return buffer.getvalue()


class _Pen:
    """Writes sheets in one look: a coloured head row that stays, wrapped text, numbers as numbers."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.head = book.add_format(
            {"bold": True, "bg_color": ACCENT, "font_color": "#FFFFFF", "valign": "top", "text_wrap": True}
        )
        self.body = book.add_format({"text_wrap": True, "valign": "top"})
        self.number = book.add_format({"num_format": "0.00", "valign": "top"})

    def sheet(self, name: str, widths: Sequence[int], rows: Sequence[Sequence[Cell]]) -> None:
        """A sheet whose first row is its head."""
        sheet = self.book.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", name)[:31])
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                self.write(sheet, place, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def write(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        """One cell, by its kind. A missing number stays empty: it is not zero."""
        if cell is None:
            return
        if isinstance(cell, str):
            sheet.write_string(row, column, _text(cell), self.head if row == 0 else self.body)
        else:
            sheet.write_number(row, column, cell, self.number)


def _text(text: str) -> str:
    return CONTROL.sub("", text)[:LONGEST]


def _sheets(document: ReportDocument) -> Iterable[tuple[str, Sequence[int], Iterable[Sequence[Cell]]]]:
    words = document.words
    yield words["summary"], (28, 22, 70), _summary(document)
    yield words["dimension"], (22, 12, 12, 12, 12, 12, 24, 40, 12), _dimensions(document)
    yield words["practice"], (28, 40, 18, 10, 70, 30, 10, 10), _practices(document)
    yield document.steps.head.topic, (6, 12, 34, 44, 70, 26, 12, 60), _steps(document)
    yield words["answer"], (40, 28, 28, 60, 50), _voices(document)
    yield document.gap.head.topic, (22, 28, 12, 28, 12, 20), _gap(document)
    if document.customers:
        yield (
            document.customers.head.topic,
            (30, 14, 14, 14, 14, 14, 14, 24, 40),
            customers_rows(document.customers, words),
        )
    if document.journeys:
        yield document.journeys.head.topic, (40, 30, 44, 12), journeys_rows(document.journeys)
    yield document.method.head.topic, (28, 110), _method(document)


def _summary(document: ReportDocument) -> Iterable[Sequence[Cell]]:
    words = document.words
    yield document.title, document.company, document.finding
    yield words["assessment"], document.subtitle, document.date_text
    for key in document.keys:
        yield key.label, _value(key.number.value, key.number.text), key.note
    for notice in document.notices:
        yield "", "", notice
    for row in document.certainty.rows:
        yield row.name, f"{row.value} ({row.grade_text})", row.meaning
    for flag in document.flags.flags:
        yield document.flags.head.topic, flag.title, flag.about


def _value(value: float | None, text: str) -> Cell:
    return text if value is None or not re.fullmatch(r"[\d.]+", text) else value


def _dimensions(document: ReportDocument) -> Iterable[Sequence[Cell]]:
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


def _practices(document: ReportDocument) -> Iterable[Sequence[Cell]]:
    words = document.words
    yield (
        "id", words["practice"], words["dimension"], words["stage"], words["answer"], words["note"], words["agreed"],
        words["self_rated"],
    )  # fmt: skip
    for group in document.answers.groups:
        for row in group.rows:
            found = document.card.practices[row.practice]
            yield (
                row.practice, row.title, group.name, row.stage.value, row.answer, " · ".join(row.remarks), found.agreed,
                found.self_rated,
            )  # fmt: skip


def _steps(document: ReportDocument) -> Iterable[Sequence[Cell]]:
    words = document.words
    yield (
        "#", words["lane"], words["practice"], words["step"], words["details"], words["stage"], words["priority"],
        words["why"],
    )  # fmt: skip
    for card in document.all_steps:
        reasons = "\n".join(f"{each.value} {each.text}" for each in card.reasons)
        yield (
            card.number, card.lane_text, card.practice_title, card.do, f"{card.how}\n{card.first_sign}", card.move,
            card.priority.value, reasons,
        )  # fmt: skip


def _voices(document: ReportDocument) -> Iterable[Sequence[Cell]]:
    words = document.words
    yield words["practice"], words["respondent"], words["answer"], words["note"], words["evidence"]
    for title, voice in document.all_voices:
        yield title, *_said(voice)


def _gap(document: ReportDocument) -> Iterable[Sequence[Cell]]:
    """One row for each dimension and group; the gap beside the first of them."""
    words, section = document.words, document.gap
    yield words["dimension"], words["respondents"], words["stage"], words["people"], section.gap_label, words["status"]
    for row in section.rows:
        for view in row.views:
            first = view is row.views[0]
            yield (
                row.name, view.name, view.stage, view.people, row.gap.value if first else None,
                row.flag if first else "",
            )  # fmt: skip
    for text in (section.head.finding, *section.head.paragraphs, section.caption):
        yield "", text


def _said(voice: Voice) -> Sequence[Cell]:
    return voice.who, voice.answer, voice.note, voice.evidence


def _method(document: ReportDocument) -> Iterable[Sequence[Cell]]:
    yield document.method.head.topic, document.method.head.finding
    yield from document.method.items
    yield document.words["made_with"], document.words["trademark"]
