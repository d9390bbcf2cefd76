"""How far a person has come through the questions, and where a practice stands among them. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..content.schema import Dimension, Framework, Practice

# No measured median exists yet: what reading six lines and choosing one takes. 20 practices make about nine minutes.
SECONDS_PER_PRACTICE = 25
# As the dimensions of a respondent: none of them, just what colleagues pass on. No dimension has this name.
PASSED_ON_ONLY = ("none",)


@dataclass(frozen=True, slots=True)
class DimensionProgress:
    """One dimension on the way: the practices asked of it, and which of them are answered."""

    dimension: Dimension
    practices: tuple[Practice, ...]
    answered: frozenset[str]

    @property
    def done(self) -> bool:
        """Whether every practice of the dimension is answered."""
        return len(self.answered) == len(self.practices)

    @property
    def door(self) -> str:
        """The practice to open first: the first open one, else the first."""
        return next((each.id for each in self.practices if each.id not in self.answered), self.practices[0].id)


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole way, dimension by dimension."""

    parts: tuple[DimensionProgress, ...]
    order: tuple[str, ...]
    answered: int
    first_open: str

    @property
    def asked(self) -> int:
        """How many practices are asked."""
        return len(self.order)

    @property
    def done(self) -> bool:
        """Whether every practice is answered."""
        return self.answered == self.asked

    @property
    def minutes_left(self) -> int:
        """About how many minutes the open practices take, rounded up."""
        return -(-(self.asked - self.answered) * SECONDS_PER_PRACTICE // 60)

    @property
    def levels(self) -> tuple[DimensionProgress, ...]:
        return tuple(each for each in self.parts if each.dimension.kind == "level")

    @property
    def factors(self) -> tuple[DimensionProgress, ...]:
        return tuple(each for each in self.parts if each.dimension.kind == "factor")

    def part_of(self, practice: str) -> DimensionProgress:
        """The part that asks `practice`; raises KeyError where nobody asks it."""
        for part in self.parts:
            if any(each.id == practice for each in part.practices):
                return part
        raise KeyError(practice)

    def before(self, practice: str) -> str:
        """The practice asked before this one; "" at the first."""
        at = self.order.index(practice)
        return self.order[at - 1] if at else ""

    def after(self, practice: str) -> str:
        """The practice asked after this one; "" at the last."""
        at = self.order.index(practice) + 1
        return self.order[at] if at < len(self.order) else ""


def assigned(
    framework: Framework,
    practice_set: str,
    own_set: str = "",
    dimensions: Collection[str] = (),
    practices: Collection[str] = (),
) -> frozenset[str]:
    """The practices that one respondent is asked: never any beyond the assessment's own `practice_set`.

    Of these the quick ones only where `own_set` says so, those of `dimensions` only where there are any, and besides
    whatever colleagues have passed on. `PASSED_ON_ONLY` as the dimensions leaves just that.
    """
    if own_set != "quick" and not dimensions:
        return framework.asked_ids(practice_set)  # almost everybody, with every answer that they save
    return frozenset(
        each.id
        for each in framework.asked(practice_set)
        if each.id in practices
        or ((own_set != "quick" or each.quick) and (not dimensions or framework.dimension_of[each.id].id in dimensions))
    )


def progress(framework: Framework, asked: str | Collection[str], answered: Collection[str]) -> Progress:
    """Where someone stands who has answered these practices; answers to what is not asked do not count.

    `asked` is the name of a set of practices, or the practices themselves (see `assigned`).
    """
    wanted = {each.id for each in framework.asked(asked)} if isinstance(asked, str) else asked
    parts = []
    for dimension in framework.dimensions:
        practices = tuple(each for each in dimension.practices if each.id in wanted)
        if practices:
            parts.append(
                DimensionProgress(dimension, practices, frozenset(each.id for each in practices if each.id in answered))
            )
    order = tuple(each.id for part in parts for each in part.practices)
    first_open = next((each for each in order if each not in answered), "")
    return Progress(tuple(parts), order, sum(len(each.answered) for each in parts), first_open)
