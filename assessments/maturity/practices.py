"""From respondents' answers to one score per practice: role-balanced, with its don't-know range (method 1.3, 1.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..content.schema import Framework, Practice
from .agreement import mean, spread
from .answers import Answer, AnswerSheet
from .scorecard import PracticeScore
from .units import TOP_STAGE

Group = list[Mapping[str, Answer]]


@dataclass(slots=True)
class _Tally:
    """What all say about one practice.

    `voices` holds, for each group, how many gave a stage, the sum of their stages, what of it falls away where
    unevidenced stages count as the cap, and how many do not know.
    """

    voices: list[tuple[int, int, int, int]]
    stages: list[int]
    dont_know: int
    not_applicable: int
    claims: int
    backed: int


def score_practices(framework: Framework, sheet: AnswerSheet) -> dict[str, PracticeScore]:
    """The score of every practice the sheet asks, by id, in the framework's order.

    Raises KeyError for a reason the framework does not know.
    """
    groups: dict[str, Group] = {}
    for respondent in sheet.respondents:
        groups.setdefault(respondent.group, []).append(respondent.answers)
    practices = {
        practice.id: _score(framework, practice, _tally(framework, practice.id, groups.values()))
        for practice in framework.asked(sheet.practice_set)
    }
    for key, agreed in sheet.agreed.items():
        if key in practices:
            practices[key] = _settled(practices[key], agreed.stage)
    return practices


def self_rated(practices: dict[str, PracticeScore]) -> dict[str, PracticeScore]:
    """The same practices as they stand on the answers alone, whatever a review agreed on."""
    return {key: found if found.plain is None else found.plain for key, found in practices.items()}


def _settled(found: PracticeScore, stage: int) -> PracticeScore:
    """The agreed stage counts, and its reason stands behind it; the counts go on telling what people said."""
    settled = float(stage)
    return found._replace(
        stage=settled, low=settled, high=settled, evidenced=settled, applicable=True, agreed=stage, plain=found
    )


def _tally(framework: Framework, practice: str, groups: Iterable[Group]) -> _Tally:
    """Counts all answers to a practice in one pass, since this runs for every answer there is."""
    thresholds = framework.thresholds
    evidence_from, cap = thresholds.evidence_from_stage, thresholds.unevidenced_cap
    voices: list[tuple[int, int, int, int]] = []
    stages: list[int] = []
    all_unknown = not_applicable = claims = backed = 0
    for group in groups:
        answered = total = unproven = dont_know = 0
        for answers in group:
            answer = answers.get(practice)
            if answer is None:
                continue
            stage = answer.stage
            if stage is None:
                if answer.dont_know:
                    dont_know += 1
                    continue
                if not framework.reasons[answer.not_applicable].counts_as_zero:
                    not_applicable += 1
                    continue
                stage = 0  # "we choose not to" and "someone else does it" are no exemption (method 1.4)
            stages.append(stage)
            answered += 1
            total += stage
            if stage >= evidence_from:
                claims += 1
                if answer.note or answer.evidence or answer.backed:
                    backed += 1
                elif stage > cap:
                    unproven += stage - cap
        all_unknown += dont_know
        voices.append((answered, total, unproven, dont_know))
    return _Tally(voices, stages, all_unknown, not_applicable, claims, backed)


def _score(framework: Framework, practice: Practice, tally: _Tally) -> PracticeScore:
    answered, dont_know, not_applicable = len(tally.stages), tally.dont_know, tally.not_applicable
    stage = evidenced = None
    if answered:
        stage = mean([total / people for people, total, _, _ in tally.voices if people])
        evidenced = mean([(total - unproven) / people for people, total, unproven, _ in tally.voices if people])
    low = high = stage
    widely_unknown = False
    if dont_know:  # suppose that all who do not know had said the lowest stage, or the highest
        voices = [(people + unknown, total, unknown) for people, total, _, unknown in tally.voices if people + unknown]
        low = mean([total / people for people, total, _ in voices])
        high = mean([(total + TOP_STAGE * unknown) / people for people, total, unknown in voices])
        part, whole = framework.thresholds.dont_know_finding
        widely_unknown = dont_know * whole >= part * (answered + dont_know + not_applicable)
    return PracticeScore(
        id=practice.id,
        dimension=framework.dimension_of[practice.id].id,
        weight=practice.weight,
        stage=stage,
        low=low,
        high=high,
        evidenced=evidenced,
        answered=answered,
        dont_know=dont_know,
        not_applicable=not_applicable,
        claims=tally.claims,
        backed=tally.backed,
        applicable=answered > 0 or dont_know > 0 or not not_applicable,
        widely_unknown=widely_unknown,
        spread=spread(tally.stages, framework.thresholds.agreement),
    )
