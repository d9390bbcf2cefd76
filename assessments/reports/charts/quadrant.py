"""Experience against trust: where the company stands in the four fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .drawing import Drawing
from .fit import text_width, wrap
from .paint import Anchor, Figure, Paint
from .shapes import number, share

SIZE = 440.0
LEFT, RIGHT, TOP, BOTTOM = 36.0, 12.0, 30.0, 46.0
PHONE = 17.0  # the size of names on a phone: room is reckoned with it
STEP, DOT, EDGE = 19.0, 7.0, 10.0
CLOSE = 8.0  # a gate nearer than this to an end of the axis has no number of its own


def across(score: float) -> float:
    """Where an experience of 0..100 lies, in units from the left."""
    return LEFT + share(score) * (SIZE - LEFT - RIGHT)


def down(score: float) -> float:
    """Where a trust of 0..100 lies, in units from the top."""
    return SIZE - BOTTOM - share(score) * (SIZE - TOP - BOTTOM)


def quadrant(
    paint: Paint,
    id: str,
    experience: float | None,
    trust: float | None,
    names: Sequence[str],
    title: str,
    desc: str,
    xlab: str,
    ylab: str,
    x_gate: float,
    y_gate: float,
    *,
    unrated_label: str = "",
    x_labels: tuple[str, str, str] | None = None,
) -> Figure:
    """One dot at `experience` (the decimal level as a share of six, 0..100) and `trust` (the weakest factor).

    The cross stands at the gates. `names` of the fields: top left, top right, bottom left, bottom right. `xlab`, `ylab`
    name the axes. Either score None: no dot, `unrated_label` at the cross. Size 440 x 440, in pixels at full size.
    """
    if len(names) != 4:
        raise ValueError("a quadrant has four fields")
    drawing = Drawing(paint, "cx-quad", SIZE, SIZE)
    dot = None if experience is None or trust is None else (across(experience), down(trust))
    plane(drawing, across(x_gate), down(y_gate))
    for place, name in enumerate(names):
        field = Field(right=place % 2 == 1, top=place < 2, x=across(x_gate), y=down(y_gate))
        field_name(drawing, field, name, [dot] if dot else [])
    axes(drawing, x_gate, y_gate, xlab, ylab, x_labels)
    if dot:
        drawing.shape("circle", "k-ink k-halo", cx=dot[0], cy=dot[1], r=DOT)
    else:
        lines = wrap(unrated_label, max(60.0, across(100) - across(x_gate) - 2 * EDGE), PHONE)
        drawing.lines("k-none", lines, across(x_gate) + EDGE, down(y_gate) + EDGE + 14, STEP)
    return drawing.figure(id, title, desc)


def plane(drawing: Drawing, x: float, y: float) -> None:
    """The four fields, the best of them tinted, with the cross at `x`, `y` in units."""
    left, right, top, bottom = across(0), across(100), down(100), down(0)
    drawing.shape("rect", "k-plane", x=left, y=top, width=right - left, height=bottom - top)
    drawing.shape("rect", "k-plane-hi", x=x, y=top, width=right - x, height=y - top)
    drawing.line("k-cross", x, top, x, bottom)
    drawing.line("k-cross", left, y, right, y)


def axes(
    drawing: Drawing,
    x_gate: float,
    y_gate: float,
    xlab: str,
    ylab: str,
    x_labels: tuple[str, str, str] | None = None,
    y_labels: tuple[str, str, str] | None = None,
) -> None:
    """The numbers at both ends of each axis and at its gate, or the words handed in for these three; and the names."""
    for gate, upright in ((x_gate, False), (y_gate, True)):
        for score in sorted({0.0, gate if CLOSE <= gate <= 100 - CLOSE else 0.0, 100.0}):
            text, role = number(score), "k-axis" if score in (0, 100) else "k-axis is-strong"
            if said := y_labels if upright else x_labels:
                text = said[0 if score == 0 else 2 if score == 100 else 1]
            if upright:
                lift = 10 if score == 100 else 4 if score else 0
                drawing.text(role, text, LEFT - 6, down(score) + lift, "end")
            else:
                anchor: Anchor = "start" if score == 0 else "end" if score == 100 else "middle"
                drawing.text(role, text, across(score), down(0) + 18, anchor)
    drawing.text("k-axislab", xlab, across(50), SIZE - 6, "middle")
    drawing.text("k-axislab", ylab, 0, 18)


class Field(NamedTuple):
    """One of the four fields, between the cross at (`x`, `y`) and a corner of the plane."""

    right: bool
    top: bool
    x: float
    y: float

    @property
    def width(self) -> float:
        return across(100) - self.x if self.right else self.x - across(0)

    @property
    def tall(self) -> float:
        return self.y - down(100) if self.top else down(0) - self.y

    def first_line(self, count: int, outer: bool) -> float:
        """The first baseline of `count` lines at the outer edge of the field, or at the cross."""
        top, bottom = (down(100), self.y) if self.top else (self.y, down(0))
        return top + EDGE + 14 if outer == self.top else bottom - EDGE - 2 - (count - 1) * STEP


def field_name(
    drawing: Drawing, field: Field, name: str, dots: Sequence[tuple[float, float]], reach: float = DOT
) -> None:
    """In the field's outer corner, or beside the cross where one of the `dots` (radius `reach`) lies on that corner."""
    lines = wrap(name, max(60.0, field.width - 2 * EDGE), PHONE)
    wide = max(text_width(line, PHONE) for line in lines)
    right = across(100) - EDGE if field.right else across(0) + EDGE + wide
    y = field.first_line(len(lines), outer=True)
    inner = field.first_line(len(lines), outer=False)
    taken = any(
        right - wide - reach - 4 < left < right + reach + 4
        and y - 20 - reach < low < y + (len(lines) - 1) * STEP + reach + 2
        for left, low in dots
    )
    if taken and field.tall > 2 * (len(lines) + 1) * STEP:
        y = inner
    x = right if field.right else right - wide
    drawing.lines("k-quadname", lines, x, y, STEP, "end" if field.right else "start")
