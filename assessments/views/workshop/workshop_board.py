"""What a room has voted, as a table: a row for each stage, a column for each group, a dot for each vote."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...content.schema import Framework, Practice, Text
from ...queries.ballots import Ballot, GroupBallot
from ...reports.charts.shapes import css_class

DONT_KNOW = 5  # the row below those of the stages


@dataclass(frozen=True, slots=True)
class VoteCount:
    """So many votes now, and so many in the round before, None where nothing is told of that."""

    count: int
    was: int | None

    @property
    def dots(self) -> range:
        return range(self.count)

    @property
    def rings(self) -> range:
        """A ring for each vote of the round before."""
        return range(self.was or 0)


@dataclass(frozen=True, slots=True)
class GroupVotes:
    """A group, or everyone where `group` is ""; `was` is its median in the round before."""

    group: str
    median: float | None
    was: float | None
    cells: tuple[VoteCount, ...]


@dataclass(frozen=True, slots=True)
class StageVotes:
    """A stage with its name and text; the last row has none: don't know."""

    number: int
    name: Text | None
    text: Text | None
    cells: tuple[VoteCount, ...]


@dataclass(frozen=True, slots=True)
class VoteBoard:
    """The whole table; `before` is the number of the round before, 0 where there is none."""

    columns: tuple[GroupVotes, ...]
    rows: tuple[StageVotes, ...]
    before: int


def in_the_room(frame: Framework, practice: Practice, now: Ballot | None, before: Ballot | None) -> dict[str, Any]:
    """The practice that a room votes on, and what it has voted: what the big screen and the phones both show."""
    dimension = frame.dimension_of[practice.id]
    return {
        "practice": practice,
        "dimension": dimension,
        "tone": css_class(dimension.id),
        "stages": list(zip(frame.stages, practice.stages, strict=True)),
        "now": now,
        "board": board(now, before, frame, practice) if now and now.everyone else None,
    }


def board(now: Ballot, before: Ballot | None, frame: Framework, practice: Practice) -> VoteBoard:
    """The revealed round beside the one before; everyone comes last, where that says more than the groups do."""
    lines = [*now.lines]
    if now.everyone and (len(lines) != 1 or now.hidden):
        lines.append(now.everyone)
    known = {each.group: each for each in _lines(before)}
    columns = tuple(_column(each, known.get(each.group)) for each in lines)
    texts: list[tuple[Text | None, Text | None]] = [*zip(frame.stages, practice.stages, strict=True), (None, None)]
    rows = [StageVotes(at, *text, tuple(each.cells[at] for each in columns)) for at, text in enumerate(texts)]
    unknown = any(each.count or each.was for each in rows[DONT_KNOW].cells)
    return VoteBoard(columns, tuple(rows if unknown else rows[:DONT_KNOW]), before.number if before and known else 0)


def _lines(ballot: Ballot | None) -> list[GroupBallot]:
    return [*ballot.lines, ballot.everyone] if ballot and ballot.everyone else []


def _column(line: GroupBallot, before: GroupBallot | None) -> GroupVotes:
    counts = (*line.counts, line.dont_know)
    were = (*before.counts, before.dont_know) if before else (None,) * len(counts)
    cells = tuple(VoteCount(*each) for each in zip(counts, were, strict=True))
    return GroupVotes(line.group, line.median, before.median if before else None, cells)
