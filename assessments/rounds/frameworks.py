"""What is different between two versions of a framework, practice by practice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ..content.schema import Framework, Practice

What = Literal["added", "removed", "moved", "reworded", "stages", "weight", "quick", "critical", "advice"]
OTHER_QUESTION: frozenset[What] = frozenset({"added", "removed", "moved", "reworded", "stages"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A practice and what is different about it, in the order of What.

    `moved`: it is in another dimension; `reworded`: its question; `stages`: what a stage means; `advice`: anything that
    leaves the score alone, as titles, steps, effort and what it needs.
    """

    practice: str
    what: tuple[What, ...]

    @property
    def comparable(self) -> bool:
        """Whether a stage of the one version still means what it means in the other."""
        return not OTHER_QUESTION & set(self.what)


def differences(before: Framework, now: Framework) -> tuple[Difference, ...]:
    """All practices that differ, in the order of `now`, those that are gone last."""
    codes = dict.fromkeys((*now.practices, *before.practices))
    found = (Difference(code, tuple(_what(code, before, now))) for code in codes)
    return tuple(each for each in found if each.what)


def incomparable(before: Framework, now: Framework) -> frozenset[str]:
    """The practices whose stages of one version may not be set beside those of the other."""
    if before is now:
        return frozenset()
    return frozenset(each.practice for each in differences(before, now) if not each.comparable)


def _what(code: str, before: Framework, now: Framework) -> Iterable[What]:
    old, new = before.practices.get(code), now.practices.get(code)
    if old is None or new is None:
        yield "added" if old is None else "removed"
        return
    if before.dimension_of[code].id != now.dimension_of[code].id:
        yield "moved"
    if old.question != new.question:
        yield "reworded"
    if old.stages != new.stages:
        yield "stages"
    if old.weight != new.weight:
        yield "weight"
    if old.quick != new.quick:
        yield "quick"
    if old.critical != new.critical:
        yield "critical"
    if _advice(old) != _advice(new):
        yield "advice"


def _advice(practice: Practice) -> tuple[object, ...]:
    told = (practice.title, practice.why, practice.evidence, practice.first_sign, practice.steps)
    return (*told, practice.effort, practice.impact, practice.needs, practice.moves)
