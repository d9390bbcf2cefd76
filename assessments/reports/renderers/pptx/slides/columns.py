"""The columns of a chart’s workbook that are not drawn: the exact scores and what bounds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..chart_book import Column

if TYPE_CHECKING:
    from ....document import DimensionRow, ReportDocument


def score_columns(document: ReportDocument, rows: Sequence[DimensionRow]) -> list[Column]:
    """The exact percentages, and the lowest and highest that don’t-knows leave open."""
    words = document.words
    return [
        Column(words["exact"], [row.score.value for row in rows]),
        Column(words["lowest"], [row.low for row in rows]),
        Column(words["highest"], [row.high for row in rows]),
        Column(words["evidenced"], [row.evidenced for row in rows]),
    ]
