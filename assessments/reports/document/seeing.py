"""The section that says how differently the groups see the company."""

from __future__ import annotations

from dataclasses import dataclass

from .basics import Head, Number


@dataclass(frozen=True, slots=True)
class GapGroup:
    """A class of people in the legend with their number; `mark` is leaders, managers or frontline, their shape."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class GapView:
    """What one class says of one dimension: its mean stage 0..4 and its `place` 0..100, both None where not shown."""

    mark: str
    name: str
    text: str
    stage: float | None
    place: float | None
    people: str


@dataclass(frozen=True, slots=True)
class GapRow:
    """One dimension: every class of the legend in its order, and the gap in stages; `flag` says where it is large."""

    id: str
    name: str
    views: tuple[GapView, ...]
    gap: Number
    flag: str
    title: str

    def place(self, mark: str) -> float | None:
        """Where the class with this mark stands, 0..100."""
        return next((each.place for each in self.views if each.mark == mark), None)


@dataclass(frozen=True, slots=True)
class GapSection:
    """Leaders, managers and front line side by side; no rows where there is nothing to compare."""

    head: Head
    groups: tuple[GapGroup, ...]
    rows: tuple[GapRow, ...]
    gap_label: str
    hidden_label: str
    caption: str
