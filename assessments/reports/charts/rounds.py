"""Scores over rounds: a line for each level or factor, and the steps of the achieved level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .drawing import Drawing
from .fit import text_width
from .paint import Anchor, Figure, Paint
from .shapes import GATE, LEVELS, plot_mark

WIDTH, HEIGHT = 420.0, 260.0
STEPS_WIDTH, STEPS_HEIGHT = 360.0, 170.0
LEFT, TOP, BOTTOM = 30.0, 14.0, 28.0
LETTERS, APART = 13.0, 19.0


class Course(NamedTuple):
    """A level or factor `key` over the rounds: a score 0..100 or None for each, and what stands at its end."""

    key: str
    values: tuple[float | None, ...]
    text: str


def slopes(
    paint: Paint, id: str, names: Sequence[str], courses: Sequence[Course], title: str, desc: str, gate: float = GATE
) -> Figure:
    """Courses over the rounds `names`, 0 to 100 upwards, the gate dotted; each ends in its own sign and its `text`.

    Only neighbours with a value are joined. Ends that would cover each other are moved apart. Size 420 x 260.
    """
    drawing = Drawing(paint, "cx-trend", WIDTH, HEIGHT)
    right = WIDTH - max((text_width(each.text, LETTERS) for each in courses), default=0.0) - 34
    across = _across(len(names), LEFT + 10, right)
    for value in (0, 25, 50, 75, 100):
        drawing.line("k-grid", LEFT, _down(value), right + 8, _down(value))
        drawing.text("k-axis", str(value), LEFT - 7, _down(value) + 4, "end")
    drawing.line("k-grid-strong", LEFT, _down(gate), right + 8, _down(gate))
    places = dict(_apart(courses))
    for each in courses:
        with drawing.group("", each.key):
            _course(drawing, each, across)
            _end(drawing, each, places, right)
    _names(drawing, names, across, HEIGHT)
    return drawing.figure(id, title, desc)


def level_steps(
    paint: Paint, id: str, names: Sequence[str], levels: Sequence[int | None], title: str, desc: str
) -> Figure:
    """The achieved level (0..6; None: not rated) over the rounds `names`, as steps. Size 360 x 170."""
    drawing = Drawing(paint, "cx-trend", STEPS_WIDTH, STEPS_HEIGHT)
    across = _across(len(names), LEFT + 10, STEPS_WIDTH - 16)

    def down(level: int) -> float:
        return STEPS_HEIGHT - BOTTOM - level / len(LEVELS) * (STEPS_HEIGHT - TOP - BOTTOM)

    for level in range(0, len(LEVELS) + 1, 2):
        drawing.line("k-grid", LEFT, down(level), STEPS_WIDTH - 8, down(level))
        drawing.text("k-axis", str(level), LEFT - 7, down(level) + 4, "end")
    spots = [(x, down(level)) for x, level in zip(across, levels, strict=True) if level is not None]
    corners = [spots[:1], *(((b[0], a[1]), b) for a, b in pairwise(spots))]
    path = [point for corner in corners for point in corner]
    if len(path) > 1:
        drawing.polyline("k-trend", path)
    for x, y in spots[:-1]:
        drawing.shape("circle", "k-spot", cx=x, cy=y, r=3.5)
    for x, y in spots[-1:]:
        drawing.shape("circle", "k-ink k-halo", cx=x, cy=y, r=4.5)
    _names(drawing, names, across, STEPS_HEIGHT)
    return drawing.figure(id, title, desc)


def _across(count: int, left: float, right: float) -> list[float]:
    """Where each round stands: evenly from left to right, one alone in the middle."""
    if count == 1:
        return [(left + right) / 2]
    return [left + place * (right - left) / (count - 1) for place in range(count)]


def _down(value: float) -> float:
    return HEIGHT - BOTTOM - min(max(value, 0.0), 100.0) / 100 * (HEIGHT - TOP - BOTTOM)


def _course(drawing: Drawing, course: Course, across: Sequence[float]) -> None:
    placed = [(x, value) for x, value in zip(across, course.values, strict=True)]
    for (x, value), (after, following) in pairwise(placed):
        if value is not None and following is not None:
            drawing.line("k-trail", x, _down(value), after, _down(following))
    for x, value in placed[:-1]:
        if value is not None:
            drawing.shape("circle", "k-fill", cx=x, cy=_down(value), r=3)


def _end(drawing: Drawing, course: Course, places: dict[str, float], right: float) -> None:
    """The sign at the last round, and its words beside it."""
    value = course.values[-1] if course.values else None
    if value is None:
        return
    drawing.placed("k-fill", plot_mark(course.key, 6.5), right, _down(value))
    drawing.text("k-numeral", course.text, right + 14, places[course.key] + 5)


def _apart(courses: Sequence[Course]) -> Iterator[tuple[str, float]]:
    """How far down the words of each course stand: at its end, or as near to it as the others let them."""
    ends = [(_down(each.values[-1]), each.key) for each in courses if each.values and each.values[-1] is not None]
    ends.sort()
    room = [min(y, HEIGHT - BOTTOM - APART * (len(ends) - 1 - place)) for place, (y, _key) in enumerate(ends)]
    last = float("-inf")
    for y, (_y, key) in zip(room, ends, strict=True):
        last = max(y, last + APART)
        yield key, last


def _names(drawing: Drawing, names: Sequence[str], across: Sequence[float], height: float) -> None:
    """The rounds below: all where there is room for all, else the first and the last."""
    widest = max((text_width(each, LETTERS) for each in names), default=0.0) + 10
    step = across[1] - across[0] if len(across) > 1 else float("inf")
    for place, (name, x) in enumerate(zip(names, across, strict=True)):
        edge = place in (0, len(names) - 1)
        if edge or widest <= step:
            anchor: Anchor = "middle" if len(names) == 1 or not edge else "start" if place == 0 else "end"
            drawing.text(
                "k-axis", name, x - 10 if anchor == "start" else x + 10 if anchor == "end" else x, height - 7, anchor
            )
