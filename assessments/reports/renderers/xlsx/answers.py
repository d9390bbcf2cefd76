"""The sheet of answers: a row for each practice, a column for each person. Here the workbook can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_rowcol_to_cell

from ...charts.tokens import NEUTRALS, TONES
from ...document import WorkedPractice, Workings
from .pen import HAIRLINE, Cell, Pen
from .places import ANSWERS_FROM, PEOPLE_FROM, PRACTICES_FROM, Places, named

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

WIDTHS = (44.0, 15.0, 11.0, 11.0, 9.0)
PERSON = 10.0
STAGES = ("#F3F7F7", "#DCEAEB", "#BFDADC", "#96C2C6", "#5FA3A9")  # 0 to 4: the darker, the further
FIRST = ANSWERS_FROM - 1


def write_answers(pen: Pen, workings: Workings, places: Places) -> None:
    """Answers with the stage that follows from them, and beside it the stage of the report."""
    words, sheet = pen.words, pen.sheet(places.answers, repeat=FIRST - 1)
    about = words["sealed_answers"] if workings.anonymous else words["change_an_answer"]
    pen.opening(sheet, about)
    titles = (words["practice"], words["dimension"], words["stage"], words["reported"], words["agreed"])
    pen.heads(sheet, FIRST - 2, titles, WIDTHS)
    pen.heads(sheet, FIRST - 1, (words["group"], "", "", "", ""), WIDTHS)
    _people(pen, sheet, workings)
    names = {each.id: each.name for each in workings.dimensions}
    for place, practice in enumerate(workings.practices):
        _row(pen, sheet, FIRST + place, practice, names[practice.dimension], places)
    _rules(pen, sheet, workings)
    sheet.freeze_panes(FIRST, PEOPLE_FROM)
    pen.in_breadth(sheet, WIDTHS, len(workings.people), PERSON)


def _people(pen: Pen, sheet: Worksheet, workings: Workings) -> None:
    """Who answered, and in which group: the group can be chosen anew."""
    head = pen.format(
        bold=True,
        bg_color=pen.accent,
        font_color="#FFFFFF",
        text_wrap=True,
        valign="vcenter",
        align="center",
        font_size=9,
    )
    group = pen.format(
        bg_color=NEUTRALS["warn-tint"], text_wrap=True, align="center", valign="vcenter", font_size=9, bottom=1
    )
    last = PEOPLE_FROM + len(workings.people) - 1
    for column, person in enumerate(workings.people, start=PEOPLE_FROM):
        sheet.set_column(column, column, PERSON)
        pen.write(sheet, FIRST - 2, column, person.name[:60], head)
        pen.write(sheet, FIRST - 1, column, person.group, group)
    sheet.set_row(FIRST - 2, 30 if all(len(each.name) < 18 for each in workings.people) else 58)
    sheet.set_row(FIRST - 1, 26)
    sheet.data_validation(FIRST - 1, PEOPLE_FROM, FIRST - 1, last, {"validate": "list", "source": "=cx_groups"})


def _row(pen: Pen, sheet: Worksheet, row: int, practice: WorkedPractice, dimension: str, places: Places) -> None:
    card = pen.document.card.practices[practice.practice]
    tone = TONES[practice.dimension]
    place = row - FIRST
    line = {**HAIRLINE, "valign": "vcenter"}
    given = pen.format(align="center", **line)
    pen.write(sheet, row, 0, practice.title, pen.format(**line))
    pen.write(sheet, row, 1, dimension, pen.format(bg_color=tone.tint, font_size=9, **line))
    stage = named(places.practices, f"$G${PRACTICES_FROM + place}")
    pen.formula(
        sheet, xl_rowcol_to_cell(row, 2), f"={stage}", card.stage, pen.format(num_format="0.00", bold=True, **line)
    )
    pen.write(sheet, row, 3, card.stage, pen.format(num_format="0.00", font_color=NEUTRALS["ink-3"], **line))
    pen.write(sheet, row, 4, practice.agreed, pen.format(bg_color=NEUTRALS["warn-tint"], align="center", **line))
    for column, answer in enumerate(practice.answers, start=PEOPLE_FROM):
        pen.write(sheet, row, column, answer_cell(pen, answer), given)


def answer_cell(pen: Pen, answer: str) -> Cell:
    """An answer as its cell holds it: a stage is a number, a code a word, none an empty cell."""
    if not answer:
        return None
    return int(answer) if answer.isdigit() else pen.words[f"code_{answer}"]


def _rules(pen: Pen, sheet: Worksheet, workings: Workings) -> None:
    """What may be typed, and the colours of stages."""
    last = FIRST + len(workings.practices) - 1
    people = (FIRST, PEOPLE_FROM, last, PEOPLE_FROM + len(workings.people) - 1)
    sheet.data_validation(*people, {"validate": "list", "source": "=cx_answers"})
    sheet.data_validation(FIRST, 4, last, 4, {"validate": "list", "source": "=cx_stages"})
    for stage, colour in enumerate(STAGES):
        look = pen.book.add_format({"bg_color": colour})
        corner = xl_rowcol_to_cell(FIRST, PEOPLE_FROM)
        rule = f"=AND(ISNUMBER({corner}),{corner}={stage})"
        sheet.conditional_format(*people, {"type": "formula", "criteria": rule, "format": look})
    bar = {
        "type": "data_bar",
        "bar_color": "#9DBABD",
        "min_type": "num",
        "max_type": "num",
        "min_value": 0,
        "max_value": 4,
    }
    sheet.conditional_format(FIRST, 2, last, 2, bar)
