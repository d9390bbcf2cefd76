"""A second round beside its first, made by hand: what the section “Since last time” is written from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assessments.maturity.answers import Answer, AnswerSheet, Respondent
from assessments.maturity.scoring import score
from assessments.reports.build import build
from assessments.reports.document import ReportDocument
from assessments.reports.since import DoneItem, Since
from assessments.results.sources import assess
from assessments.rounds.between import Work, between
from assessments.rounds.common import Round
from tests.maturity.builders import FRAMEWORK

from .test_build import FACTS

FIRST, SECOND = date(2026, 3, 2), date(2026, 10, 5)
GROUPS = ("leaders", "leaders", "managers", "managers", "frontline", "frontline")
DONE = (
    DoneItem("c1", "List the facts that customers ask for", "l1-accurate-facts", date(2026, 5, 4), "step"),
    DoneItem("c2", "Ask Anna to settle it", "", date(2026, 8, 9)),
)


def answers(day: date, raised: dict[str, int]) -> AnswerSheet:
    """Six people of one mind: stage 1 everywhere but where a dimension has another."""
    given = {key: Answer(stage=raised.get(FRAMEWORK.dimension_of[key].id, 1)) for key in FRAMEWORK.practices}
    people = tuple(Respondent(f"P{place}", group, given) for place, group in enumerate(GROUPS))
    return AnswerSheet(people, day)


def second_round(
    language: str = "en",
    moved: dict[str, int] = {"l1": 3, "l2": 2, "con": 0},  # noqa: B006 - only read
    done: tuple[DoneItem, ...] = DONE,
) -> ReportDocument:
    """The report of the second round; `moved` are stages by dimension, 1 where it names none, as in the first."""
    sheet = answers(SECOND, moved)
    facts = replace(FACTS, title="Autumn 2026", held_on=SECOND)
    source = assess(FRAMEWORK, sheet, facts, language, SECOND)
    before = Round("Spring 2026", FIRST, FRAMEWORK, score(FRAMEWORK, answers(FIRST, {}), SECOND))
    now = Round("Autumn 2026", SECOND, FRAMEWORK, source.card)
    step = between(before, now, [Work(each.code, each.practice, each.done_on) for each in done])
    return build(replace(source, since=Since(before, now, step, done)))
