"""Satisfaction against loyalty: who is content and who stays are not the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .drawing import Drawing
from .fit import wrap
from .paint import Figure, Paint
from .quadrant import DOT, EDGE, PHONE, SIZE, STEP, Field, across, axes, down, field_name, plane

NUMERAL = 13.0
ENDS = ("0", "50", "100")


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

    `names` of the fields: top left, top right, bottom left (neither), bottom right (satisfied but not loyal).
    `x_labels`, `y_labels`: what stands at 0, the gate and 100, as -100, 0, +100 for an NPS drawn at (NPS + 100) / 2.
    No spots: `unrated_label` at the cross. Size 440 x 440.
    """
    if len(names) != 4:
        raise ValueError("a quadrant has four fields")
    drawing = Drawing(paint, "cx-quad", SIZE, SIZE)
    whole = next(((across(each.x), down(each.y)) for each in spots if not each.numeral), None)
    plane(drawing, across(x_gate), down(y_gate))
    for place, name in enumerate(names):
        field = Field(right=place % 2 == 1, top=place < 2, x=across(x_gate), y=down(y_gate))
        field_name(drawing, field, name, [(across(each.x), down(each.y)) for each in spots], NUMERAL)
    axes(drawing, x_gate, y_gate, xlab, ylab, x_labels, y_labels)
    for each in spots:
        if each.numeral:
            drawing.shape("circle", "k-ring", cx=across(each.x), cy=down(each.y), r=NUMERAL)
            drawing.text("k-numeral", each.numeral, across(each.x), down(each.y) + 5, "middle")
    if whole:
        drawing.shape("circle", "k-ink k-halo", cx=whole[0], cy=whole[1], r=DOT)
    if not spots:
        lines = wrap(unrated_label, max(60.0, across(100) - across(x_gate) - 2 * EDGE), PHONE)
        drawing.lines("k-none", lines, across(x_gate) + EDGE, down(y_gate) + EDGE + 14, STEP)
    return drawing.figure(id, title, desc)
