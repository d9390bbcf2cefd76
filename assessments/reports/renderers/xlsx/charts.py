"""Native charts of the workbook: they follow the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...charts.tokens import NEUTRALS, TONES
from .pen import Pen
from .places import named

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart


def scores_chart(pen: Pen, title: str, scores: str, rows: tuple[int, int], ids: list[str]) -> Chart:
    """Columns of scores in the colours of their dimensions, under the line of the gate.

    `rows` are the first and last on the sheet `scores`; the line is drawn from names beside it.
    """
    first, last = rows
    font = {"name": pen.font, "size": 9, "color": NEUTRALS["ink-2"]}
    chart = pen.book.add_chart({"type": "column"})
    values = named(scores, f"$B${first}:$B${last}")
    chart.add_series(
        {
            "name": title,
            "categories": f"={named(scores, f'$A${first}:$A${last}')}",
            "values": f"={values}",
            "points": [{"fill": {"color": TONES[each].c}, "border": {"none": True}} for each in ids],
            "gap": 45,
            "data_labels": {
                "value": True,
                "num_format": "0",
                "font": {**font, "bold": True},
                # The line of the gate ends beside a number instead of running through it.
                "fill": {"color": NEUTRALS["paper"]},
            },
        }
    )
    line = pen.book.add_chart({"type": "line"})
    line.add_series(
        {
            "name": pen.words["gate_line"],
            "categories": f"={named(scores, f'$A${first}:$A${last}')}",
            "values": f"={named(scores, f'$S${first}:$S${last}')}",
            "line": {"color": NEUTRALS["ink"], "width": 1.25, "dash_type": "dash"},
            "marker": {"type": "none"},
        }
    )
    chart.combine(line)
    chart.set_title({"name": title, "name_font": {**font, "size": 11, "bold": True}, "overlay": False, "layout": None})
    plain: dict[str, Any] = {"num_font": font, "line": {"color": NEUTRALS["line-2"]}, "major_tick_mark": "none"}
    chart.set_x_axis(plain)
    chart.set_y_axis(
        {
            **plain,
            "min": 0,
            "max": 115,
            "major_unit": 25,
            "major_gridlines": {"visible": True, "line": {"color": NEUTRALS["line"], "width": 0.5}},
        }
    )
    chart.set_legend({"none": True})
    chart.set_chartarea({"border": {"none": True}})
    return chart
