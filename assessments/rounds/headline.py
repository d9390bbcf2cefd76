"""From round to round: the level and the trust index, and whether either may be said to have moved."""

from __future__ import annotations

from collections.abc import Mapping

from .changes import Change
from .common import Common
from .noise import Verdict, verdict


def level_verdict(both: Common, dimensions: Mapping[str, Change]) -> Verdict:
    """Whether the achieved level moved visibly: the level that now holds, or holds no more, must itself have moved so.

    A level goes from standing to not standing by a hair; only `dimensions`, their changes by id, tell that from chance.
    """
    before, now = (each.card.headline.achieved_level for each in (both.before, both.now))
    if before == now:
        return "no-visible-change"
    decisive = dimensions[both.now.card.levels[min(before, now)].id]
    if decisive.verdict in ("not-comparable", "not-rated"):
        return decisive.verdict
    return decisive.verdict if (decisive.verdict == "up") == (now > before) else "no-visible-change"


def trust_change(both: Common, dimensions: Mapping[str, Change]) -> Change:
    """The trust index, with the line of its least sure factor: it is never surer than what it is made of.

    Not comparable where a factor is not, or where the factors do not rest on the same practices in both rounds.
    """
    before, now = both.before.card.trust, both.now.card.trust
    if before.index is None or now.index is None:
        return Change("trust", "not-rated")
    factors = [dimensions[each.id] for each in now.factors]
    if any(each.line is None or not _alike(both, each.id) for each in factors):
        return Change("trust", "not-comparable")
    points, least = now.index - before.index, max(each.line or 0.0 for each in factors)
    return Change("trust", verdict(points, least), points, least, sum(each.practices for each in factors))


def _alike(both: Common, dimension: str) -> bool:
    """Whether both rounds gave stages to the same practices of a dimension."""
    rated = [
        {key for key, found in each.card.practices.items() if found.dimension == dimension and found.stage is not None}
        for each in (both.before, both.now)
    ]
    return rated[0] == rated[1] == {new.id for _, new in both.of(dimension)}
