"""The feeling along a journey as a native line chart, a category a touchpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.oxml.ns import qn
from pptx.util import Pt

from .chart_book import Column
from .chart_xml import inner_layout
from .native import kept_in_book, lettered, native_chart, ruled
from .texts import clean
from .write import coloured

if TYPE_CHECKING:
    from ...document import JourneyCard
    from .box import Box
    from .page import Page

FORM = "+0.0;−0.0;0.0"
LABELS = 0.24  # share of the height that the names of the touchpoints take


def feeling_chart(page: Page, box: Box, card: JourneyCard) -> None:
    """Adds the chart."""
    names = [name for stage in card.stages for name in stage.touchpoints]
    marks = [mark for band in card.marks for mark in band]
    values = [mark.value if mark else None for mark in marks]
    data = CategoryChartData(number_format="General")
    data.categories = [clean(each, 40) for each in names]
    data.add_series(clean(card.figure_title, 80), values)
    chart = native_chart(page, box, XL_CHART_TYPE.LINE_MARKERS, data, card.figure_title, card.figure_desc)
    lettered(page, chart, 9)
    _axes(page, chart, float(card.findings.map.scale))
    _line(page, chart, values)
    inner_layout(chart, 0.0, 0.02, 1.0, 1 - LABELS)
    people = Column("n", [mark.n if mark else None for mark in marks])
    kept_in_book(page, chart, Column(card.title, names), [Column(card.figure_title, values), people])


def _axes(page: Page, chart: Any, scale: float) -> None:
    values, names = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = -scale, scale
    values.has_major_gridlines = False
    values.visible = False
    ruled(page, names)


def _line(page: Page, chart: Any, values: list[float | None]) -> None:
    made = chart.plots[0].series[0]
    made.smooth = False
    made.format.line.width = Pt(2)
    coloured(made.format.line.color, page.palette.ink_2)
    made.marker.style, made.marker.size = XL_MARKER_STYLE.CIRCLE, 8
    made.marker.format.fill.solid()
    coloured(made.marker.format.fill.fore_color, page.palette.ink)
    for place, value in enumerate(values):
        if value is not None and value < 0:
            marker = made.points[place].marker
            marker.style, marker.size = XL_MARKER_STYLE.DIAMOND, 10
            marker.format.fill.solid()
            coloured(marker.format.fill.fore_color, page.palette.bad)
    labels = made.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = FORM, False
    labels.position = XL_LABEL_POSITION.ABOVE
    labels.font.size = Pt(9)
    for place, value in enumerate(values):
        if value is not None and value < 0:  # above it the line of nought would run through the number
            label = made.points[place].data_label
            label.position = XL_LABEL_POSITION.BELOW
            form = etree.Element(qn("c:numFmt"), formatCode=FORM, sourceLinked="0")
            label._get_or_add_dLbl().find(qn("c:idx")).addnext(form)
