"""Scores as plain values, in the names and shapes of `cxmaturity-result/1` (docs/formats.md): one for all JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .scorecard import DimensionScore, Reservation, Trust


def exact(value: float | None) -> float | None:
    """A number with six decimals; None stays None."""
    return None if value is None else round(value, 6)


def dimension_data(found: DimensionScore) -> dict[str, Any]:
    """A level or a trust factor; its number of practices is told by them."""
    return {
        "id": found.id,
        "score": exact(found.score),
        "low": exact(found.low),
        "high": exact(found.high),
        "evidenced": exact(found.evidenced),
        "self_rated": exact(found.self_rated),
        "coverage": exact(found.coverage),
        "rated": found.rated,
        "band": found.band,
        "applicable": found.applicable,
        "answered": found.answered,
    }


def trust_data(trust: Trust) -> dict[str, Any]:
    """The four factors together."""
    return {
        "index": exact(trust.index),
        "mean": exact(trust.mean),
        "weakest": trust.weakest,
        "band": trust.band,
        "capped_by": list(trust.capped_by),
        "factors": [dimension_data(each) for each in trust.factors],
    }


def reservations_data(reservations: Iterable[Reservation]) -> list[dict[str, Any]]:
    """What the level attained is reserved for."""
    return [{"kind": each.kind, "practice": each.practice, "stage": exact(each.stage)} for each in reservations]
