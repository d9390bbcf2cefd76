"""What the reading page of a journey shows, ready for its template."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...content.loader import framework
from ...journey.findings import JourneyFindings
from ...journey.map import Opportunity, Stage, Touchpoint
from ...pieces import drawn
from ...reports.charts.paint import WEB
from ...reports.journey_figures import SEVERE, feeling_figure, hot
from ...reports.journey_words import advice_said, felt, moment_name, pain_said


@dataclass(frozen=True, slots=True)
class StageColumn:
    """A stage as a column: `value` in words, "" while unknown; `hot` for the one that hurts most."""

    stage: Stage
    value: str
    asked: int | None
    hot: bool
    points: list[dict[str, Any]]
    pains: list[dict[str, Any]]
    lifts: list[dict[str, Any]]


def page_of(found: JourneyFindings) -> dict[str, Any]:
    """The context of the page."""
    line = found.feeling
    figure = feeling_figure(WEB, "feeling", found)
    return {
        "found": found,
        "figure": drawn(figure) if figure else None,
        "columns": list(_columns(found)),
        "scale": found.map.scale,
        "advice": advice_said(found),
        "numbers": line and {"mean": felt(line.mean), "peak": felt(line.peak.value), "end": felt(line.end.value),
                             "peak_end": felt(line.peak_end)},
        "ranked": [_pain(each.touchpoint, each.pain, each.score) for each in found.pains],
        "moments": [_moment(each) for each in found.map.touchpoints() if each.moment_of_truth],
    }  # fmt: skip


def _columns(found: JourneyFindings) -> Iterable[StageColumn]:
    hottest = hot(found)
    for place, each in enumerate(found.stages):
        points = each.stage.touchpoints
        yield StageColumn(
            stage=each.stage,
            value="" if each.value is None else felt(each.value),
            asked=each.n,
            hot=place == hottest,
            points=[
                {"point": point, "moment": moment_name(point.moment_of_truth) if point.moment_of_truth else ""}
                for point in points
            ],
            pains=[_pain(point, pain, None) for point in points for pain in point.pains],
            lifts=[
                {"lift": lift, "dimension": dimension_of(lift)}
                for point in points
                for lift in point.opportunities
                if lift.status != "dropped"
            ],
        )


def _moment(point: Touchpoint) -> dict[str, Any]:
    name = moment_name(point.moment_of_truth) if point.moment_of_truth else ""
    return {"point": point, "name": name, "value": felt(point.emotion.value) if point.emotion else ""}


def dimension_of(lift: Opportunity) -> str:
    """The level or factor of the practice that an opportunity is linked to; "" for none."""
    found = framework().dimension_of.get(lift.practice)
    return found.id if found else ""


def _pain(point: Touchpoint, pain: Any, score: float | None) -> dict[str, Any]:
    severe = (pain.severity or 0) >= SEVERE
    return {"point": point, "pain": pain, "said": pain_said(pain), "score": score, "severe": severe}
