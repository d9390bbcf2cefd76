"""The feeling along a journey: a line through every touchpoint that says how it felt, in bands of stages.

Markers are filled where customers were seen or asked, hollow where the feeling is assumed; they grow with the number of
people. The line never goes beyond a value that was given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt
from typing import NamedTuple

from ...journey.curve import Segment, segments
from .drawing import Drawing
from .fit import wrap
from .paint import Anchor, Figure, Paint
from .shapes import number

WIDTH, HEIGHT, PAD, HEAD = 640.0, 210.0, 42.0, 40.0
SMALL, LARGE, USUAL = 7.0, 11.0, 8.0
NEAR_EDGE = 3.0  # of 100: closer to an edge a label is set inwards
SIGNS = {"is-high": "M-3.5 0h7M0 -3.5v7", "is-low": "M-3.5 0h7"}


class FeelingMark(NamedTuple):
    """The feeling at a touchpoint: its value on the scale, the people asked, whether it is only assumed.

    `text` and `note` are written beside the marker, for example “−2.0” and “lowest”; "" for none.
    """

    value: float
    n: int | None = None
    assumed: bool = False
    text: str = ""
    note: str = ""


Bands = Sequence[Sequence[FeelingMark | None]]


def feeling_line(
    paint: Paint,
    id: str,
    bands: Bands,
    title: str,
    desc: str,
    *,
    scale: float = 2,
    hot: int | None = None,
    names: Sequence[str] = (),
) -> Figure:
    """The line over `bands`: each stage with its touchpoints in order, None for one without a value.

    All stages are equally wide, as the columns of a map. Values lie in -scale..scale; `hot` is the stage to tint.
    `names` stand over the bands; without them the page names the columns. Web: as wide as its column; print: 640.
    """
    head = HEAD if names else 0.0
    drawing = Drawing(paint, "cx-emotion", WIDTH, HEIGHT + head)
    step = 100 / max(1, len(bands))
    if hot is not None:
        band = Strip(drawing, 0, WIDTH, head)
        drawing.shape("rect", "k-hot", x=band.at(hot * step), y=0, width=band.at(step), height=drawing.height)
    for place, name in enumerate(names):
        lines = wrap(name, WIDTH * step / 100 - 8, 12)[:2]
        drawing.lines("k-axis is-strong", lines, Strip(drawing, 0, WIDTH, 0).at((place + 0.5) * step), 14, 15, "middle")
    draw_feeling(drawing, Strip(drawing, 0, WIDTH, head), bands, scale)
    return drawing.figure(id, title, desc, stretch=True)


class Strip(NamedTuple):
    """Where on a sheet the line is drawn: `left`, `width` and `top` in units. On the web it is the whole sheet."""

    drawing: Drawing
    left: float
    width: float
    top: float

    def at(self, share: float) -> float | str:
        """A place across, 0..100: a percentage on the web, units in print."""
        return f"{number(share)}%" if self.drawing.paint.web else self.left + share / 100 * self.width

    def down(self, value: float, scale: float) -> float:
        """The height of a value on the scale, in units from the top of the sheet."""
        return self.top + HEIGHT / 2 - value / scale * (HEIGHT / 2 - PAD)


def draw_feeling(drawing: Drawing, strip: Strip, bands: Bands, scale: float) -> None:
    """The grid, the bands, the line and its markers."""
    for value in (scale, 0, -scale):
        y = strip.down(value, scale)
        drawing.line("k-grid" if value else "k-grid-strong", strip.at(0), y, strip.at(100), y)
    for place in range(1, len(bands)):
        x = strip.at(place * 100 / len(bands))
        drawing.line("k-grid", x, strip.top, x, strip.top + HEIGHT)
    marks = list(placed_marks(bands))
    line = segments([(x, strip.down(mark.value, scale)) for x, mark in marks])
    if line and drawing.paint.web:
        drawing.stretched("k-curve", _path(line, 0, 1))
    elif line:
        drawing.shape("path", "k-curve", d=_path(line, strip.left, strip.width / 100))
    most = max((mark.n or 0 for _x, mark in marks), default=0)
    for x, mark in marks:
        _mark(drawing, strip, x, strip.down(mark.value, scale), mark, _radius(mark.n, most))


def placed_marks(bands: Bands) -> Iterator[tuple[float, FeelingMark]]:
    """Every mark with its place across, 0..100: the touchpoints of a stage share its band."""
    for stage, band in enumerate(bands):
        for place, mark in enumerate(band):
            if mark is not None:
                yield 100 * (stage + (place + 0.5) / len(band)) / len(bands), mark


def _radius(n: int | None, most: int) -> float:
    """From the number of people: the area beyond the smallest marker grows with n."""
    return USUAL if not n else SMALL + (LARGE - SMALL) * sqrt(n / most)


def _path(line: Sequence[Segment], left: float, stretch: float) -> str:
    def at(point: tuple[float, float]) -> str:
        return f"{left + point[0] * stretch:.2f} {point[1]:.2f}"

    return f"M{at(line[0][0])}" + "".join(f"C{at(b)} {at(c)} {at(d)}" for _a, b, c, d in line)


def _mark(drawing: Drawing, strip: Strip, x: float, y: float, mark: FeelingMark, radius: float) -> None:
    sign = "is-high" if mark.value > 0 else "is-low" if mark.value < 0 else ""
    state = " ".join(filter(None, (sign, "is-assumed" if mark.assumed else "")))
    across = strip.at(x)
    with drawing.group("k-emo", "", state):
        drawing.shape("circle", "k-emo-dot", cx=across, cy=y, r=radius)
        if sign:
            drawing.placed("k-emo-sign", f'<path d="{SIGNS[sign]}"/>', across, number(y) if drawing.paint.web else y)
        anchor: Anchor = "start" if x < NEAR_EDGE else "end" if x > 100 - NEAR_EDGE else "middle"
        below = mark.value < 0
        value_at = y + radius + 17 if below else y - radius - 7
        drawing.text("k-emo-value", mark.text, across, value_at, anchor)
        drawing.text("k-emo-note", mark.note, across, value_at + (15 if below else -16), anchor)
