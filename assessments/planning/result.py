"""A plan as plain values for JSON: `cxmaturity-plan/1` (docs/formats.md)."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..maturity.scorecard import Scorecard
from ..maturity.trust import BANDS
from .outcome_result import outcome_data
from .plan import Plan, PlannedStep
from .targets import Target

FORMAT = "cxmaturity-plan/1"


def result(card: Scorecard, plan: Plan, by: date | None = None) -> dict[str, Any]:
    """The plan from where `card` stands, for JSON: effort in points, scores 0..100; what is not known is None.

    `now` and `then` have the names and shapes of `cxmaturity-result/1`.
    """
    return {
        "format": FORMAT,
        "framework": {"id": card.framework_id, "version": card.framework_version},
        "scoring_version": card.scoring_version,
        "targets": [_target(each) for each in plan.targets],
        "by": by.isoformat() if by else None,
        "effort": plan.effort,
        "steps": [_step(each) for each in plan.steps],
        "unreachable": [
            {"target": _target(each.target), "why": each.why, "about": list(each.about), "best": each.best}
            for each in plan.unreachable
        ],
        "now": outcome_data(plan.now),
        "then": outcome_data(plan.then),
    }


def _step(step: PlannedStep) -> dict[str, Any]:
    return {
        "practice": step.practice,
        "dimension": step.dimension,
        "from": step.from_stage,
        "to": step.to_stage,
        "effort": step.effort,
        "serves": [_target(target) for target in step.serves],
        "opens": list(step.opens),
        "waits_for": list(step.waits_for),
    }


def _target(target: Target) -> dict[str, Any]:
    value = BANDS[int(target.value)] if target.kind == "band" else target.value
    return {"kind": target.kind, "about": target.about, "value": value}
