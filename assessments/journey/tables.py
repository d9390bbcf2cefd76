"""A journey map as a table: one row a touchpoint, under the columns everybody agreed on, and two of our own.

A table holds what its columns name. Title, persona, scope, evidence and ids have no place in it. Where feelings go to
5, a last column says so: without it, -4 would be refused on the way back.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from .cells import guarded, joined, shown
from .map import JourneyMap, Stage, Touchpoint

COLUMNS = (
    "stage", "touchpoint", "channel", "online", "action", "thought", "need", "emotion", "emotion_basis", "emotion_n",
    "pain", "severity", "frequency", "moment_of_truth", "goal", "metric", "metric_value", "metric_n", "owner",
    "process", "trust_factor", "trust_effect", "mistake", "opportunity", "practice", "due", "importance", "status",
)  # fmt: skip
SCALE = "scale"
USUAL = 2


def write_table(map: JourneyMap) -> bytes:
    """The map as CSV: UTF-8 with the mark spreadsheets know it by, separated by semicolons, safe to open."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    of_scale = [] if map.scale == USUAL else [shown(map.scale)]
    writer.writerow([*COLUMNS, SCALE] if of_scale else COLUMNS)
    for stage in map.stages:
        writer.writerows([*(guarded(cell) for cell in row), *of_scale] for row in _rows(stage))
    return text.getvalue().encode("utf-8-sig")


def _rows(stage: Stage) -> Iterator[list[str]]:
    """The rows of a stage; one without touchpoints has a row of its own."""
    name = stage.name.strip()
    if not stage.touchpoints:
        yield [name, *[""] * (len(COLUMNS) - 1)]
    for touchpoint in stage.touchpoints:
        cells = {"stage": name, **_cells(touchpoint), **_lists(touchpoint)}
        yield [cells[column] for column in COLUMNS]


def _cells(point: Touchpoint) -> dict[str, str]:
    emotion, trust = point.emotion, point.trust
    return {
        "touchpoint": point.name.strip(),
        "channel": point.channel.strip(),
        "online": shown(point.online),
        "emotion": shown(emotion and emotion.value),
        "emotion_basis": emotion.basis if emotion else "",
        "emotion_n": shown(emotion and emotion.n),
        "moment_of_truth": point.moment_of_truth or "",
        "goal": point.goal.strip(),
        "owner": point.inside.owner.strip(),
        "process": point.inside.process.strip(),
        "trust_factor": trust.factor if trust else "",
        "trust_effect": shown(trust and trust.effect),
        "importance": shown(point.importance),
    }


def _lists(point: Touchpoint) -> dict[str, str]:
    pains, metrics, opportunities = point.pains, point.metrics, point.opportunities
    return {
        "action": joined(point.actions),
        "thought": joined(point.thoughts),
        "need": joined(point.needs),
        "pain": joined(each.text for each in pains),
        "severity": joined(shown(each.severity) for each in pains),
        "frequency": joined(shown(each.frequency) for each in pains),
        "metric": joined(each.id for each in metrics),
        "metric_value": joined(shown(each.value) for each in metrics),
        "metric_n": joined(shown(each.n) for each in metrics),
        "mistake": joined(point.mistakes),
        "opportunity": joined(each.text for each in opportunities),
        "practice": joined(each.practice for each in opportunities),
        "due": joined(shown(each.due) for each in opportunities),
        "status": joined(each.status for each in opportunities),
    }
