"""Ticked steps as a plan takes them up: what is new, in which lane, and what leads on from where the plan ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...planning.board import LANES
from ...planning.further import further
from ...planning.lanes import lanes
from ...planning.plan import PlannedStep
from ...planning.proposals import IMPACTS, Proposal
from ...queries.plan_reach import PlannedStage
from ...reports.wording import headed
from ...results.goals import GoalStanding


def adopted(
    standing: GoalStanding, steps: Sequence[PlannedStep], planned: Mapping[str, PlannedStage]
) -> list[tuple[Proposal, str]]:
    """What of these steps is not in the plan, each with its lane: never earlier than what it leads on from."""
    places = lanes(steps, standing.company.plan_capacity)
    found = []
    for each in further(steps, {key: there.stage for key, there in planned.items()}):
        lane = places[each.practice]
        if each.practice in planned:
            lane = max(lane, planned[each.practice].lane, key=LANES.index)
        found.append((_proposal(standing, each, lane), lane))
    return found


def _proposal(standing: GoalStanding, step: PlannedStep, lane: str) -> Proposal:
    practice, language = standing.frame.practices[step.practice], standing.language
    return Proposal(
        practice=step.practice,
        dimension=step.dimension,
        from_stage=step.from_stage,
        to_stage=step.to_stage,
        lane=lane,
        effort=practice.effort,
        impact=IMPACTS[practice.impact],
        blocked_by=step.waits_for,
        title=headed(practice.steps[step.from_stage].do.to(language)),
        signal=practice.first_sign.to(language),
        reasons=(),
    )
