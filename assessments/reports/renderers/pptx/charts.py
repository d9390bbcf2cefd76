"""Native bar charts: every one is editable, and its workbook holds the exact numbers too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_MARK
from pptx.util import Pt

from .box import Box
from .chart_book import Column
from .chart_xml import inner_layout
from .native import kept_in_book, lettered, native_chart, ruled
from .texts import clean
from .write import coloured

if TYPE_CHECKING:
    from .page import Page

RIGHT = 0.03  # share that is left free at the right
GAP = 55  # between bars, in hundredths of a bar
NUMBER = 1.9  # how far the number beside a bar reaches, in ems
LABELS = 0.27  # share of a chart’s width that the names of its categories take


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars: values as shown, exact values, and the colour of all or of each; `on` that of words on each."""

    name: str
    shown: Sequence[float | None]
    colours: Sequence[str]
    on: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart whose values run from 0 to `top`.

    `head` stands above the categories in the workbook, and `extra` are columns of it that are not plotted. `marks` are
    places on the value axis with a line down the whole plot, `labels` the share of the width that the names of the
    categories take, `form` the number format of the values.
    """

    categories: Sequence[str]
    series: Sequence[Series]
    top: float
    title: str
    descr: str
    head: str = ""
    extra: Sequence[Column] = ()
    marks: Sequence[float] = ()
    labels: float = LABELS
    form: str = "General"


def bar_chart(page: Page, box: Box, bars: Bars, size: float = 12.0) -> Any:
    """Adds the chart to the page, bars from the left, the first category on top."""
    data = CategoryChartData(number_format="General")
    data.categories = [clean(each, 80) for each in bars.categories]
    for series in bars.series:
        data.add_series(clean(series.name, 80), series.shown)
    left, width = box.x + box.width * bars.labels, box.width * (1 - bars.labels - RIGHT)
    if len(bars.series) == 1:
        for row in box.rows(len(bars.categories)):
            tall = row.height / (1 + GAP / 100)
            page.pen.block(Box(left, row.y + (row.height - tall) / 2, width, tall), page.palette.sunken)
    chart = native_chart(page, box, XL_CHART_TYPE.BAR_CLUSTERED, data, bars.title, bars.descr)
    lettered(page, chart, size)
    _axes(page, chart, bars)
    _colours(page, chart, bars, size)
    _numbers_inside(chart, bars, size, width)
    inner_layout(chart, bars.labels, 0.0, 1 - bars.labels - RIGHT, 1.0)
    columns = [Column(each.name, each.shown) for each in bars.series]
    kept_in_book(page, chart, Column(bars.head, bars.categories), [*columns, *bars.extra])
    for mark in bars.marks:
        page.pen.rule(left + width * mark / bars.top, box.y, 0, page.palette.ink_3, 1.0, box.height)
    return chart


def _axes(page: Page, chart: Any, bars: Bars) -> None:
    values, names = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = 0, bars.top
    values.has_major_gridlines = values.has_minor_gridlines = False
    values.visible = False
    names.reverse_order = True
    names.has_major_gridlines = False
    names.minor_tick_mark = XL_TICK_MARK.NONE
    ruled(page, names)


def _colours(page: Page, chart: Any, bars: Bars, size: float) -> None:
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = (GAP, 0) if len(bars.series) == 1 else (45, -8)
    plot.vary_by_categories = False
    for made, series in zip(plot.series, bars.series, strict=True):
        made.format.fill.solid()
        coloured(made.format.fill.fore_color, series.colours[0])
        made.invert_if_negative = False
        if len(series.colours) > 1:
            for place, colour in enumerate(series.colours):
                point = made.points[place].format.fill
                point.solid()
                coloured(point.fore_color, colour)
        labels = made.data_labels
        labels.show_value = True
        labels.number_format, labels.number_format_is_linked = bars.form, False
        labels.font.size = Pt(size)
        labels.font.bold = len(bars.series) == 1
        coloured(labels.font.color, page.palette.ink)


def _numbers_inside(chart: Any, bars: Bars, size: float, width: float) -> None:
    """Puts the numbers that a mark would run through at the inner end of their bars."""
    room = NUMBER * size / width * bars.top
    for made, series in zip(chart.plots[0].series, bars.series, strict=True):
        for place, (value, colour) in enumerate(zip(series.shown, series.on, strict=False)):
            if value is not None and any(mark - room < value < mark for mark in bars.marks):
                label = made.points[place].data_label
                label.position = XL_LABEL_POSITION.INSIDE_END
                label.font.size, label.font.bold = Pt(size), True
                coloured(label.font.color, colour)
