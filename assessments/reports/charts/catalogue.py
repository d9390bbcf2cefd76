"""Every chart by its name, for pages, which show many. Documents import what they draw: importing all takes a while."""

from .alone import alone
from .benchmark_row import benchmark_row
from .journey import FeelingMark, feeling_line
from .lift_row import lift_row
from .marks import factor_mark, level_mark, logo, mark, print_mark, symbol
from .matrix import Dot, matrix
from .paint import PRINT, WEB, Figure, Label, Paint
from .pyramid import glyph, pyramid
from .quadrant import quadrant
from .rounds import Course, level_steps, slopes
from .rows import axis, bar_row, dot_row, dumbbell_row
from .shapes import FACTORS, GATE, LEVELS, css_class, layer_state
from .span_row import load_row, month_row, span_row
from .spark import spark
from .tornado import tornado_row
from .voice_quadrant import Spot, loyalty_quadrant
from .voice_row import interval_row
from .voice_trend import Month, trend, trend_ticks

__all__ = [
    "FACTORS",
    "GATE",
    "LEVELS",
    "PRINT",
    "WEB",
    "Course",
    "Dot",
    "FeelingMark",
    "Figure",
    "Label",
    "Month",
    "Paint",
    "Spot",
    "alone",
    "axis",
    "bar_row",
    "benchmark_row",
    "css_class",
    "dot_row",
    "dumbbell_row",
    "factor_mark",
    "feeling_line",
    "glyph",
    "interval_row",
    "layer_state",
    "level_mark",
    "level_steps",
    "lift_row",
    "load_row",
    "logo",
    "loyalty_quadrant",
    "mark",
    "matrix",
    "month_row",
    "print_mark",
    "pyramid",
    "quadrant",
    "slopes",
    "span_row",
    "spark",
    "symbol",
    "tornado_row",
    "trend",
    "trend_ticks",
]
