"""The section that says what has changed since the round before."""

from __future__ import annotations

from dataclasses import dataclass

from .basics import Head, Number
from .table import Column, Line, Table


@dataclass(frozen=True, slots=True)
class SinceRow:
    """A dimension that has visibly changed: its score before, in words and as it is, and now.

    `verdict` is up or down; `points` of 100 over what both rounds asked, visible from `line` on.
    """

    id: str
    name: str
    before: str
    before_value: float | None
    now: Number
    verdict: str
    change: str
    points: float | None
    line: float | None


@dataclass(frozen=True, slots=True)
class SinceFigure:
    """The level attained or the trust index, before and now: in words, and as they are (None where not rated)."""

    label: str
    before: str
    before_value: float | None
    now: str
    now_value: float | None
    verdict: str
    change: str


@dataclass(frozen=True, slots=True)
class SinceDone:
    """Something of the plan that was done in between, and the practice it is about ("" for none).

    For people outside the code is "", and the title that of the practice, which then stands nowhere else.
    """

    code: str
    title: str
    practice: str
    practice_title: str
    day_text: str


@dataclass(frozen=True, slots=True)
class SinceSection:
    """What changed since the round called `previous`: level and trust by verdict, what visibly moved, what was done.

    `columns` head the rows: dimension, before, now, change. `level_before` and `level` are achieved levels; `trust` has
    the index before and now, None where not rated. `figures` are both as slides and sheets show them, () in milestones
    of before.
    """

    head: Head
    previous: str
    level_verdict: str
    level_before: int
    level: int
    trust_verdict: str
    trust_before: float | None
    trust: float | None
    columns: tuple[str, str, str, str]
    rows: tuple[SinceRow, ...]
    done_title: str
    done: tuple[SinceDone, ...]
    caption: str
    figures: tuple[SinceFigure, ...] = ()

    @property
    def work(self) -> Table:
        """What was done."""
        columns = Column(self.done_title, 46), Column("", 34), Column("", 20)
        rows = [(Line(each.title, True), each.practice_title, Line(each.day_text, small=True)) for each in self.done]
        return Table(columns, rows, self.done_title)
