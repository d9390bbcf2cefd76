"""What one group of people answered against all together, as it may go back to that group (method 3).

Whoever reads such a page knows their own answers and the whole, and could subtract: so a group’s mean is shown only
where enough people stand behind it and, where others answered as well, behind those too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..content.schema import Framework
from .anonymity import shown_groups
from .answers import AnswerSheet
from .perception import Perception
from .practices import score_practices
from .scorecard import PracticeScore
from .units import PERCENT_PER_STAGE

Scores = Mapping[str, PracticeScore]


@dataclass(frozen=True, slots=True)
class PracticeView:
    """A practice: the mean stage of the group and of all together, each group of which weighs the same; 0..4."""

    practice: str
    dimension: str
    own: float
    whole: float


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A dimension over the practices of the group’s page: its own percentage and that of all together, 0..100."""

    id: str
    own: float
    whole: float


@dataclass(frozen=True, slots=True)
class GroupView:
    """What a group answered. `people` is how many of it answered anything, `alone` whether nobody else did."""

    group: str
    people: int
    alone: bool
    dimensions: tuple[SideBySide, ...]
    practices: tuple[PracticeView, ...]


def group_views(framework: Framework, sheet: AnswerSheet, seen: Perception) -> tuple[GroupView, ...]:
    """The groups that may be shown, from the top of the company down; only those with something to show."""
    shown = shown_groups(seen.classes, seen.least)
    plain = replace(sheet, agreed={})
    whole = score_practices(framework, plain)
    said = {group: score_practices(framework, _of(plain, group)) for group in _groups(sheet)}
    views = (_view(framework, name, seen, said, whole) for name in seen.classes if name in shown)
    return tuple(each for each in views if each.practices)


def _groups(sheet: AnswerSheet) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.group for each in sheet.respondents if each.answers))


def _of(sheet: AnswerSheet, group: str) -> AnswerSheet:
    """The sheet of one group’s people alone."""
    return replace(sheet, respondents=tuple(each for each in sheet.respondents if each.group == group))


def _view(framework: Framework, group: str, seen: Perception, said: Mapping[str, Scores], whole: Scores) -> GroupView:
    practices = tuple(
        PracticeView(key, found.dimension, found.stage, whole[key].stage or 0.0)
        for key, found in said[group].items()
        if found.stage is not None
        # All groups’ pages together must not tell of fewer either: what is hidden is nobody, or enough.
        and group in shown_groups({name: scores[key].answered for name, scores in said.items()}, seen.least)
    )
    weights = {key: found.weight for key, found in whole.items()}
    return GroupView(
        group=group,
        people=seen.classes[group],
        alone=len(said) == 1,
        dimensions=tuple(_side_by_side(framework, practices, weights)),
        practices=practices,
    )


def _side_by_side(
    framework: Framework, practices: Sequence[PracticeView], weights: Mapping[str, float]
) -> Iterable[SideBySide]:
    for dimension in framework.dimensions:
        found = [each for each in practices if each.dimension == dimension.id]
        if found:
            total = sum(weights[each.practice] for each in found)
            own = sum(weights[each.practice] * each.own for each in found) / total
            whole = sum(weights[each.practice] * each.whole for each in found) / total
            yield SideBySide(dimension.id, own * PERCENT_PER_STAGE, whole * PERCENT_PER_STAGE)


def widest(view: GroupView, least: float) -> tuple[PracticeView, ...]:
    """The practices on which the group differs by at least so many stages, the widest first."""
    apart = [each for each in view.practices if abs(each.own - each.whole) >= least]
    return tuple(sorted(apart, key=lambda each: -abs(each.own - each.whole)))
