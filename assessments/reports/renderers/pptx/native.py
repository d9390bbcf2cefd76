"""What every native chart has: words for those who cannot see it, no ornament, exact numbers in its workbook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.util import Pt

from .chart_book import Column, chart_book
from .chart_xml import rounded_off
from .seen import named
from .texts import clean
from .write import coloured, tongue

if TYPE_CHECKING:
    from .box import Box
    from .page import Page


def native_chart(page: Page, box: Box, kind: Any, data: Any, title: str, descr: str) -> Any:
    """Adds a chart of a `kind` of python-pptx, without legend or title of its own and with square corners."""
    frame = page.slide.shapes.add_chart(kind, *box.emu, data)
    frame.name = clean(title, 100)
    named(frame, descr, title)
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    rounded_off(chart)
    return chart


def lettered(page: Page, chart: Any, size: float) -> None:
    """Its words in the hand of the deck, `size` points high."""
    chart.font.size = Pt(size)
    coloured(chart.font.color, page.palette.ink)
    tongue(chart.font._rPr, page.deck.hand)


def ruled(page: Page, names: Any) -> None:
    """The axis of categories as a hairline, their names apart from it."""
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.width = Pt(0.75)
    coloured(names.format.line.color, page.palette.ink_3)


def kept_in_book(page: Page, chart: Any, categories: Column, columns: Sequence[Column]) -> None:
    """Puts the numbers into the workbook behind the chart, dated as the report."""
    book = chart_book(categories, columns, page.deck.document.facts.held_on)
    chart.part.chart_workbook.update_from_xlsx_blob(book)
