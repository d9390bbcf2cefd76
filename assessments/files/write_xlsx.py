"""The questionnaire as a workbook, empty or with one respondent's answers in it, in any language."""

from __future__ import annotations

import datetime
import io

from django.utils import translation
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from ..content.schema import Framework
from ..maturity.answers import Respondent
from .value import AnswerFile
from .words import headers, lists
from .xlsx_paper import Paper
from .xlsx_sheets import write_dimension, write_red_flags, write_targets
from .xlsx_start import write_start
from .xlsx_style import style

SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
NOBODY = Respondent("", "", {})


def write_xlsx(file: AnswerFile, framework: Framework, language: str, respondent: Respondent | None = None) -> bytes:
    """The workbook for one respondent, by default the first of the file; without one it waits for a name and group."""
    respondent = respondent or next(iter(file.respondents), NOBODY)
    target = io.BytesIO()
    with translation.override(language), Workbook(target, dict(SETTINGS)) as book:
        day = datetime.datetime.combine(file.held_on, datetime.time())
        book.set_properties({"title": _("Customer-experience questionnaire"), "created": day})
        paper = Paper(book, framework, language, lists(framework, language), headers(language), style(book, language))
        _write(paper, file, respondent)
    return target.getvalue()


def _write(paper: Paper, file: AnswerFile, respondent: Respondent) -> None:
    """Every sheet. What is asked stands in it, and what was answered or aimed at before although it is not asked."""
    asked = {practice.id for practice in paper.framework.asked(file.practice_set)}
    shown = {
        dimension.id: [each for each in dimension.practices if each.id in asked or each.id in respondent.answers]
        for dimension in paper.framework.dimensions
    }
    shown = {dimension: practices for dimension, practices in shown.items() if practices}
    answered = {key: sum(each.id in respondent.answers for each in practices) for key, practices in shown.items()}
    paper.place_lists()
    write_start(paper, file, respondent, {key: len(practices) for key, practices in shown.items()}, answered)
    for dimension in paper.framework.dimensions:
        if dimension.id in shown:
            write_dimension(paper, dimension, shown[dimension.id], respondent.answers)
    write_red_flags(paper, file.red_flags)
    if file.targets:
        aimed = [each for key, each in paper.framework.practices.items() if key in asked or key in file.targets]
        write_targets(paper, aimed, file.targets)
    paper.write_lists()
