"""Satisfaction against loyalty: who is content and who stays are not the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, dist, pi, sin
from typing import NamedTuple

from .drawing import Drawing
from .fit import wrap
from .paint import Figure, Paint
from .quadrant import DOT, EDGE, PHONE, SIZE, STEP, Field, across, axes, down, field_name, plane

NUMERAL = 13.0
APART = 2 * NUMERAL + 2  # between the middles of two numbers that both can be read
TURNS = 16  # the directions in which a number looks for a free place
ENDS = ("0", "50", "100")
Place = tuple[float, float]


class Spot(NamedTuple):
    """A place in the quadrant, 0..100 each way; `numeral` "" is the company as a whole, else the number of a part."""

    x: float
    y: float
    numeral: str = ""


def loyalty_quadrant(
    paint: Paint,
    id: str,
    spots: Sequence[Spot],
    names: Sequence[str],
    title: str,
    desc: str,
    xlab: str,
    ylab: str,
    x_gate: float,
    y_gate: float,
    *,
    x_labels: tuple[str, str, str] = ENDS,
    y_labels: tuple[str, str, str] = ENDS,
    unrated_label: str = "",
) -> Figure:
    """Satisfaction to the right, loyalty upwards; the whole as a dot, its parts as numbered rings explained beside it.

    A ring that would cover another or the dot stands beside them, on a line to its place.

    `names` of the fields: top left, top right, bottom left (neither), bottom right (satisfied but not loyal).
    `x_labels`, `y_labels`: what stands at 0, the gate and 100, as -100, 0, +100 for an NPS drawn at (NPS + 100) / 2.
    No spots: `unrated_label` at the cross. Size 440 x 440.
    """
    if len(names) != 4:
        raise ValueError("a quadrant has four fields")
    drawing = Drawing(paint, "cx-quad", SIZE, SIZE)
    whole = next(((across(each.x), down(each.y)) for each in spots if not each.numeral), None)
    parts = [each for each in spots if each.numeral]
    places = [(across(each.x), down(each.y)) for each in parts]
    rings = _apart(places, whole)
    plane(drawing, across(x_gate), down(y_gate))
    for place, name in enumerate(names):
        field = Field(right=place % 2 == 1, top=place < 2, x=across(x_gate), y=down(y_gate))
        field_name(drawing, field, name, [*rings, *([whole] if whole else [])], NUMERAL)
    axes(drawing, x_gate, y_gate, xlab, ylab, x_labels, y_labels)
    for own, ring in zip(places, rings, strict=True):
        if ring != own:
            drawing.line("k-gap", *own, *ring)
            drawing.shape("circle", "k-ink", cx=own[0], cy=own[1], r=3)
    for each, (x, y) in zip(parts, rings, strict=True):
        drawing.shape("circle", "k-ring", cx=x, cy=y, r=NUMERAL)
        drawing.text("k-numeral", each.numeral, x, y + 5, "middle")
    if whole:
        drawing.shape("circle", "k-ink k-halo", cx=whole[0], cy=whole[1], r=DOT)
    if not spots:
        lines = wrap(unrated_label, max(60.0, across(100) - across(x_gate) - 2 * EDGE), PHONE)
        drawing.lines("k-none", lines, across(x_gate) + EDGE, down(y_gate) + EDGE + 14, STEP)
    return drawing.figure(id, title, desc)


def _apart(places: Sequence[Place], whole: Place | None) -> list[Place]:
    """Where each ring stands: at its own place, or at the nearest that covers neither another ring nor the dot."""
    rings: list[Place] = []
    for own in places:
        free = (each for each in _around(own) if _is_free(each, rings, whole))
        rings.append(next(free, own))
    return rings


def _around(own: Place) -> Iterator[Place]:
    """The place itself, then ever wider circles about it, as far as they lie within the plane."""
    yield own
    for step in range(1, TURNS):
        for turn in range(TURNS):
            angle, far = 2 * pi * turn / TURNS, step * NUMERAL / 2
            x, y = own[0] + far * cos(angle), own[1] + far * sin(angle)
            if across(0) + NUMERAL < x < across(100) - NUMERAL and down(100) + NUMERAL < y < down(0) - NUMERAL:
                yield x, y


def _is_free(place: Place, rings: Sequence[Place], whole: Place | None) -> bool:
    return all(dist(place, each) >= APART for each in rings) and (
        whole is None or dist(place, whole) >= NUMERAL + DOT + 3
    )
