"""The steps on the page of targets: the cheapest set with its reasons, then what the report recommends besides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from ...maturity.steps import recommend
from ...planning.chosen import chosen
from ...planning.plan import PlannedStep
from ...queries.plan_reach import PlannedStage
from ...reports.wording import listed, quoted
from ...results.goals import GoalStanding
from ...words.labels import PLAN_STATES
from ..plan.plan_cards import SIGNS

FAR = 2  # more stages than one plan lifts (method 5)


@dataclass(frozen=True)
class StepRow:
    """A step as a row: `key` is what a tick sends, `planned` says where it stands in the plan, or is empty, `sign`
    is the class of that state, and `further` how far the plan leads where that is not far enough."""

    key: str
    practice: str
    dimension: str
    title: str
    do: str
    move: str
    effort: int
    reasons: tuple[str, ...]
    ticked: bool
    planned: str
    sign: str
    further: str


def cheapest_rows(
    standing: GoalStanding, stages: Mapping[str, int], planned: Mapping[str, PlannedStage]
) -> list[StepRow]:
    """The cheapest set to the targets, in an order in which it can be done."""
    words = standing.words
    return [_row(standing, each, stages, planned, _reasons(words.reasons(each), each)) for each in standing.plan.steps]


def other_rows(standing: GoalStanding, stages: Mapping[str, int], planned: Mapping[str, PlannedStage]) -> list[StepRow]:
    """The recommended steps on practices that the cheapest set leaves alone, the most urgent first."""
    taken = {each.practice for each in standing.plan.steps}
    found = recommend(standing.frame, standing.card, timezone.localdate(), standing.sheet.targets).steps
    others = {each.practice: each.to_stage for each in found if each.practice not in taken}
    steps = {each.practice: each for each in chosen(standing.frame, standing.card, others)}
    return [_row(standing, steps[key], stages, planned, _waits(standing, steps[key])) for key in others if key in steps]


def _row(
    standing: GoalStanding,
    step: PlannedStep,
    stages: Mapping[str, int],
    planned: Mapping[str, PlannedStage],
    reasons: tuple[str, ...],
) -> StepRow:
    practice = standing.frame.practices[step.practice]
    there = planned.get(step.practice)
    return StepRow(
        key=f"{step.practice}:{step.to_stage}",
        practice=step.practice,
        dimension=step.dimension,
        title=practice.title.to(standing.language),
        do=practice.steps[step.from_stage].do.to(standing.language),
        move=f"{step.from_stage} → {step.to_stage}",
        effort=step.effort,
        reasons=reasons,
        ticked=stages.get(step.practice) == step.to_stage,
        planned=str(PLAN_STATES[there.state]) if there else "",
        sign=SIGNS[there.state] if there else "",
        further=_further(there.stage, step) if there and there.stage < step.to_stage else "",
    )


def _further(stage: int, step: PlannedStep) -> str:
    return _("In the plan to stage %(stage)s only. Taking this adds %(start)s → %(needed)s after it.") % {
        "stage": stage,
        "start": max(stage, step.from_stage),
        "needed": step.to_stage,
    }


def _reasons(reasons: tuple[str, ...], step: PlannedStep) -> tuple[str, ...]:
    far = step.to_stage - step.from_stage > FAR
    return (*reasons, _("More than two stages: count on more than one round")) if far else reasons


def _waits(standing: GoalStanding, step: PlannedStep) -> tuple[str, ...]:
    return tuple(_said(standing, step)) if step.waits_for else ()


def _said(standing: GoalStanding, step: PlannedStep) -> Iterator[str]:
    titles = [quoted(standing.frame.practices[each].title.to(standing.language)) for each in step.waits_for]
    yield _("Waits for %(practices)s") % {"practices": listed(titles)}
