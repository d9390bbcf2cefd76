"""Drawing on a slide, or in a group on it: texts that fit, rules, blocks and outlines, all native and editable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Pt

from .box import Box, emu
from .fitting import LEADING, Fitted, fit, lines
from .seen import decorative, named, unstyled
from .texts import clean
from .write import Hand, coloured, framed, written

if TYPE_CHECKING:
    from ...charts.shapes import Point

LEAST = 8.0
SAFE = 2.0  # points of a box’s width that are not reckoned with


class Line(NamedTuple):
    """A paragraph: its text, size, colour, weight, and the space below it in points."""

    text: str
    size: float
    colour: str = ""
    bold: bool = False
    after: float = 4.0
    font: str = ""


class Pen:
    """Draws among `shapes`."""

    def __init__(self, shapes: Any, hand: Hand, language: str) -> None:
        self.shapes, self.hand, self.language = shapes, hand, language

    def text(
        self,
        box: Box,
        text: str,
        size: float,
        *,
        least: float = LEAST,
        colour: str = "",
        bold: bool = False,
        align: str = "l",
        anchor: str = "t",
        font: str = "",
    ) -> Fitted:
        """One paragraph in a box of its own; smaller, and at last cut, where it does not fit."""
        fitted = fit(clean(text), box.width - SAFE, box.height, size, least, self.language, bold=bold)
        written(self._body(box, anchor), self.hand, fitted, colour=colour, bold=bold, align=align, font=font)
        return fitted

    def lines(
        self, box: Box, told: Iterable[Line], anchor: str = "t", least: float = LEAST, less: float = 0.0
    ) -> float:
        """Paragraphs in one box, all smaller by as much as is needed to fit; returns their height in points.

        `less`: by how many points they are smaller from the start, so that boxes beside each other look alike.
        """
        kept = [each._replace(text=clean(each.text)) for each in told if clean(each.text)]
        if not kept:
            return 0.0
        fitted = self._fitted(kept, box, least, less)
        body = self._body(box, anchor)
        for place, (line, found) in enumerate(zip(kept, fitted, strict=False)):
            after = line.after if place < len(fitted) - 1 else 0.0
            written(body, self.hand, found, colour=line.colour, bold=line.bold, font=line.font, after=after)
        return self._height(kept, fitted)

    def less(self, box: Box, told: Iterable[Line], least: float = LEAST) -> float:
        """By how many points these paragraphs must be smaller to fit into the box."""
        kept = [each._replace(text=clean(each.text)) for each in told if clean(each.text)]
        return max(
            (line.size - each.size for line, each in zip(kept, self._fitted(kept, box, least, 0.0), strict=False)),
            default=0.0,
        )

    def _fitted(self, kept: Sequence[Line], box: Box, least: float, less: float) -> list[Fitted]:
        width, leading = box.width - SAFE, LEADING[self.language]
        while True:
            fitted = []
            for line in kept:
                size = max(min(least, line.size), line.size - less)
                fitted.append(Fitted(line.text, size, size * leading, lines(line.text, width, size, line.bold)))
            if self._height(kept, fitted) <= box.height + 0.1:
                return fitted
            if all(line.size - less <= least for line in kept):
                return self._cut(kept, fitted, width, box.height)
            less += 0.5

    def _cut(self, kept: Sequence[Line], fitted: list[Fitted], width: float, height: float) -> list[Fitted]:
        """As many paragraphs as fit, the last of them cut."""
        done: list[Fitted] = []
        for line, found in zip(kept, fitted, strict=True):
            room = height - sum(each.height for each in done) - sum(each.after for each in kept[: len(done)])
            if room < found.leading:
                break
            done.append(found if found.height <= room else self._within(line, width, room, found.size))
            if found.height > room:
                break
        return done or [self._within(kept[0], width, height, fitted[0].size)]

    def _within(self, line: Line, width: float, height: float, size: float) -> Fitted:
        return fit(line.text, width, height, size, size, self.language, bold=line.bold)

    @staticmethod
    def _height(kept: Sequence[Line], fitted: Sequence[Fitted]) -> float:
        return sum(each.height for each in fitted) + sum(line.after for line in kept[: len(fitted) - 1])

    def _body(self, box: Box, anchor: str) -> Any:
        body = self.shapes.add_textbox(*box.emu)._element.txBody
        framed(body, anchor)
        return body

    def rule(self, x: float, y: float, width: float, colour: str, weight: float = 0.75, height: float = 0.0) -> None:
        """A line to the right, or down where `height` is given."""
        line = self.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, emu(x), emu(y), emu(x + width), emu(y + height))
        line.line.width = Pt(weight)
        coloured(line.line.color, colour)
        unstyled(line)
        decorative(line)

    def block(self, box: Box, colour: str, kind: Any = MSO_SHAPE.RECTANGLE) -> Any:
        """A filled shape; decoration."""
        return self._filled(self.shapes.add_shape(kind, *box.emu), colour)

    def outline(
        self, points: Sequence[Point], colour: str, edge: str = "", descr: str = "", weight: float = 2.0
    ) -> Any:
        """A filled freeform through `points`; `edge` is the colour of its outline, `colour` "" leaves it hollow."""
        first, *rest = [(emu(x), emu(y)) for x, y in points]
        builder = self.shapes.build_freeform(*first)
        builder.add_line_segments(rest, close=True)
        shape = self._filled(builder.convert_to_shape(), colour, descr)
        if edge:
            shape.line.width = Pt(weight)
            coloured(shape.line.color, edge)
        return shape

    @staticmethod
    def _filled(shape: Any, colour: str, descr: str = "") -> Any:
        if colour:
            shape.fill.solid()
            coloured(shape.fill.fore_color, colour)
        else:
            shape.fill.background()
        shape.line.fill.background()
        unstyled(shape)
        if descr:
            named(shape, descr)
        else:
            decorative(shape)
        return shape

    def group(self, name: str, descr: str) -> Pen:
        """A pen for a group of shapes that is read as one picture."""
        group = self.shapes.add_group_shape()
        group.name = clean(name, 100)
        named(group, descr)
        return Pen(group.shapes, self.hand, self.language)
