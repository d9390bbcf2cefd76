"""A plan as plain values for JSON: `cxmaturity-plan/1` (docs/formats.md)."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..maturity.scorecard import Scorecard
from ..maturity.units import BANDS
from .outcome_result import outcome_data
from .plan import Plan, PlannedStep
from .reach import Unreachable
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
            {"target": _target(each.target), "why": each.why, "about": list(each.about), "best": _best(each)}
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
    return {"kind": target.kind, "about": target.about, "value": _value(target, target.value)}


def _best(missing: Unreachable) -> str | float | None:
    return None if missing.best is None else _value(missing.target, missing.best)


def _value(target: Target, value: float) -> str | float:
    """What is aimed at, or reached instead, in the words of the target: a band by its letter."""
    if target.kind == "band":
        return BANDS[int(value)]
    return int(value) if target.kind == "level" else round(value, 6)
