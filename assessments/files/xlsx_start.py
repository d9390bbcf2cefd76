"""The first sheet of our workbook: how to fill it in, what and whom it is about, and how far it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from xlsxwriter.worksheet import Worksheet

from ..content.schema import Dimension
from ..maturity.answers import Respondent
from . import limits
from .text import name_line
from .value import AnswerFile
from .xlsx_paper import Paper
from .xlsx_sheets import FIRST, dimension_name

FIELD, LABEL, VALUE, HINT = 0, 1, 2, 3
Asked = Mapping[str, int]


def write_start(paper: Paper, file: AnswerFile, respondent: Respondent, asked: Asked, answered: Asked) -> None:
    """The sheet; `asked` and `answered` count practices by dimension."""
    sheet = paper.sheet(_("Start"), {"A:A": 0, "B:B": 30, "C:C": 46, "D:D": 60}, 0, 0)
    sheet.set_column(FIELD, FIELD, 14, None, {"hidden": True})
    paper.keys(sheet, 0, {FIELD: "field", VALUE: "value"})
    sheet.set_row(1, 27)
    sheet.set_row(2, 20)
    sheet.write_string(1, LABEL, _("Customer-experience questionnaire"), paper.style.title)
    sheet.write_string(2, LABEL, paper.framework.title.to(paper.language), paper.style.subtitle)
    line = 4
    for number, text in enumerate(_how(len(asked)), 1):
        sheet.write_string(line, LABEL, f"{number}. {text}", paper.style.text)
        line += 1
    line = _write_fields(paper, sheet, line + 1, file, respondent)
    line = _write_progress(paper, sheet, line + 1, asked, answered)
    _write_identity(paper, sheet, line + 1, file)


def _how(dimensions: int) -> Iterator[str]:
    sheets = ngettext(
        "Fill in the white cells below, then the sheet of %(count)d dimension and the red flags.",
        "Fill in the white cells below, then the sheets of %(count)d dimensions and the red flags.",
        dimensions,
    )
    yield sheets % {"count": dimensions}
    yield _("For each question choose the highest stage that is true as written; the five texts stand to its right.")
    yield _("Choose “Don’t know” rather than guess. “Not applicable” asks for a reason.")
    yield _("A note says why; evidence names what a visitor could be shown, or its address.")
    yield _("Leave open what you cannot answer yet. Save the workbook and upload it; you may do so more than once.")
    yield _("Only the white cells are read. Please leave keys and headers as they are.")


def _write_fields(paper: Paper, sheet: Worksheet, line: int, file: AnswerFile, respondent: Respondent) -> int:
    """The cells about the assessment; returns the line after them."""
    lists = paper.lists
    texts = (
        ("title", _("Title of the assessment"), name_line(file.title), limits.TITLE),
        ("company", _("Company"), name_line(file.company.name), limits.COMPANY),
        ("respondent", _("Your name"), name_line(respondent.name), limits.NAME),
    )
    choices = (
        ("industry", _("Industry"), lists["industry"].get(file.company.industry, "")),
        ("size", _("Size"), lists["size"].get(file.company.size, "")),
        ("group", _("You answer as"), lists["group"].get(respondent.group, "")),
        ("set", _("Questions"), lists["set"][file.practice_set]),
    )
    for key, label, text, most in texts:
        _field(paper, sheet, line, key, label, text)
        paper.at_most(sheet, line, VALUE, most)
        line += 1
    for key, label, text in choices:
        _field(paper, sheet, line, key, label, text)
        paper.choose(sheet, line, VALUE, key)
        line += 1
    _field(paper, sheet, line, "date", _("Date"), "")
    day = datetime.datetime.combine(file.held_on, datetime.time())
    sheet.write_datetime(line, VALUE, day, paper.style.typed_date)
    sheet.write_string(line, HINT, _("As YYYY-MM-DD"), paper.style.hint)
    return line + 1


def _field(paper: Paper, sheet: Worksheet, line: int, key: str, label: str, text: str) -> None:
    sheet.write_string(line, FIELD, key, paper.style.key)
    sheet.write_string(line, LABEL, label, paper.style.label)
    if text:
        sheet.write_string(line, VALUE, text, paper.style.typed)
    else:
        sheet.write_blank(line, VALUE, None, paper.style.typed)


def _write_progress(paper: Paper, sheet: Worksheet, line: int, asked: Asked, answered: Asked) -> int:
    """A link to each sheet, and how many of its practices are answered; returns the line after them."""
    sheet.write_string(line, LABEL, _("Sheet"), paper.style.header)
    sheet.write_string(line, VALUE, _("Answered"), paper.style.header)
    for dimension in paper.framework.dimensions:
        if dimension.id in asked:
            line += 1
            _progress(paper, sheet, line, dimension, asked[dimension.id], answered[dimension.id])
    return line + 1


def _progress(paper: Paper, sheet: Worksheet, line: int, dimension: Dimension, asked: int, answered: int) -> None:
    name = dimension_name(paper, dimension)
    sheet.write_url(line, LABEL, f"internal:'{name}'!C{FIRST + 1}", paper.style.link, name)
    of = _("%(answered)s of %(asked)d")
    counted = f"COUNTA('{name}'!$C${FIRST + 1}:$C${FIRST + asked})"
    before, after = (part.replace('"', '""') for part in (of % {"answered": "\0", "asked": asked}).split("\0"))
    formula = f'="{before}"&{counted}&"{after}"'
    sheet.write_formula(line, VALUE, formula, paper.style.question, of % {"answered": answered, "asked": asked})


def _write_identity(paper: Paper, sheet: Worksheet, line: int, file: AnswerFile) -> None:
    """Hidden lines that tell the reader what this workbook is."""
    identity = {
        "format": limits.FORMAT,
        "framework": file.framework,
        "framework_version": str(file.framework_version),
        "language": paper.language,
    }
    for number, (key, text) in enumerate(identity.items(), line):
        sheet.write_string(number, FIELD, key, paper.style.key)
        sheet.write_string(number, VALUE, text, paper.style.key)
        sheet.set_row(number, None, None, {"hidden": True})
