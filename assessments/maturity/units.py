"""The units of the method: stages 0 to 4 of a practice, percentages of a dimension, bands from N (not) to F (fully)."""

from __future__ import annotations

TOP_STAGE = 4
PERCENT_PER_STAGE = 25.0
BANDS = "NPLF"  # in place: not, partly, largely, fully
