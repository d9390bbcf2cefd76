"""The findings of a map as plain values: `cxmaturity-journey/1`."""

from __future__ import annotations

from typing import Any

from .feeling import Felt
from .findings import JourneyFindings

FORMAT = "cxmaturity-journey/1"


def result(findings: JourneyFindings) -> dict[str, Any]:
    """The findings for JSON, numbers as they are; what is not known is None."""
    map, line = findings.map, findings.feeling
    return {
        "format": FORMAT,
        "title": map.title,
        "kind": map.kind,
        "scale": map.scale,
        "mean": line and line.mean,
        "peak": line and line.peak.value,
        "end": line and line.end.value,
        "peak_end": line and line.peak_end,
        "lowest_touchpoint": line and line.lowest.touchpoint.name,
        "peak_at": line and _where(line.peak),
        "end_at": line and _where(line.end),
        "lowest_at": line and _where(line.lowest),
        "advice": findings.advice,
        "stages": [
            {"id": each.stage.id, "name": each.stage.name, "value": each.value, "n": each.n}
            for each in findings.stages
        ],
        "hurting": [each.stage.id for each in findings.hurting],
        "touchpoints": [
            {**_where(each), "basis": each.emotion.basis, "n": each.emotion.n} for each in (line.points if line else ())
        ],
        "pains": [
            {
                "touchpoint": each.touchpoint.name,
                "touchpoint_id": each.touchpoint.id,
                "text": each.pain.text,
                "severity": each.pain.severity,
                "frequency": each.pain.frequency,
                "importance": each.touchpoint.importance,
                "moment_of_truth": each.touchpoint.moment_of_truth,
                "score": each.score,
            }
            for each in findings.pains
        ],
        "red_flags": [
            {"id": each.flag, "touchpoints": [point.id for point in each.touchpoints]} for each in findings.raised
        ],
    }  # fmt: skip


def _where(felt: Felt) -> dict[str, Any]:
    return {"id": felt.touchpoint.id, "name": felt.touchpoint.name, "value": felt.value}
