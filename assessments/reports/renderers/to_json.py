"""The result as JSON, `cxmaturity-result/1` (docs/formats.md).

Keys are stable, percentages have six decimals, and what is not rated is null.
"""

from __future__ import annotations

import json
from typing import Any

from ...maturity.as_data import dimension_data, exact, reservations_data, trust_data
from ...maturity.perception import Perception
from ...maturity.scorecard import Confidence, PracticeScore, Scorecard
from ...maturity.steps import Reason, Step
from ..document import ReportDocument
from .json_customers import customers_data, journey_data
from .json_notes import notes_data
from .json_since import since_data
from .json_value import value_data

FORMAT = "cxmaturity-result/1"


def to_json(document: ReportDocument) -> bytes:
    """The document's numbers as UTF-8 JSON."""
    return (json.dumps(as_data(document), ensure_ascii=False, indent=1) + "\n").encode()


def as_data(document: ReportDocument) -> dict[str, Any]:
    """The same as plain values."""
    card, facts = document.card, document.facts
    return {
        "format": FORMAT,
        "framework": {"id": card.framework_id, "version": card.framework_version},
        "scoring_version": card.scoring_version,
        "language": document.language,
        "title": facts.title,
        "company": {"name": facts.company, "industry": facts.industry, "size": facts.size},
        "date": facts.held_on.isoformat(),
        "set": card.practice_set,
        "respondents": card.respondents,
        "finding": document.finding,
        "headline": _headline(card),
        "confidence": _confidence(card.confidence),
        "levels": [dimension_data(each) for each in card.levels],
        "trust": trust_data(card.trust),
        "synergy": card.synergy,
        "practices": [_practice(each) for each in card.practices.values()],
        "steps": [_step(each) for each in document.recommendations.steps],
        "keep_up": [
            {"practice": each.practice, "stage": exact(each.stage), "review_on": each.review_on.isoformat()}
            for each in document.recommendations.keep_up
        ],
        "red_flags": list(card.red_flags),
        "perception": _perception(document.perception),
        "since": since_data(document.since),
        "value": value_data(document.value),
        "customers": customers_data(document.customers),
        "journeys": [journey_data(each) for each in document.journeys.journeys] if document.journeys else [],
        "notes": notes_data(document),
    }


def _headline(card: Scorecard) -> dict[str, Any]:
    headline = card.headline
    return {
        "achieved_level": headline.achieved_level,
        "strict_level": headline.strict_level,
        "decimal": exact(headline.decimal),
        "average": exact(headline.average),
        "evidenced_level": headline.evidenced_level,
        "self_rated_level": headline.self_rated_level,
        "provisional": bool(headline.provisional),
        "provisional_because": list(headline.provisional),
        "confidence": card.confidence.grade,
        "reservations": reservations_data(headline.reservations),
    }


def _confidence(confidence: Confidence) -> dict[str, Any]:
    return {
        "grade": confidence.grade,
        "criteria": [{"id": each.id, "value": exact(each.value), "grade": each.grade} for each in confidence.criteria],
    }


def _practice(found: PracticeScore) -> dict[str, Any]:
    return {
        "id": found.id,
        "dimension": found.dimension,
        "stage": exact(found.stage),
        "agreed": found.agreed,
        "self_rated": exact(found.self_rated),
        "low": exact(found.low),
        "high": exact(found.high),
        "applicable": found.applicable,
        "answered": found.answered,
        "dont_know": found.dont_know,
        "not_applicable": found.not_applicable,
        "disagreement": found.spread.disagreement if found.spread else None,
    }


def _perception(seen: Perception) -> dict[str, Any]:
    """What each group that may be shown says of each dimension; the gap is leaders less front line."""
    return {
        "least": seen.least,
        "groups": [{"id": name, "people": count} for name, count in seen.classes.items()],
        "dimensions": [
            {
                "id": each.id,
                "groups": [{"id": view.name, "stage": exact(view.stage), "people": view.people} for view in each.views],
                "gap": exact(each.gap.stages) if each.gap else None,
                "flagged": each.gap.flagged if each.gap else None,
            }
            for each in seen.dimensions
        ],
    }


def _step(step: Step) -> dict[str, Any]:
    parts = step.parts
    return {
        "practice": step.practice,
        "dimension": step.dimension,
        "from_stage": step.from_stage,
        "to_stage": step.to_stage,
        "priority": exact(step.priority),
        "lane": step.lane,
        "quick_win": step.quick_win,
        "effort": step.effort,
        "impact": step.impact,
        "parts": {
            "gap": parts.gap,
            "impact": parts.impact,
            "effort": parts.effort,
            "weight": parts.weight,
            "block": parts.block,
            "multiplier": parts.multiplier,
        },
        "blocked_by": list(step.blocked_by),
        "reasons": [_reason(each) for each in step.reasons],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {"kind": reason.kind, "about": list(reason.about), "value": exact(reason.value)}
