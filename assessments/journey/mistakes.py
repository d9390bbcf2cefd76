"""The red flags a map raises: the mistakes seen at its touchpoints, and a very bad moment nothing is done about."""

from __future__ import annotations

from dataclasses import dataclass

from .map import JourneyMap, Touchpoint

SEVEN = ("RF-01", "RF-02", "RF-03", "RF-04", "RF-05", "RF-06", "RF-07")
ONE_BAD_EXPERIENCE = "RF-20"
UNDER_WAY = ("open", "planned")


@dataclass(frozen=True, slots=True)
class Raised:
    """A red flag and the touchpoints that raise it, in the order of the journey."""

    flag: str
    touchpoints: tuple[Touchpoint, ...]


def raised(map: JourneyMap) -> tuple[Raised, ...]:
    """The red flags the map raises, by their keys."""
    found: dict[str, list[Touchpoint]] = {}
    for touchpoint in map.touchpoints():
        flags = dict.fromkeys(touchpoint.mistakes)
        if _left_alone(map, touchpoint):
            flags[ONE_BAD_EXPERIENCE] = None
        for flag in flags:
            found.setdefault(flag, []).append(touchpoint)
    return tuple(Raised(flag, tuple(found[flag])) for flag in sorted(found))


def _left_alone(map: JourneyMap, touchpoint: Touchpoint) -> bool:
    """Whether customers feel as bad here as the scale can say, and nothing is meant to change it."""
    if map.kind == "planned" or touchpoint.emotion is None or touchpoint.emotion.value > -map.scale:
        return False
    return not any(each.status in UNDER_WAY for each in touchpoint.opportunities)
