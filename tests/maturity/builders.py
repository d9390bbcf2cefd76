"""Answer sheets that read as sentences, and frameworks with one thing changed.

sheet(everything(2))                                   one leader who says stage 2 to all
sheet(everything(3, l1=0) | {"int-privacy": DONT_KNOW})
sheet(leaders=[everything(4)], frontline=[everything(1), everything(2)])
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from assessments.content.loader import framework
from assessments.content.schema import Framework
from assessments.maturity.answers import FULL, Answer, AnswerSheet, Respondent
from assessments.maturity.scorecard import Scorecard
from assessments.maturity.scoring import score
from assessments.maturity.steps import Recommendations, recommend

TODAY = date(2026, 11, 21)
FRAMEWORK = framework()
PRACTICES = tuple(FRAMEWORK.practices)
DIMENSIONS = tuple(each.id for each in FRAMEWORK.dimensions)
GROUPS = ("leaders", "managers", "frontline")

DONT_KNOW = Answer(dont_know=True)
OUT_OF_SCOPE = Answer(not_applicable="out-of-scope")
BY_CHOICE = Answer(not_applicable="by-choice")
DONE_BY_OTHERS = Answer(not_applicable="done-by-others")

Said = int | Answer | None
Answers = Mapping[str, Said]


def practices_of(dimension: str) -> tuple[str, ...]:
    """The ids of a dimension's practices in order."""
    return tuple(each.id for each in FRAMEWORK.by_dimension[dimension].practices)


def everything(said: Said, **by_dimension: Said) -> dict[str, Said]:
    """The same answer to every practice; another one for the dimensions named. None leaves a practice unanswered."""
    return {
        practice: by_dimension.get(dimension, said) for dimension in DIMENSIONS for practice in practices_of(dimension)
    }


def in_turn(dimension: str, *said: Said) -> dict[str, Said]:
    """One answer for each practice of a dimension, in order; what is left over stays unanswered."""
    return dict(zip(practices_of(dimension), said, strict=False))


def backed(stage: int, note: str = "seen on Monday") -> Answer:
    """A stage with a note behind it."""
    return Answer(stage=stage, note=note)


def respondent(answers: Answers, group: str = "leaders", name: str = "respondent") -> Respondent:
    """Somebody who gave these answers."""
    given = {key: Answer(stage=said) if isinstance(said, int) else said for key, said in answers.items()}
    return Respondent(name, group, {key: said for key, said in given.items() if said is not None})


def sheet(
    answers: Answers | None = None,
    *,
    held_on: date = TODAY,
    practice_set: str = FULL,
    red_flags: Sequence[str] = (),
    **groups: Sequence[Answers],
) -> AnswerSheet:
    """The sheet of one leader (`answers`), or of several respondents by group."""
    people = [respondent(answers)] if answers is not None else []
    people += [respondent(each, group) for group, each_answers in groups.items() for each in each_answers]
    return AnswerSheet(tuple(people), held_on, practice_set, frozenset(red_flags))


def card(answers: AnswerSheet | Answers, framework: Framework = FRAMEWORK, today: date = TODAY) -> Scorecard:
    """The scorecard of a sheet, or of one leader's answers."""
    return score(framework, answers if isinstance(answers, AnswerSheet) else sheet(answers), today)


def plan(
    answers: AnswerSheet | Answers, framework: Framework = FRAMEWORK, targets: Mapping[str, int] | None = None
) -> Recommendations:
    """What the method recommends for a sheet, or for one leader's answers."""
    return recommend(framework, card(answers, framework), TODAY, targets)


def changed(change: Callable[[dict[str, Any]], object]) -> Framework:
    """The published framework after `change` was done to its plain data."""
    data = FRAMEWORK.model_dump(by_alias=True)
    change(data)
    return Framework.model_validate(data)


def weighted(weights: Callable[[str], float]) -> Framework:
    """The published framework with the weight of each practice given by its id."""

    def weigh(data: dict[str, Any]) -> None:
        for dimension in data["dimensions"]:
            for practice in dimension["practices"]:
                practice["weight"] = weights(practice["id"])

    return changed(weigh)
