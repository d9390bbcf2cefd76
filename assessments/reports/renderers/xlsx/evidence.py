"""The sheet of evidence: behind which answers a note or a link stands. Here that can be changed too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_rowcol_to_cell

from ...charts.tokens import NEUTRALS, TONES
from ...document import Workings
from .pen import HAIRLINE, Pen
from .places import ANSWERS_FROM, MARKS_FROM, PEOPLE_FROM, Places, named

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

WIDTHS = (44.0, 15.0)
PERSON = 10.0
FIRST = ANSWERS_FROM - 1


def write_evidence(pen: Pen, workings: Workings, places: Places) -> None:
    """The rows and people of the sheet of answers, with a mark for each answer that has something behind it."""
    words, sheet = pen.words, pen.sheet(places.evidence, repeat=FIRST - 1)
    pen.opening(sheet, words["evidence_about"])
    pen.heads(sheet, FIRST - 2, (words["practice"], words["dimension"]), WIDTHS)
    pen.heads(sheet, FIRST - 1, (words["group"], ""), WIDTHS)
    _people(pen, sheet, workings, places)
    line = {**HAIRLINE, "valign": "vcenter"}
    names = {each.id: each.name for each in workings.dimensions}
    for row, practice in enumerate(workings.practices, FIRST):
        tint = TONES[practice.dimension].tint
        pen.write(sheet, row, 0, practice.title, pen.format(**line))
        pen.write(sheet, row, 1, names[practice.dimension], pen.format(bg_color=tint, font_size=9, **line))
        for column, backed in enumerate(practice.backed, MARKS_FROM):
            pen.write(sheet, row, column, words["yes"] if backed else None, pen.format(align="center", **line))
    _rules(pen, sheet, workings)
    sheet.freeze_panes(FIRST, MARKS_FROM)
    pen.in_breadth(sheet, WIDTHS, len(workings.people), PERSON)


def _people(pen: Pen, sheet: Worksheet, workings: Workings, places: Places) -> None:
    """Who answered, and in which group by the sheet of answers."""
    centred = {"text_wrap": True, "valign": "vcenter", "align": "center", "font_size": 9}
    head = pen.format(bold=True, bg_color=pen.accent, font_color="#FFFFFF", **centred)
    group = pen.format(bg_color=NEUTRALS["sunken"], bottom=1, **centred)
    for place, person in enumerate(workings.people):
        column = MARKS_FROM + place
        sheet.set_column(column, column, PERSON)
        pen.write(sheet, FIRST - 2, column, person.name[:60], head)
        there = named(places.answers, xl_rowcol_to_cell(FIRST - 1, PEOPLE_FROM + place))
        pen.formula(sheet, xl_rowcol_to_cell(FIRST - 1, column), f"={there}", person.group, group)
    sheet.set_row(FIRST - 2, 30 if all(len(each.name) < 18 for each in workings.people) else 58)
    sheet.set_row(FIRST - 1, 26)


def _rules(pen: Pen, sheet: Worksheet, workings: Workings) -> None:
    """What may be typed, and the colour of a mark."""
    last = FIRST + len(workings.practices) - 1, MARKS_FROM + len(workings.people) - 1
    marks = (FIRST, MARKS_FROM, *last)
    sheet.data_validation(*marks, {"validate": "list", "source": "=cx_backed"})
    rule = f"={xl_rowcol_to_cell(FIRST, MARKS_FROM)}=cx_backed"
    look = pen.book.add_format({"bg_color": "#BFDADC"})
    sheet.conditional_format(*marks, {"type": "formula", "criteria": rule, "format": look})
