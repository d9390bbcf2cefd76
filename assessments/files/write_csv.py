"""Answers as CSV: one row for each respondent and practice."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ..content.schema import Framework
from ..maturity.answers import Respondent
from .read_csv import COLUMNS
from .text import clean, guarded, name_line
from .value import AnswerFile
from .words import code_of


def write_csv(file: AnswerFile, framework: Framework | None = None) -> bytes:
    """The answers as CSV in UTF-8 with the mark spreadsheets know it by. Title, company and date have no place in it.

    With `framework`, practices that wait for an answer have a row too.
    """
    asked = [practice.id for practice in framework.asked(file.practice_set)] if framework else []
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for respondent in file.respondents:
        writer.writerows(_rows(respondent, asked))
    return text.getvalue().encode("utf-8-sig")


def _rows(respondent: Respondent, asked: list[str]) -> Iterator[tuple[str, ...]]:
    who = (guarded(name_line(respondent.name)), respondent.group)
    practices = dict.fromkeys((*asked, *respondent.answers))
    if not practices:
        yield (*who, "", "", "", "")
    for practice in practices:
        answer = respondent.answers.get(practice)
        note = guarded(clean(answer.note)) if answer else ""
        evidence = guarded(clean(answer.evidence)) if answer else ""
        yield (*who, practice, code_of(answer), note, evidence)
