"""What each step of the editor shows."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from ...content.loader import framework
from ...forms.journeys import SPECS
from ...journey.findings import findings
from ...journey.map import JourneyMap, Touchpoint
from ...journey.mistakes import SEVEN
from ...queries.plan import origin_key, planned_from
from .journey_cells import Boxes, CellBox
from .journey_page import page_of
from .journey_words import map_finding

TABS = {
    "goal": _("Goal"),
    "evidence": _("Evidence"),
    "draw": _("Draw"),
    "analyse": _("Analyse"),
    "improve": _("Improve"),
}
GOAL = (
    "title", "kind", "scale", "persona.name", "persona.segment", "persona.goal", "persona.expectations",
    "scope.from", "scope.to", "scope.scenario",
)  # fmt: skip
DRAW = (
    "name", "channel", "online", "actions", "thoughts", "needs", "emotion", "pains", "moment_of_truth", "importance",
    "trust", "influences", "goal", "metrics", "inside.owner", "inside.process", "inside.systems", "inside.capability",
)  # fmt: skip


def tab_of(tab: str, journey: Any, boxes: Boxes) -> dict[str, Any]:
    """The context of one step."""
    return {"goal": _goal, "evidence": _evidence, "draw": _draw, "analyse": _analyse, "improve": _improve}[tab](
        journey, boxes
    )


def _goal(_journey: Any, boxes: Boxes) -> dict[str, Any]:
    return {"boxes": boxes.all("map", GOAL)}


def _evidence(_journey: Any, boxes: Boxes) -> dict[str, Any]:
    rows = boxes.map.evidence
    return {"pieces": [(each, boxes.all("evidence", ("type", "date", "n", "note"), each.id)) for each in rows]}


def _draw(_journey: Any, boxes: Boxes) -> dict[str, Any]:
    heads = [SPECS[f"touchpoints:{name}"].label for name in DRAW]
    stages = [
        {
            "stage": stage,
            "boxes": boxes.all("stages", ("name", "aim", "duration"), stage.id, stage.name),
            "points": [
                {"point": point, "boxes": boxes.all("touchpoints", DRAW, point.id, point.name)}
                for point in stage.touchpoints
            ],
        }
        for stage in boxes.map.stages
    ]
    return {"stages": stages, "heads": heads}


def _analyse(_journey: Any, boxes: Boxes) -> dict[str, Any]:
    found = findings(boxes.map)
    checks = [(point, boxes.box("touchpoints", "mistakes", point.id, point.name)) for point in _points(boxes.map)]
    return {"checks": checks, "finding": map_finding(found), "seven": _seven(), **page_of(found)}


def _improve(journey: Any, boxes: Boxes) -> dict[str, Any]:
    there = planned_from(journey)
    rows = []
    for point in _points(boxes.map):
        box: CellBox = boxes.box("touchpoints", "opportunities", point.id, point.name)
        lifts = [(each, there.get(origin_key(journey.code, point.id, each.text))) for each in point.opportunities]
        rows.append({"point": point, "box": box, "lifts": lifts})
    return {"rows": rows, "planned": len(there)}


def _points(map: JourneyMap) -> list[Touchpoint]:
    return list(map.touchpoints())


def _seven() -> list[Any]:
    return [framework().flags[each] for each in SEVEN]
