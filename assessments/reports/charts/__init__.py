"""Charts as SVG: pure functions from finished numbers and finished words to a `Figure`, for the web or for print.

Charts never compute a score: which level stands, the gate and every word are handed in. Scores are 0..100 or None.
"""

from .alone import alone
from .journey import FeelingMark, feeling_line
from .journey_map import MapRows, MapStage, Piece, journey_map
from .marks import factor_mark, level_mark, logo, mark, print_mark, symbol
from .paint import PRINT, WEB, Figure, Label, Paint
from .pyramid import glyph, pyramid
from .quadrant import quadrant
from .rows import axis, bar_row, dot_row, dumbbell_row
from .shapes import FACTORS, GATE, LEVELS, css_class, layer_state
from .strip import stage_strip
from .voice_quadrant import Spot, loyalty_quadrant
from .voice_row import interval_row
from .voice_trend import Month, trend, trend_ticks

__all__ = [
    "FACTORS",
    "GATE",
    "LEVELS",
    "PRINT",
    "WEB",
    "FeelingMark",
    "Figure",
    "Label",
    "MapRows",
    "MapStage",
    "Month",
    "Paint",
    "Piece",
    "Spot",
    "alone",
    "axis",
    "bar_row",
    "css_class",
    "dot_row",
    "dumbbell_row",
    "factor_mark",
    "feeling_line",
    "glyph",
    "interval_row",
    "journey_map",
    "layer_state",
    "level_mark",
    "logo",
    "loyalty_quadrant",
    "mark",
    "print_mark",
    "pyramid",
    "quadrant",
    "stage_strip",
    "symbol",
    "trend",
    "trend_ticks",
]
