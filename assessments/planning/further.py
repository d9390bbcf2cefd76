"""Steps beside what is in a plan already: what is new, and what leads on from where the plan ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from .plan import PlannedStep


def further(steps: Iterable[PlannedStep], planned: Mapping[str, int]) -> tuple[PlannedStep, ...]:
    """What of `steps` is not in the plan, where `planned` is the last stage (1..4) it leads each practice to.

    A step that the plan does only part of remains from where the plan ends, at the effort of the stages left.
    """
    return tuple(_rest(each, planned.get(each.practice, 0)) for each in steps if _is_open(each, planned))


def _is_open(step: PlannedStep, planned: Mapping[str, int]) -> bool:
    return planned.get(step.practice, 0) < step.to_stage


def _rest(step: PlannedStep, reached: int) -> PlannedStep:
    if reached <= step.from_stage:
        return step
    each = step.effort // (step.to_stage - step.from_stage)
    return replace(step, from_stage=reached, effort=each * (step.to_stage - reached))
