"""Steps that somebody chose by hand: what they cost, in which order they can be done, and what they lack."""

from __future__ import annotations

from collections.abc import Mapping

from ..content.schema import Framework
from ..maturity.scorecard import Scorecard
from .order import in_order
from .plan import PlannedStep
from .room import rooms


def chosen(framework: Framework, card: Scorecard, stages: Mapping[str, int]) -> tuple[PlannedStep, ...]:
    """The steps that lift practices to `stages` (1..4, by id), prerequisites first; they serve no target.

    What is there already, was not asked or was not answered is no step.
    """
    found = rooms(framework, card)
    lifted = {key: stage for key, stage in stages.items() if key in found and stage > found[key].reached}
    return tuple(
        PlannedStep(
            practice=key,
            dimension=found[key].dimension,
            from_stage=found[key].reached,
            to_stage=lifted[key],
            effort=(lifted[key] - found[key].reached) * found[key].effort,
            serves=(),
            opens=tuple(each for each in lifted if key in found[each].needs),
            waits_for=found[key].needs,
        )
        for key in in_order(found, lifted)
    )


def lacking(framework: Framework, card: Scorecard, stages: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """By practice, the prerequisites that neither stand nor are lifted far enough by the same `stages`."""
    least, steps = framework.thresholds.prerequisite_stage, chosen(framework, card, stages)
    reached = {step.practice: step.to_stage for step in steps}
    found = {each.practice: tuple(need for need in each.waits_for if reached.get(need, 0) < least) for each in steps}
    return {key: needs for key, needs in found.items() if needs}
