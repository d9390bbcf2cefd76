"""A native chart with one point on a plane of 0..100 by 0..100."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.chart.data import XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_MARKER_STYLE
from pptx.util import Pt

from .chart_book import Column
from .chart_xml import inner_layout
from .native import kept_in_book, native_chart
from .texts import clean
from .write import coloured

if TYPE_CHECKING:
    from ...document import SynergySection
    from .box import Box
    from .page import Page

DOT = 18


def point_chart(page: Page, plane: Box, section: SynergySection) -> None:
    """Adds the chart over the plane, its axes hidden, so that the point stands where the fields say."""
    data = XyChartData(number_format="General")
    series = data.add_series(clean(section.head.topic, 80))
    placed = section.experience is not None and section.trust is not None
    if placed:
        series.add_data_point(section.experience, section.trust)
    else:
        series.add_data_point(-50, -50)  # outside the plane: nothing is rated, and a chart needs a point
    chart = native_chart(page, plane, XL_CHART_TYPE.XY_SCATTER, data, section.figure.title, section.figure.desc)
    for axis in (chart.category_axis, chart.value_axis):
        axis.minimum_scale, axis.maximum_scale = 0, 100
        axis.has_major_gridlines = axis.has_minor_gridlines = False
        axis.visible = False
    made = chart.plots[0].series[0]
    made.format.line.fill.background()
    made.marker.style, made.marker.size = XL_MARKER_STYLE.CIRCLE, DOT
    made.marker.format.fill.solid()
    coloured(made.marker.format.fill.fore_color, page.palette.ink)
    made.marker.format.line.width = Pt(2)
    coloured(made.marker.format.line.color, page.palette.paper)
    inner_layout(chart, 0.0, 0.0, 1.0, 1.0)
    across = Column(section.x_label, [section.experience if placed else None])
    kept_in_book(page, chart, across, [Column(section.y_label, [section.trust if placed else None])])
