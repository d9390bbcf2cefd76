"""The sheet of a one-row figure: a scale 0..100 across, marks on the middle line.

On the web a row stretches to its column: places are percentages, marks keep their shape, text keeps its size. In print
it is a fixed 320 x 16 with the scale from 7 to 313, so that marks at the ends stay whole and all rows share one axis.
"""

from __future__ import annotations

from collections.abc import Sequence

from .drawing import Drawing
from .fit import text_width
from .paint import Paint
from .shapes import number, share

PRINT_WIDTH, PRINT_HEIGHT, PRINT_MARGIN = 320.0, 16.0, 7.0
PRINT_ACROSS = PRINT_WIDTH - 2 * PRINT_MARGIN
PRINT_TEXT = 8.5


class Row(Drawing):
    """A drawing with a scale 0..100 across and its marks on the middle line."""

    def __init__(self, paint: Paint, height: float) -> None:
        super().__init__(paint, "cx-row-svg", PRINT_WIDTH, height if paint.web else PRINT_HEIGHT)
        self.middle: float | str = "50%" if paint.web else self.height / 2
        self.bottom: float | str = "100%" if paint.web else self.height
        self.mark_size = 7.0 if paint.web else 5.5

    def at(self, score: float) -> float | str:
        """Where a score stands: a percentage on the web, units in print."""
        if self.paint.web:
            return f"{number(100 * share(score))}%"
        return PRINT_MARGIN + share(score) * PRINT_ACROSS

    def span(self, share_of_scale: float) -> float | str:
        """A length as a share 0..1 of the scale."""
        return f"{number(100 * share_of_scale)}%" if self.paint.web else share_of_scale * PRINT_ACROSS

    def along(self, role: str, low: float, high: float) -> None:
        """A line on the middle from one score to another."""
        self.line(role, self.at(low), self.middle, self.at(high), self.middle)

    def upright(self, role: str, score: float) -> None:
        """A line from top to bottom at a score."""
        self.line(role, self.at(score), 0, self.at(score), self.bottom)

    def mark(self, role: str, body: str, score: float) -> None:
        """A shape drawn around 0,0, set on the middle at a score."""
        self.placed(role, body, self.at(score), self.middle)

    def grid(self, ticks: Sequence[float], gate: float) -> None:
        """The upright hairlines, and the dotted one of the gate."""
        for tick in ticks:
            if tick != gate:
                self.upright("k-grid", tick)
        self.upright("k-grid-strong", gate)

    def unrated_line(self, label: str) -> None:
        """A dashed line across with the words handed in at its beginning, in place of a score."""
        start = self.at(0)
        if not isinstance(start, str) and label:
            start += text_width(label, PRINT_TEXT) + 5  # on the web the words are set off by a halo instead
        self.line("k-void", start, self.middle, self.at(100), self.middle)
        self._say(label, 0)

    def unrated_bar(self, label: str) -> None:
        """An empty dashed bar with the words handed in, in place of a score."""
        if self.paint.web:
            self.shape("rect", "k-void", x=0, y=0, width="100%", height="100%")
        else:  # half a stroke inside: a print figure is clipped at its edge
            across, down = PRINT_ACROSS - 1, self.height - 1
            self.shape("rect", "k-void", x=PRINT_MARGIN + 0.5, y=0.5, width=across, height=down)
        self._say(label, 10)

    def _say(self, label: str, indent: float) -> None:
        y = self.middle if isinstance(self.middle, str) else self.middle + PRINT_TEXT / 3  # the web centres by CSS
        self.text("k-none", label, indent if self.paint.web else PRINT_MARGIN + indent, y)
