"""A plan as plain values for JSON: `cxmaturity-plan/1`."""

from __future__ import annotations

from typing import Any

from ..maturity.trust import BANDS
from .outcome import Outcome
from .plan import Plan
from .targets import Target

FORMAT = "cxmaturity-plan/1"


def result(plan: Plan) -> dict[str, Any]:
    """The plan for JSON, numbers as they are: effort in points, scores 0..100; what is not known is None."""
    return {
        "format": FORMAT,
        "targets": [_target(each) for each in plan.targets],
        "effort": plan.effort,
        "steps": [
            {
                "practice": each.practice,
                "dimension": each.dimension,
                "from": each.from_stage,
                "to": each.to_stage,
                "effort": each.effort,
                "serves": [_target(target) for target in each.serves],
                "opens": list(each.opens),
                "waits_for": list(each.waits_for),
            }
            for each in plan.steps
        ],
        "unreachable": [
            {"target": _target(each.target), "why": each.why, "about": list(each.about), "best": each.best}
            for each in plan.unreachable
        ],
        "now": _outcome(plan.now),
        "then": _outcome(plan.then),
    }


def _target(target: Target) -> dict[str, Any]:
    value = BANDS[int(target.value)] if target.kind == "band" else target.value
    return {"kind": target.kind, "about": target.about, "value": value}


def _outcome(outcome: Outcome) -> dict[str, Any]:
    trust = outcome.trust
    return {
        "level": outcome.achieved,
        "decimal": outcome.decimal,
        "scores": dict(outcome.scores),
        "trust": trust.index,
        "trust_band": trust.band,
        "capped_by": list(trust.capped_by),
        "weakest": trust.weakest,
        "reservations": [
            {"kind": each.kind, "practice": each.practice, "stage": each.stage} for each in outcome.reservations
        ],
    }
