"""What a company aims at and aimed at before, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...content.loader import framework
from ...planning.stored import targets_in
from ...reports.target_words import targets_text
from ...reports.wording import opened
from .goal_verdict import GoalVerdict


@dataclass(frozen=True)
class ClosedGoal:
    """A closed goal: its targets in words, whether they were reached, and the row it comes from."""

    said: str
    verdict: GoalVerdict
    goal: Any


def past(goals: Sequence[Any], verdicts: Sequence[GoalVerdict], language: str) -> list[ClosedGoal]:
    """Closed goals with their verdicts."""
    return [ClosedGoal(goal_text(each, language), said, each) for each, said in zip(goals, verdicts, strict=True)]


def goal_text(goal: Any, language: str) -> str:
    """The targets of a goal in the words of the framework it was set with."""
    base = goal.assessment
    frame = framework(base.framework, base.framework_version)
    targets = targets_in(frame, goal.targets, goal.by).all(frame)
    return opened(targets_text(frame, language, targets))
