"""What the review looks at: for each practice the groups’ answers side by side, and what about them needs a talk.

The rules for small numbers are those of method 3. An anonymous sheet (anonymity.py) comes without names and with its
small groups joined; what people wrote in it stands by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ..content.schema import AgreementThresholds, Framework, Practice
from .agreement import PerceptionGap, Spread, median, perception_gap
from .anonymity import groups_of, shown_groups
from .answers import Answer, AnswerSheet, counted
from .lines import below
from .practices import score_practices
from .scorecard import PracticeScore

# What a practice can be looked up by. The flags are those of which the review should talk first.
KINDS = ("open", "differ", "leaders", "unproven", "absent", "unknown")
FLAGS = frozenset(("differ", "leaders", "absent", "unknown"))


class Voices(NamedTuple):
    """The stages that one group gave, in order, with their median; `middle`: the middle half, from three people on."""

    group: str
    stages: tuple[int, ...]
    median: float
    middle: tuple[float, float] | None


class ReviewRemark(NamedTuple):
    """What somebody wrote; of an anonymous sheet without who it was and what they answered."""

    note: str
    evidence: str
    name: str = ""
    group: str = ""
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One practice as the review sees it.

    `stage` is the role-balanced mean that counts until a stage is agreed; `veiled`: too few of an anonymous assessment
    have answered to show anything. `unknown` has name and group of those who do not know, `dont_know` only how many.
    """

    practice: Practice
    dimension: str
    groups: tuple[Voices, ...]
    veiled: bool
    answered: int
    stage: float | None
    median: float | None
    spread: Spread | None
    gap: PerceptionGap | None
    dont_know: int
    not_applicable: int
    unknown: tuple[tuple[str, str], ...]
    claims: int
    remarks: tuple[ReviewRemark, ...]
    agreed: int | None
    kinds: frozenset[str]

    @property
    def flagged(self) -> bool:
        """Whether the review should talk about it."""
        return bool(self.kinds & FLAGS)

    @property
    def settled(self) -> bool:
        return self.agreed is not None

    @property
    def pressing(self) -> bool:
        """Whether it is flagged and not settled yet."""
        return self.flagged and not self.settled

    @property
    def dissent(self) -> int:
        """How many of those who are shown gave another stage than the agreed one."""
        return sum(stage != self.agreed for group in self.groups for stage in group.stages) if self.settled else 0


Said = list[tuple[str, str, Answer]]


def review(framework: Framework, sheet: AnswerSheet, agreed: Mapping[str, int | None]) -> tuple[Reviewed, ...]:
    """Every practice the sheet asks, in the framework's order. `agreed`: the stages that were settled on so far."""
    scores = score_practices(framework, replace(sheet, agreed={}))  # the answers alone, whatever was agreed
    said: dict[str, Said] = {each: [] for each in scores}
    for respondent in sheet.respondents:
        for practice, answer in respondent.answers.items():
            if practice in said:
                said[practice].append((respondent.name, respondent.group, answer))
    return tuple(
        _reviewed(framework, sheet, score, said[practice], agreed.get(practice)) for practice, score in scores.items()
    )


def _reviewed(
    framework: Framework, sheet: AnswerSheet, score: PracticeScore, said: Said, agreed: int | None
) -> Reviewed:
    practice, thresholds = framework.practices[score.id], framework.thresholds.agreement
    stages = _stages(framework, said)
    if sheet.anonymous:  # the sheet has no smaller group already; this door is locked all the same
        shown = shown_groups({group: len(given) for group, given in stages.items()}, sheet.minimum_group)
        stages = {group: given for group, given in stages.items() if group in shown}
    pooled = sorted(stage for given in stages.values() for stage in given)
    gap = _gap(stages, thresholds)
    return Reviewed(
        practice=practice,
        dimension=score.dimension,
        groups=tuple(_voices(group, given, thresholds) for group, given in stages.items()),
        veiled=sheet.anonymous and not pooled,
        answered=score.answered,
        stage=score.stage,
        median=median(pooled) if pooled else None,
        spread=score.spread,
        gap=gap,
        dont_know=score.dont_know,
        not_applicable=score.not_applicable,
        unknown=() if sheet.anonymous else tuple((name, group) for name, group, answer in said if answer.dont_know),
        claims=score.claims,
        remarks=_remarks(sheet, practice.id, said),
        agreed=agreed,
        kinds=frozenset(_kinds(score, practice, agreed, gap)),
    )


def _stages(framework: Framework, said: Said) -> dict[str, list[int]]:
    """The stages by group, in the framework's order of groups."""
    stages: dict[str, list[int]] = {}
    for _name, group, answer in said:
        if (stage := counted(framework, answer)) is not None:
            stages.setdefault(group, []).append(stage)
    order = framework.group_ids
    first = {group: min(order.index(part) for part in groups_of(group)) for group in stages}
    return {group: sorted(stages[group]) for group in sorted(stages, key=first.__getitem__)}


def _voices(group: str, stages: Sequence[int], thresholds: AgreementThresholds) -> Voices:
    enough = len(stages) >= thresholds.spread_min_n
    middle = (_quantile(stages, 0.25), _quantile(stages, 0.75)) if enough else None
    return Voices(group, tuple(stages), median(stages), middle)


def _quantile(ordered: Sequence[int], part: float) -> float:
    place = (len(ordered) - 1) * part
    first = int(place)
    second = min(first + 1, len(ordered) - 1)
    return ordered[first] + (ordered[second] - ordered[first]) * (place - first)


def _gap(stages: Mapping[str, Sequence[int]], thresholds: AgreementThresholds) -> PerceptionGap | None:
    """Leaders against the front line, where both are enough to be spoken of and not one group."""
    top, floor = (_with(part, stages) for part in ("leaders", "frontline"))
    if not top or not floor or top == floor:
        return None
    if min(len(stages[top]), len(stages[floor])) < thresholds.spread_min_n:
        return None
    return perception_gap(stages[top], stages[floor], thresholds)


def _with(part: str, groups: Iterable[str]) -> str:
    """The group that `part` is in: for anonymity it may have been merged with others."""
    return next((group for group in groups if part in groups_of(group)), "")


def _remarks(sheet: AnswerSheet, practice: str, said: Said) -> tuple[ReviewRemark, ...]:
    if sheet.anonymous:
        return tuple(ReviewRemark(each.note, each.evidence) for each in sheet.remarks.get(practice, ()))
    return tuple(
        ReviewRemark(answer.note, answer.evidence, name, group, answer)
        for name, group, answer in said
        if answer.note or answer.evidence
    )


def _kinds(score: PracticeScore, practice: Practice, agreed: int | None, gap: PerceptionGap | None) -> Iterable[str]:
    if agreed is None:
        yield "open"
    if score.spread and score.spread.disagreement:
        yield "differ"
    if gap and gap.flagged and gap.stages > 0:
        yield "leaders"
    if score.claims and not score.backed:
        yield "unproven"
    counts = score.stage if agreed is None else agreed
    if practice.critical and counts is not None and below(counts, 1):
        yield "absent"
    if score.widely_unknown:
        yield "unknown"
