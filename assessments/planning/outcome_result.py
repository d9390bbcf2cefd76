"""An expected result as plain values, in the names and shapes of `cxmaturity-result/1` as far as it can be told."""

from __future__ import annotations

from typing import Any

from ..maturity.scorecard import DimensionScore, Trust
from .outcome import Outcome


def outcome_data(outcome: Outcome) -> dict[str, Any]:
    """Headline, levels and trust. What only answers can tell (evidence, confidence, who said what) has no place."""
    return {
        "headline": {
            "achieved_level": outcome.achieved,
            "strict_level": outcome.strict,
            "decimal": _round(outcome.decimal),
            "average": _round(outcome.average),
            "reservations": [
                {"kind": each.kind, "practice": each.practice, "stage": _round(each.stage)}
                for each in outcome.reservations
            ],
        },
        "levels": [_dimension(each) for each in outcome.levels],
        "trust": _trust(outcome.trust),
    }


def _trust(trust: Trust) -> dict[str, Any]:
    return {
        "index": _round(trust.index),
        "mean": _round(trust.mean),
        "weakest": trust.weakest,
        "band": trust.band,
        "capped_by": list(trust.capped_by),
        "factors": [_dimension(each) for each in trust.factors],
    }


def _dimension(found: DimensionScore) -> dict[str, Any]:
    return {
        "id": found.id,
        "score": _round(found.score),
        "low": _round(found.low),
        "high": _round(found.high),
        "coverage": _round(found.coverage),
        "rated": found.rated,
        "band": found.band,
        "applicable": found.applicable,
        "answered": found.answered,
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
