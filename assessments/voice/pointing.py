"""Touchpoints and segments looked at together: who changed, and who differs from all the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .change import Change
from .counts import Counts
from .series import MEASURES, Measured, Question, measured
from .student import false_discoveries
from .tally import ALL, Tally, change_between, low_is_good


@dataclass(frozen=True, slots=True)
class Pointed:
    """One question at one touchpoint, or in one segment.

    `change`: since the window before; `apart`: from all other answers of the window. Both are None where one side has
    fewer than 30 answers. `changed` and `differs` hold for all places together: at most one in twenty of those that
    hold may be chance (Benjamini & Hochberg).
    """

    name: str
    question: Question
    now: Measured
    change: Change | None
    apart: Change | None
    changed: bool = False
    differs: bool = False

    @property
    def way(self) -> int:
        """1 where it is better than before, -1 where it is worse, 0 where nothing was tested."""
        return self._good(self.change)

    @property
    def side(self) -> int:
        """1 where it is better than elsewhere, -1 where it is worse, 0 where nothing was tested."""
        return self._good(self.apart)

    def _good(self, change: Change | None) -> int:
        sign = (change.difference > 0) - (change.difference < 0) if change else 0
        return -sign if low_is_good(self.question) else sign


def pointed(tallies: Iterable[Tally], cut: str) -> tuple[Pointed, ...]:
    """All places of a cut where somebody answered in the window, by question and name."""
    rows = [*tallies]
    whole = {each.question: each.now for each in rows if each.cut == ALL}
    found = [
        _place(each, now, whole.get(each.question, {}))
        for each in rows
        if each.cut == cut and (now := measured(each.question, each.now))
    ]
    found.sort(key=lambda each: (MEASURES.index(each.question.measure), each.question, each.name))
    changed = _holding([each.change for each in found])
    differs = _holding([each.apart for each in found])
    return tuple(
        replace(each, changed=one, differs=other) for each, one, other in zip(found, changed, differs, strict=True)
    )


def _place(tally: Tally, now: Measured, whole: Counts) -> Pointed:
    rest = {score: count - tally.now.get(score, 0) for score, count in whole.items() if count > tally.now.get(score, 0)}
    return Pointed(
        tally.about,
        tally.question,
        now,
        change_between(tally.question, tally.before, tally.now),
        change_between(tally.question, rest, tally.now),
    )


def _holding(changes: Sequence[Change | None]) -> list[bool]:
    """Which of those that could be tested hold together."""
    places = [at for at, each in enumerate(changes) if each]
    held = false_discoveries([each.chance for each in changes if each])
    which: Mapping[int, bool] = dict(zip(places, held, strict=True))
    return [which.get(at, False) for at in range(len(changes))]
