"""From a journey map to plain values, as `cx-journey/1` has them."""

from __future__ import annotations

from typing import Any

from .map import SCHEMA, JourneyMap


def write(map: JourneyMap) -> dict[str, Any]:
    """The map as it is written in JSON, keys in the order of the format. What was never said has no key.

    What was read comes out as it was: `write(read(data)) == data`, and `read(write(map)) == map` for every map.
    """
    return {"schema": SCHEMA, **map.model_dump(mode="json", by_alias=True, exclude_unset=True)}
