"""From respondents' answers to one score per practice: role-balanced, with its don't-know range (method 1.3, 1.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..content.schema import Framework, Practice
from .agreement import mean, spread
from .answers import Answer, AnswerSheet
from .scorecard import PracticeScore

TOP_STAGE = 4
Group = list[Mapping[str, Answer]]


@dataclass(slots=True)
class _Tally:
    """What one group said about one practice."""

    stages: list[int] = field(default_factory=list)
    evidenced: int = 0
    dont_know: int = 0
    not_applicable: int = 0


def score_practices(framework: Framework, sheet: AnswerSheet) -> dict[str, PracticeScore]:
    """The score of every practice the sheet asks, by id, in the framework's order."""
    groups: dict[str, Group] = {}
    for respondent in sheet.respondents:
        groups.setdefault(respondent.group, []).append(respondent.answers)
    zeros = frozenset(each.id for each in framework.not_applicable_reasons if each.counts_as_zero)
    cap = framework.thresholds.unevidenced_cap
    return {
        practice.id: _score(framework, practice, [_tally(practice.id, group, zeros, cap) for group in groups.values()])
        for practice in framework.asked(sheet.practice_set)
    }


def _tally(practice: str, group: Group, zeros: frozenset[str], cap: int) -> _Tally:
    tally = _Tally()
    for answers in group:
        answer = answers.get(practice)
        if answer is None:
            continue
        stage = answer.stage
        if stage is None:
            if answer.dont_know:
                tally.dont_know += 1
                continue
            if answer.not_applicable not in zeros:
                tally.not_applicable += 1
                continue
            stage = 0  # "we choose not to" and "someone else does it" are no exemption (method 1.4)
        tally.stages.append(stage)
        tally.evidenced += cap if stage > cap and not (answer.note or answer.evidence) else stage
    return tally


def _score(framework: Framework, practice: Practice, tallies: list[_Tally]) -> PracticeScore:
    stages = [stage for each in tallies for stage in each.stages]
    dont_know = sum(each.dont_know for each in tallies)
    not_applicable = sum(each.not_applicable for each in tallies)
    answering = [each for each in tallies if each.stages]
    knowable = [each for each in tallies if each.stages or each.dont_know] if dont_know else answering
    stage = mean([sum(each.stages) / len(each.stages) for each in answering]) if answering else None
    low = high = stage
    if dont_know:
        low = mean([_with_unknown(each, 0) for each in knowable])
        high = mean([_with_unknown(each, TOP_STAGE) for each in knowable])
    part, whole = framework.thresholds.dont_know_finding
    return PracticeScore(
        id=practice.id,
        dimension=framework.dimension_of[practice.id].id,
        weight=practice.weight,
        stage=stage,
        low=low,
        high=high,
        evidenced=mean([each.evidenced / len(each.stages) for each in answering]) if answering else None,
        answered=len(stages),
        dont_know=dont_know,
        not_applicable=not_applicable,
        applicable=bool(stages or dont_know or not not_applicable),
        widely_unknown=dont_know > 0 and dont_know * whole >= part * (len(stages) + dont_know + not_applicable),
        spread=spread(stages, framework.thresholds.agreement),
    )


def _with_unknown(tally: _Tally, stage: int) -> float:
    """The group's mean if everyone who does not know had said `stage`."""
    return (sum(tally.stages) + stage * tally.dont_know) / (len(tally.stages) + tally.dont_know)
