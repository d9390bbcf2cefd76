"""Which answers a newer version of a framework takes over."""

from __future__ import annotations

from ..content.schema import Framework
from .frameworks import What, differences

OTHER_WORDS: frozenset[What] = frozenset({"added", "removed", "reworded", "stages"})


def carried(before: Framework, now: Framework) -> frozenset[str]:
    """The practices of both whose question and statements are the same: what was said of them still says it.

    One that has only moved to another dimension is among them: a comparison leaves it out, its answers stay true.
    """
    apart = {each.practice for each in differences(before, now) if OTHER_WORDS & set(each.what)}
    return frozenset(key for key in now.practices if key not in apart)
