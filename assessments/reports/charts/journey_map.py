"""A whole journey map as one drawing: stages as columns, and in them touchpoints, the feeling, pains and what lifts it.

The words are handed in. The drawing is for print: its labels are set by the typesetter, or by `alone` into the SVG.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from .drawing import Drawing
from .fit import text_width, wrap
from .journey import HEIGHT as FEELING
from .journey import FeelingMark, Strip, draw_feeling
from .paint import PRINT, Figure

EDGE, HEADS, GAP, PAD = 40.0, 132.0, 14.0, 14.0
NARROW, WIDE, WHOLE = 172.0, 250.0, 1160.0
PER_MARK = 58.0
LINE, BETWEEN, MOST_LINES = 20.0, 6.0, 6


class Piece(NamedTuple):
    """One entry of a cell, in the lettering `role`."""

    text: str
    role: str = "k-map-text"


class MapStage(NamedTuple):
    """One column: its heading, what stands in each row by the row's key, and the marks of its touchpoints."""

    name: str
    duration: str = ""
    cells: Mapping[str, tuple[Piece, ...]] = MappingProxyType({})
    marks: tuple[FeelingMark | None, ...] = ()


class MapRows(NamedTuple):
    """The rows in their order: key and heading of those above the feeling, its heading, and of those below it."""

    above: tuple[tuple[str, str], ...]
    feeling: str
    below: tuple[tuple[str, str], ...]


def journey_map(
    id: str,
    stages: Sequence[MapStage],
    rows: MapRows,
    title: str,
    desc: str,
    *,
    eyebrow: str = "",
    legend: str = "",
    scale: float = 2,
    hot: int | None = None,
) -> Figure:
    """The map, as wide as its columns need and as tall as its words; at least one stage. `hot`: the stage to tint.

    Rows without any words in any stage are left out.
    """
    most = max(len(stage.marks) for stage in stages)
    column = max(NARROW, min(WIDE, WHOLE / len(stages)), PER_MARK * most)
    sheet = _Sheet(stages, column)
    drawing = Drawing(PRINT, "cx-map", 2 * EDGE + HEADS + column * len(stages), 0)
    plan = sheet.plan(rows, title, eyebrow, legend, drawing.width)
    drawing.height = plan.bottom + EDGE
    drawing.shape("rect", "k-page", x=0, y=0, width=drawing.width, height=drawing.height)
    if hot is not None:
        drawing.shape("rect", "k-hot", x=sheet.x(hot), y=plan.top, width=column, height=plan.bottom - plan.top)
    for line in plan.lines:
        drawing.text(line.role, line.text, line.x, line.y)
    left, right = EDGE, EDGE + HEADS + column * len(stages)
    for y in plan.rules:
        drawing.line("k-hair", left, y, right, y)
    drawing.line("k-rule", EDGE + HEADS, plan.heads, right, plan.heads)
    _feel(drawing, Strip(drawing, EDGE + HEADS, column * len(stages), plan.feeling), stages, scale)
    return drawing.figure(id, title, desc)


def _feel(drawing: Drawing, strip: Strip, stages: Sequence[MapStage], scale: float) -> None:
    for value in (scale, 0, -scale):
        text = f"{value:+.0f}".replace("-", "−") if value else "0"
        drawing.text("k-map-small", text, strip.left - 12, strip.down(value, scale) + 4, "end")
    draw_feeling(drawing, strip, [stage.marks for stage in stages], scale)


class _Line(NamedTuple):
    text: str
    role: str
    x: float
    y: float


class _Plan:
    """Where everything goes, from the top down. `y` is how far the plan has come."""

    def __init__(self) -> None:
        self.y = EDGE
        self.lines: list[_Line] = []
        self.rules: list[float] = []
        self.top = self.heads = self.feeling = self.bottom = 0.0


class _Sheet(NamedTuple):
    stages: Sequence[MapStage]
    column: float

    def x(self, stage: int) -> float:
        return EDGE + HEADS + stage * self.column

    def plan(self, rows: MapRows, title: str, eyebrow: str, legend: str, width: float) -> _Plan:
        plan = _Plan()
        for text, role, size, step in (
            (eyebrow, "k-map-small", 13, 20),
            (title, "k-map-title", 28, 36),
            (legend, "k-map-small", 13, 20),
        ):
            for line in fitted(text, width - 2 * EDGE, size):
                plan.y += step
                plan.lines.append(_Line(line, role, EDGE, plan.y - 0.25 * step))
        plan.y += PAD
        plan.top = plan.y
        heads = [(Piece(stage.name, "k-map-stage"), Piece(stage.duration, "k-map-small")) for stage in self.stages]
        self._row(plan, "", heads)
        plan.heads = plan.rules.pop()
        self._rows(plan, rows.above)
        plan.lines.append(_Line(rows.feeling, "k-map-head", EDGE, plan.y + 26))
        plan.feeling = plan.y
        plan.y += FEELING
        plan.rules.append(plan.y)
        self._rows(plan, rows.below)
        plan.bottom = plan.y
        return plan

    def _rows(self, plan: _Plan, rows: Sequence[tuple[str, str]]) -> None:
        for key, heading in rows:
            cells = [stage.cells.get(key, ()) for stage in self.stages]
            if any(cells):
                self._row(plan, heading, cells)

    def _row(self, plan: _Plan, heading: str, cells: Sequence[Sequence[Piece]]) -> None:
        """Adds a row as tall as its tallest cell, and the rule under it."""
        start, tall = plan.y + PAD, 0.0
        for index, line in enumerate(fitted(heading, HEADS - GAP, 13)):
            plan.lines.append(_Line(line, "k-map-head", EDGE, start + 14 + index * 18))
            tall = max(tall, 18.0 * (index + 1))
        for stage, pieces in enumerate(cells):
            y = start
            for piece in pieces:
                for line in fitted(piece.text, self.column - 2 * GAP, SIZES.get(piece.role, 14.0)):
                    plan.lines.append(_Line(line, piece.role, self.x(stage) + GAP, y + 14))
                    y += LINE
                y += BETWEEN
            tall = max(tall, y - start - BETWEEN)
        plan.y = start + tall + PAD
        plan.rules.append(plan.y)


SIZES = {"k-map-stage": 17.0, "k-map-small": 13.0}


def fitted(text: str, width: float, size: float, most: int = MOST_LINES) -> list[str]:
    """`text` in lines no wider than `width`: words too long for a line are cut, and after `most` lines it ends in …"""
    lines = [part for line in wrap(text, width, size, most=10_000) for part in _cut(line, width, size)]
    lines = [line for line in lines if line]
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while text_width(last + "…", size) > width:
        last = last[:-1]
    return [*lines[: most - 1], last + "…"]


def _cut(line: str, width: float, size: float) -> list[str]:
    parts, rest = [], ""
    for character in line:
        if rest and text_width(rest + character, size) > width:
            parts.append(rest)
            rest = ""
        rest += character
    return [*parts, rest]
