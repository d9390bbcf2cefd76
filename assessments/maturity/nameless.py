"""A sheet that says what was answered and not by whom: what a milestone keeps, and what a reader of a link may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .anonymity import ORDER, groups_of
from .answers import Answer, AnswerSheet, Respondent


def nameless(sheet: AnswerSheet) -> AnswerSheet:
    """The same answers by people of whom the group alone is told, in an order that tells nothing; same scores.

    What somebody wrote is gone; that something stood behind an answer still counts as evidence.
    """
    people = [Respondent("", each.group, _bare(each.answers)) for each in sheet.respondents]
    return replace(sheet, respondents=tuple(sorted(people, key=_place)), remarks={})


def _bare(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    return {
        key: Answer(told.stage, told.dont_know, told.not_applicable, backed=told.evidenced)
        for key, told in sorted(answers.items())
    }


def _place(person: Respondent) -> tuple[object, ...]:
    """By group from the top of the company down, then by what was said."""
    first = groups_of(person.group)[0]
    said = [(key, repr(answer)) for key, answer in person.answers.items()]
    return (ORDER.index(first) if first in ORDER else len(ORDER), person.group, said)
