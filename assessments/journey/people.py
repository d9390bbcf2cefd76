"""A journey map without the people of the company who are named in it."""

from __future__ import annotations

from .map import JourneyMap, Stage, Touchpoint


def without_people(map: JourneyMap) -> JourneyMap:
    """The map with nobody named as the owner of what would lift a touchpoint; the rest as it was."""
    return map.model_copy(update={"stages": tuple(_stage(each) for each in map.stages)})


def _stage(stage: Stage) -> Stage:
    return stage.model_copy(update={"touchpoints": tuple(_touchpoint(each) for each in stage.touchpoints)})


def _touchpoint(point: Touchpoint) -> Touchpoint:
    freed = tuple(each.model_copy(update={"owner": ""}) for each in point.opportunities)
    return point.model_copy(update={"opportunities": freed})
