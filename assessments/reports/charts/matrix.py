"""Effort against impact: nine fields, small effort to the left, strong impact on top, a numbered dot for each step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .drawing import Drawing
from .paint import Figure, Paint

WIDTH, HEIGHT = 520.0, 424.0
LEFT, RIGHT, TOP, BOTTOM = 44.0, 10.0, 10.0, 54.0
SIZES = ("S", "M", "L")
DOT, GAP, NAME = 13.0, 30.0, 26.0  # NAME is kept free for the name of a corner


class Dot(NamedTuple):
    """A step: its number, its level or factor ("" for none), effort and impact S, M or L, and whether it is done."""

    number: int
    key: str
    effort: str
    impact: str
    done: bool = False


def matrix(
    paint: Paint,
    id: str,
    dots: Sequence[Dot],
    names: Sequence[str],
    title: str,
    desc: str,
    xlab: str,
    ylab: str,
    x_sizes: Sequence[str],
    y_sizes: Sequence[str],
) -> Figure:
    """The dots in their fields, side by side so that none covers another; what finds no room is counted as +n.

    `names` of the corners: top left, top right, bottom left, bottom right. `x_sizes`, `y_sizes`: small, medium, large
    in words. 520 x 424 in pixels at full size.
    """
    drawing = Drawing(paint, "cx-quad", WIDTH, HEIGHT)
    _plane(drawing, names)
    _words(drawing, xlab, ylab, x_sizes, y_sizes)
    for column, effort in enumerate(SIZES):
        for row, impact in enumerate(reversed(SIZES)):
            here = [each for each in dots if (each.effort, each.impact) == (effort, impact)]
            _field(drawing, column, row, here)
    return drawing.figure(id, title, desc)


def _plane(drawing: Drawing, names: Sequence[str]) -> None:
    across, tall = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    drawing.shape("rect", "k-plane", x=LEFT, y=TOP, width=across, height=tall)
    drawing.shape("rect", "k-plane-hi", x=LEFT, y=TOP, width=across / 3, height=tall / 3)
    for at in (1, 2):
        drawing.line("k-cross", LEFT + across * at / 3, TOP, LEFT + across * at / 3, TOP + tall)
        drawing.line("k-cross", LEFT, TOP + tall * at / 3, LEFT + across, TOP + tall * at / 3)
    for place, name in enumerate(names):
        right, top = place % 2 == 1, place < 2
        x = LEFT + across - 8 if right else LEFT + 8
        drawing.text("k-quadname", name, x, TOP + 20 if top else TOP + tall - 8, "end" if right else "start")


def _words(drawing: Drawing, xlab: str, ylab: str, x_sizes: Sequence[str], y_sizes: Sequence[str]) -> None:
    across, tall = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    for at, word in enumerate(x_sizes):
        drawing.text("k-axis", word, LEFT + across * (at + 0.5) / 3, TOP + tall + 20, "middle")
    drawing.text("k-axislab", xlab, LEFT + across / 2, HEIGHT - 8, "middle")
    for at, word in enumerate(reversed(y_sizes)):
        drawing.upwards("k-axis", word, 34, TOP + tall * (at + 0.5) / 3)
    drawing.upwards("k-axislab", ylab, 13, TOP + tall / 2)


def _field(drawing: Drawing, column: int, row: int, dots: Sequence[Dot]) -> None:
    """The dots of one field, in rows around its middle; corners leave room for their name."""
    width, tall = (WIDTH - LEFT - RIGHT) / 3, (HEIGHT - TOP - BOTTOM) / 3
    corner = column != 1 and row != 1
    room = tall - (NAME if corner else 0)
    in_row, rows = int(width // GAP), int(room // GAP)
    shown = list(dots) if len(dots) <= in_row * rows else list(dots[: in_row * rows - 1])
    marks = [*shown, *([None] if len(shown) < len(dots) else [])]
    lines = -(-len(marks) // in_row) or 1
    middle = TOP + row * tall + room / 2 + (NAME if corner and row == 0 else 0)
    for at, mark in enumerate(marks):
        line, place = divmod(at, in_row)
        count = min(in_row, len(marks) - line * in_row)
        x = LEFT + (column + 0.5) * width + (place - (count - 1) / 2) * GAP
        y = middle + (line - (lines - 1) / 2) * GAP
        if mark is None:
            drawing.text("k-axis is-strong", f"+{len(dots) - len(shown)}", x, y + 4, "middle")
        else:
            _dot(drawing, mark, x, y)


def _dot(drawing: Drawing, dot: Dot, x: float, y: float) -> None:
    with drawing.group("" if dot.key else "is-plain", dot.key, "is-done" if dot.done else ""):
        drawing.shape("circle", "k-ring" if dot.done else "k-fill", cx=x, cy=y, r=DOT)
        drawing.text("k-numeral" if dot.done else "k-on k-dotno", str(dot.number), x, y + 5, "middle")
