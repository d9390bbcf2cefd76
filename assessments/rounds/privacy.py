"""What several anonymous rounds side by side must not tell (method 3: “the same for waves”)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations


def too_close(people: Iterable[tuple[int, int]]) -> bool:
    """Whether single practices of these rounds must not stand side by side.

    `people` gives, by round, how many answered and the smallest group that it may show (0: answers go by name). Where
    one more or one fewer than the smallest group came or left between two rounds, and the others say what they said
    before, the difference is what those few said. Dimensions rest on many answers at once, and stay.
    """
    return any(0 < abs(one - other) < max(k, least) for (one, k), (other, least) in combinations(people, 2))
