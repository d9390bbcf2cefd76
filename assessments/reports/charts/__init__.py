"""Charts as SVG: pure functions from finished numbers and finished words to a `Figure`, for the web or for print.

Charts never compute a score: which level stands, the gate and every word are handed in. Scores are 0..100 or None.
"""

from .marks import factor_mark, level_mark, logo, mark, print_mark, symbol
from .paint import PRINT, WEB, Figure, Label, Paint
from .pyramid import glyph, pyramid
from .quadrant import quadrant
from .rows import axis, bar_row, dot_row, dumbbell_row
from .shapes import FACTORS, GATE, LEVELS, css_class, layer_state
from .strip import stage_strip

__all__ = [
    "FACTORS",
    "GATE",
    "LEVELS",
    "PRINT",
    "WEB",
    "Figure",
    "Label",
    "Paint",
    "axis",
    "bar_row",
    "css_class",
    "dot_row",
    "dumbbell_row",
    "factor_mark",
    "glyph",
    "layer_state",
    "level_mark",
    "logo",
    "mark",
    "print_mark",
    "pyramid",
    "quadrant",
    "stage_strip",
    "symbol",
]
