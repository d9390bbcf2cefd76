"""Steps that a report proposes, as a plan takes them up: what comes along with a step, and in which lane."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from .board import LANES

# A plan knows one scale for effort and impact: the framework’s low, medium, high are small, medium, large there.
IMPACTS: Final = {"L": "S", "M": "M", "H": "L"}


class Proposal(NamedTuple):
    """A step in the words of a report: `reasons` are (value, text), `effort` and `impact` S, M or L."""

    practice: str
    dimension: str
    from_stage: int
    to_stage: int
    lane: str
    effort: str
    impact: str
    blocked_by: tuple[str, ...]
    title: str
    signal: str
    reasons: tuple[tuple[str, str], ...]


def with_needs(proposals: Mapping[str, Proposal], practice: str) -> list[tuple[Proposal, str]]:
    """A step after all the steps it needs that are proposed as well, each with its lane: never later than the step’s.

    A need that no report proposes is passed over: there is no step for it. Nothing for an unknown practice.
    """
    found: dict[str, str] = {}
    if practice in proposals:
        _gather(proposals, practice, proposals[practice].lane, found, frozenset())
    return [(proposals[each], lane) for each, lane in found.items()]


def _gather(
    proposals: Mapping[str, Proposal], practice: str, lane: str, found: dict[str, str], asked: frozenset[str]
) -> None:
    asked |= {practice}
    for need in proposals[practice].blocked_by:
        if need in proposals and need not in asked:
            _gather(proposals, need, min(lane, proposals[need].lane, key=LANES.index), found, asked)
    found[practice] = min(lane, found.get(practice, lane), key=LANES.index)
