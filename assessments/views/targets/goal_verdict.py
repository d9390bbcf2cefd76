"""Whether goals that are over were reached, with the level and the trust of the round that decides it, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ...content.loader import framework
from ...planning.outcome import Outcome
from ...planning.verdict import deciding, last_day, was_reached
from ...queries.rounds import rounds_of
from ...reports.wording import index_text
from ...results.goals import outcomes_of
from ...rounds.frameworks import incomparable


@dataclass(frozen=True)
class GoalVerdict:
    """Whether a goal was reached (None: nothing says so), and that as a sentence; `sign` is a class of its colour."""

    reached: bool | None
    said: str

    @property
    def sign(self) -> str:
        return {True: "is-done", False: "is-late", None: ""}[self.reached]


def verdicts(company: Any, goals: Iterable[Any]) -> list[GoalVerdict]:
    """One for each of these goals of a company, whose day is over or that are closed.

    No query without goals; else one for the rounds and three for all that decide, however many goals there are.
    """
    found = list(goals)
    if not found:
        return []
    rounds = rounds_of(company)
    decided = [deciding(rounds, each.assessment, _day(each)) for each in found]
    rows = list({each.pk: each for each in decided if each}.values())
    results = outcomes_of(rows)
    return [_verdict(goal, row, results[row.pk] if row else None) for goal, row in zip(found, decided, strict=True)]


def trust_said(index: float | None) -> str:
    """The trust index in a sentence, where a dash would say nothing."""
    return _("not rated") if index is None else index_text(index)


def _day(goal: Any) -> Any:
    closed = timezone.localdate(goal.closed_at) if goal.closed_at else None
    return last_day(goal.by, closed)


def _verdict(goal: Any, row: Any, outcome: Outcome | None) -> GoalVerdict:
    if outcome is None:
        return GoalVerdict(None, _("Not known: no later assessment until then."))
    base, frame = goal.assessment, framework(row.framework, row.framework_version)
    before = framework(base.framework, base.framework_version)
    same = base.framework == row.framework and base.practice_set == row.practice_set
    reached = was_reached(frame, goal.targets, outcome) if same and not incomparable(before, frame) else None
    if reached is None:
        return GoalVerdict(None, _("Not known: the framework or the set of questions has changed."))
    words = {"level": outcome.achieved, "trust": trust_said(outcome.trust.index), "round": row.title}
    if reached:
        return GoalVerdict(True, _("Reached: level %(level)s, trust %(trust)s in “%(round)s”.") % words)
    return GoalVerdict(False, _("Not reached: level %(level)s, trust %(trust)s in “%(round)s”.") % words)
