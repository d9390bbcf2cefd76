"""What a room has voted: told only once it is revealed, and in an anonymous assessment never about a few people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count

from ..content.loader import framework
from ..maturity.agreement import Spread, median, spread
from ..maturity.anonymity import shown_groups
from ..models import GROUPS, STAGES, Vote, Workshop

EVERYONE = ""
ALONE = 1


@dataclass(frozen=True, slots=True)
class GroupBallot:
    """What a group has voted, or everyone: how many for each stage, and how many do not know."""

    group: str
    counts: tuple[int, ...]
    dont_know: int

    @property
    def staged(self) -> int:
        """How many gave a stage."""
        return sum(self.counts)

    @property
    def stages(self) -> list[int]:
        """Every stage that was given, in order."""
        return [stage for stage, count in enumerate(self.counts) for _ in range(count)]

    @property
    def median(self) -> float | None:
        return median(self.stages) if self.staged else None


@dataclass(frozen=True, slots=True)
class Ballot:
    """A revealed round. `lines` are the groups that may be shown, `everyone` all together, None where too few voted."""

    number: int
    voted: int
    lines: tuple[GroupBallot, ...]
    everyone: GroupBallot | None
    hidden: tuple[str, ...]
    spread: Spread | None

    @property
    def finding(self) -> str:
        """What there is to say: empty, few, unknown, same, differ, or middle."""
        if not self.voted:
            return "empty"
        if self.everyone is None:
            return "few"
        if not self.everyone.staged:
            return "unknown"
        if self.width == 0 and self.everyone.staged > ALONE:
            return "same"
        return "differ" if self.spread and self.spread.disagreement else "middle"

    @property
    def width(self) -> int:
        """How many stages lie between the lowest vote and the highest."""
        stages = self.everyone.stages if self.everyone else []
        return stages[-1] - stages[0] if stages else 0


def ballots_of(workshop: Workshop) -> tuple[Ballot | None, Ballot | None]:
    """The round that is shown and the one before it; nothing of either until the votes are revealed; one query."""
    if workshop.phase != "revealed":
        return None, None
    now, before = workshop.round, workshop.round - 1
    rows = Vote.objects.filter(workspace=workshop.workspace_id, workshop=workshop, practice=workshop.practice)
    found = rows.filter(round__in=(now, before)).values_list("round", "seat__group", "stage").annotate(Count("pk"))
    told: dict[int, dict[str, dict[int | None, int]]] = {now: {}, before: {}}
    for number, group, stage, count in found:
        told[number].setdefault(group, {})[stage] = count
    return _ballot(workshop, now, told[now]), _ballot(workshop, before, told[before]) if told[before] else None


def _ballot(workshop: Workshop, number: int, told: Mapping[str, Mapping[int | None, int]]) -> Ballot:
    lines = [_line(group, told[group]) for group in GROUPS if group in told]
    everyone = _sum(lines)
    voted = everyone.staged + everyone.dont_know
    assessment = workshop.assessment
    least = assessment.minimum_group if assessment.anonymous else 0
    if everyone.staged < least:
        return Ballot(number, voted, (), None, tuple(told), None)
    shown = _shown(lines, least) if least else set(told)
    frame = framework(assessment.framework, assessment.framework_version)
    return Ballot(
        number,
        voted,
        tuple(each for each in lines if each.group in shown),
        everyone,
        tuple(each.group for each in lines if each.group not in shown),
        spread(everyone.stages, frame.thresholds.agreement),
    )


def _shown(lines: Sequence[GroupBallot], least: int) -> set[str]:
    """By all who voted, don't knows included: it shows on the screen how many of each group are in the room."""
    shown = shown_groups({each.group: each.staged + each.dont_know for each in lines}, least)
    few = any(each.staged < least for each in lines if each.group in shown)
    left = sum(each.staged for each in lines if each.group not in shown)  # what the whole less the shown would tell
    return set() if few or 0 < left < least else shown


def _line(group: str, told: Mapping[int | None, int]) -> GroupBallot:
    return GroupBallot(group, tuple(told.get(stage, 0) for stage in STAGES), told.get(None, 0))


def _sum(lines: Sequence[GroupBallot]) -> GroupBallot:
    counts = tuple(sum(each.counts[stage] for each in lines) for stage in STAGES)
    return GroupBallot(EVERYONE, counts, sum(each.dont_know for each in lines))
