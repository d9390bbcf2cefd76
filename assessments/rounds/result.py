"""A comparison as plain values for JSON: `cxmaturity-rounds/1` (docs/formats.md)."""

from __future__ import annotations

from typing import Any

from ..maturity.as_data import exact
from .between import Between
from .changes import Change
from .common import Round
from .rounds import Comparison

FORMAT = "cxmaturity-rounds/1"


def result(found: Comparison, *, practices: bool = True) -> dict[str, Any]:
    """The comparison for JSON: scores 0..100 and stages with six decimals, None where not rated or not comparable.

    Without `practices` single practices are left out (assessments/rounds/privacy.py), and it says so.
    """
    first = found.rounds[0].card
    return {
        "format": FORMAT,
        "framework": first.framework_id,
        "scoring_version": first.scoring_version,
        "practices_withheld": not practices,
        "rounds": [_round(each, practices) for each in found.rounds],
        "steps": [_between(each, practices) for each in found.steps],
        "whole": _between(found.whole, practices),
    }


def _round(each: Round, practices: bool) -> dict[str, Any]:
    card = each.card
    said: dict[str, Any] = {
        "title": each.name,
        "date": each.held_on.isoformat(),
        "framework_version": card.framework_version,
        "set": card.practice_set,
        "respondents": card.respondents,
        "level": card.headline.achieved_level,
        "provisional": bool(card.headline.provisional),
        "decimal": exact(card.headline.decimal),
        "trust": exact(card.trust.index),
        "scores": {one.id: exact(one.score) for one in card.dimensions},
    }
    if practices:
        said["stages"] = {key: exact(one.stage) for key, one in card.practices.items()}
    return said


def _between(each: Between, practices: bool) -> dict[str, Any]:
    said: dict[str, Any] = {
        "from": each.before,
        "to": each.now,
        "level": each.level,
        "trust": _change(each.trust),
        "dimensions": [_change(one) for one in each.dimensions],
        "work": {key: list(codes) for key, codes in each.touched.items()},
        "framework_differences": [
            {"practice": one.practice, "what": list(one.what), "comparable": one.comparable} for one in each.differences
        ],
    }
    if practices:
        said["practices"] = [_change(one) for one in each.practices]
    return said


def _change(each: Change) -> dict[str, Any]:
    return {
        "id": each.id,
        "verdict": each.verdict,
        "points": exact(each.points),
        "line": exact(each.line),
        "practices": each.practices,
    }
