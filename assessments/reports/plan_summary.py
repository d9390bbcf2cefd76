"""A plan to targets in a terminal: what it comes to, the steps with their reasons, the result before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from ..planning.outcome import Outcome
from .plan_finding import plan_finding
from .plan_words import PlanWords
from .summary import table
from .wording import day_text, index_text, score_text


def plan_summary(words: PlanWords, by: date | None) -> str:
    """A few lines of plain text; `by` is the day by which it should be so."""
    plan = words.plan
    lines = [plan_finding(words)]
    if by:
        lines.append(_("By %(day)s.") % {"day": day_text(by)})
    if plan.steps:
        lines += ["", *table(list(_steps(words)), right=4)]
    lines += ["", *table(list(_results(words)), right=1)]
    for missing in plan.unreachable:
        target = words.target(missing.target)
        lines += ["", _("%(target)s: %(why)s") % {"target": target, "why": words.why_not(missing)}]
    return "\n".join(lines)


def _steps(words: PlanWords) -> Iterator[Sequence[str]]:
    yield "#", _("Id"), _("Practice"), _("Stage"), _("Effort"), _("Why")
    for number, step in enumerate(words.plan.steps, start=1):
        move = f"{step.from_stage} → {step.to_stage}"
        first, *more = words.reasons(step)
        yield str(number), step.practice, words.title(step.practice), move, str(step.effort), first
        for reason in more:
            yield "", "", "", "", "", reason
    yield "", "", "", "", str(words.plan.effort), _("effort points in all")


def _results(words: PlanWords) -> Iterator[Sequence[str]]:
    now, then = words.plan.now, words.plan.then
    yield "", _("Now"), _("Then")
    yield _("Level"), _level(now), _level(then)
    yield _("Trust index"), index_text(now.trust.index), index_text(then.trust.index)
    for dimension in words.framework.dimensions:
        before, after = (score_text(each.scores[dimension.id], words.framework.thresholds) for each in (now, then))
        yield words.name(dimension.id), before, after


def _level(outcome: Outcome) -> str:
    return str(outcome.achieved) if outcome.decimal is None else f"{outcome.achieved} ({outcome.decimal:.2f})"
