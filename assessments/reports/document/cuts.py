"""The short forms of the report: two pages for a board, one page that a group of respondents gets back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoardStep:
    """A step as a board reads it; `owner` is "" where nobody is named, `when` its day, or its lane with the months."""

    number: int
    dimension: str
    do: str
    practice: str
    owner: str
    when: str


@dataclass(frozen=True, slots=True)
class BoardCut:
    """What the board’s summary says besides the sections of the report: the first steps, and what to decide now."""

    topic: str
    steps: tuple[BoardStep, ...]
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A dimension as the group sees it, and all together: 0..100, with both in words and the difference in points."""

    id: str
    name: str
    own: float
    whole: float
    difference: str
    title: str


@dataclass(frozen=True, slots=True)
class GroupPractice:
    """A practice with the mean stage of the group, and where it differs that of all together."""

    dimension: str
    title: str
    own: str
    whole: str


@dataclass(frozen=True, slots=True)
class GroupPage:
    """One page for the people of a group: what they answered, beside all together, thanks, and what comes next.

    `alone`: nobody else answered, so there is nothing to stand beside. Lists may be empty.
    """

    id: str
    name: str
    topic: str
    finding: str
    thanks: str
    rows: tuple[GroupRow, ...]
    alone: bool
    highest: tuple[GroupPractice, ...]
    lowest: tuple[GroupPractice, ...]
    differing: tuple[GroupPractice, ...]
    steps: tuple[BoardStep, ...]
    ask: str
    privacy: str
