"""The bars of the tornados in the appendix on money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...charts.paint import PRINT
from ...charts.tornado import tornado_row

if TYPE_CHECKING:
    from ...charts.paint import Figure
    from ...document import ReportDocument


def tornado_figures(document: ReportDocument) -> list[list[Figure]]:
    """One drawing for each assumption of each tornado."""
    return [
        [tornado_row(PRINT, each.at_low, each.at_high, figure.base, *figure.span) for each in figure.swings]
        for figure in (document.value.tornados if document.value else ())
    ]
