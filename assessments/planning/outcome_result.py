"""An expected result as plain values, in the names and shapes of `cxmaturity-result/1` as far as it can be told."""

from __future__ import annotations

from typing import Any

from ..maturity.as_data import dimension_data, exact, reservations_data, trust_data
from ..maturity.scorecard import DimensionScore
from .outcome import Outcome

OF_ANSWERS = ("evidenced", "self_rated")


def outcome_data(outcome: Outcome) -> dict[str, Any]:
    """Headline, levels and trust. What only answers can tell (evidence, confidence, who said what) has no place."""
    return {
        "headline": {
            "achieved_level": outcome.achieved,
            "strict_level": outcome.strict,
            "decimal": exact(outcome.decimal),
            "average": exact(outcome.average),
            "reservations": reservations_data(outcome.reservations),
        },
        "levels": [_expected(each) for each in outcome.levels],
        "trust": trust_data(outcome.trust) | {"factors": [_expected(each) for each in outcome.trust.factors]},
    }


def _expected(found: DimensionScore) -> dict[str, Any]:
    return {name: value for name, value in dimension_data(found).items() if name not in OF_ANSWERS}
