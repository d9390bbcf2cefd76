"""What changed from one round to a later one, and what of it is visible at all (method 1.6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .common import Common, points_of
from .noise import Verdict, line, verdict


@dataclass(frozen=True, slots=True)
class Change:
    """A practice, a dimension or the trust index, from one round to a later one.

    `points` of 100 (None: not comparable, or not rated) is over the `practices` that both rounds gave a stage, asked in
    the same words, by the later round's weights; `line` is how many points are visible. Where both rounds rated the
    same practices by the same weights, it is the difference of the two scores.
    """

    id: str
    verdict: Verdict
    points: float | None = None
    line: float | None = None
    practices: int = 0

    @property
    def visible(self) -> bool:
        """Whether it may be called a change."""
        return self.verdict in ("up", "down")


def practice_changes(both: Common) -> Iterable[Change]:
    """A change for every practice of the later round, in its order."""
    rules = both.now.framework.thresholds.agreement
    for key in both.now.card.practices:
        if key not in both.pairs:
            yield Change(key, "not-comparable" if key in both.apart else "not-rated")
            continue
        old, new = both.pairs[key]
        points, least = points_of([(old, new)]), line(old.answered, new.answered, 1, rules)
        yield Change(key, verdict(points, least), points, least, 1)


def dimension_changes(both: Common) -> Iterable[Change]:
    """A change for every dimension of the later round, levels first, in its order."""
    rated = {each.id for each in both.before.card.dimensions if each.rated}
    for each in both.now.card.dimensions:
        pairs = both.of(each.id)
        if not each.rated or each.id not in rated:
            yield Change(each.id, "not-rated")
        elif not pairs:
            yield Change(each.id, "not-comparable")
        else:
            points, least = points_of(pairs), both.line(len(pairs))
            yield Change(each.id, verdict(points, least), points, least, len(pairs))
