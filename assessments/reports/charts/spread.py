"""How groups of people see one practice: everybody as a dot on the stages 0..4, a row for each group. For the web."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from .drawing import Drawing
from .paint import WEB, Figure
from .shapes import number

STAGES = 5
ROW = 36.0  # as tall as the row of words beside it, see .cx-strips
MARGIN = 4.0  # of 100, left and right of the scale
DOT, PITCH, ACROSS = 3.7, 9.5, 4
MOST_DOTS = 12  # at one stage; where there are more anywhere, a disc stands for them and its area for their number
LARGEST_DISC = 15.0


class GroupSpread(NamedTuple):
    """One group: how many gave each of the five stages, their median, and between what the middle half lies."""

    counts: Sequence[int]
    median: float
    middle: tuple[float, float] | None


def spread(id: str, groups: Sequence[GroupSpread], title: str, *, desc: str = "", split: bool = False) -> Figure:
    """A row of dots for each group; the line joins their medians, so its lean is the disagreement.

    `split`: opinions differ, and the figure says so by its colour.
    """
    drawing = Drawing(WEB, "cx-row-svg", 320.0, ROW * len(groups))
    for stage in range(STAGES):
        drawing.line("k-grid", _at(stage), 0, _at(stage), drawing.height)
    middles = [ROW * place + ROW / 2 for place in range(len(groups))]
    for group, y in zip(groups, middles, strict=True):
        if group.middle:  # a line without length has no round ends in every browser
            low, high = group.middle
            drawing.line("k-iqr", _at(low), y, _at(max(high, low + 0.001)), y)
    for (one, y1), (other, y2) in pairwise(zip(groups, middles, strict=True)):
        drawing.line("k-lean", _at(one.median), y1, _at(other.median), y2)
    largest = max((count for group in groups for count in group.counts), default=0)
    discs = largest > MOST_DOTS
    for group, y in zip(groups, middles, strict=True):
        for stage, count in enumerate(group.counts):
            if count:
                people = _disc(count, largest) if discs else _dots(count)
                drawing.placed("k-resp", people, _at(stage), number(y))
        for role in ("k-med-gap", "k-med") if discs else ("k-med",):  # a disc would hide it
            drawing.placed(role, '<path d="M0 -14V14"/>', _at(group.median), number(y))
    return drawing.figure(id, title, desc, "cx-row-svg is-split" if split else "", stretch=True)


def crowded(groups: Sequence[GroupSpread]) -> bool:
    """Whether there are so many people that discs stand for them."""
    return any(count > MOST_DOTS for group in groups for count in group.counts)


def stage_axis() -> Figure:
    """The stages 0..4 above the rows. Decoration: every figure says its own numbers."""
    drawing = Drawing(WEB, "cx-row-svg", 320.0, 18.0)
    for stage in range(STAGES):
        drawing.text("k-axis", str(stage), _at(stage), 13, "middle")
    return drawing.figure(stretch=True)


def _at(stage: float) -> str:
    return f"{number(MARGIN + stage / (STAGES - 1) * (100 - 2 * MARGIN))}%"


def _dots(count: int) -> str:
    """One dot a person, four beside each other."""
    rows = -(-count // ACROSS)
    places = []
    for each in range(count):
        row, column = divmod(each, ACROSS)
        beside = min(ACROSS, count - row * ACROSS)
        places.append(((column - (beside - 1) / 2) * PITCH, (row - (rows - 1) / 2) * PITCH))
    return "".join(f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(DOT)}"/>' for x, y in places)


def _disc(count: int, largest: int) -> str:
    return f'<circle r="{number(max(2.0, LARGEST_DISC * sqrt(count / largest)))}"/>'
