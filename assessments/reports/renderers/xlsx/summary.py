"""The first sheet: the finding, four key figures that recompute, native charts, how sure it is, the first steps."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from ...charts.fit import text_width
from ...charts.tokens import NEUTRALS, TONES
from ...document import Workings
from ..joiner import joiner
from ..pdf.house_logo import png_size
from .charts import scores_chart
from .key_figures import write_keys
from .pen import HAIRLINE, Pen, said
from .places import named, rows_of
from .scores import FIRST

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

COLUMNS, WIDTH = 8, 12.2
EMS = 58.0  # how much text of size 10 a line over all columns holds
FIRST_STEPS = 5
LOGO_ROW = 40


def write_summary(pen: Pen, name: str, scores: str, workings: Workings | None, logo: bytes | None) -> None:
    """One page in portrait."""
    document, sheet = pen.document, pen.sheet(name, portrait=True)
    sheet.set_column(0, COLUMNS - 1, WIDTH)
    eyebrow = "  ·  ".join((document.company, *document.eyebrow))
    row = _line(
        pen, sheet, 0, eyebrow, pen.format(font_size=9, bold=True, font_color=NEUTRALS["ink-3"], text_wrap=True), 1.1
    )
    if logo:
        sheet.set_row(0, LOGO_ROW)
        sheet.insert_image(
            0, COLUMNS - 1, "logo.png", {"image_data": BytesIO(logo), "object_position": 3, **_fitted(logo)}
        )
    row = _line(
        pen, sheet, row, document.finding, pen.format(font_size=16, bold=True, text_wrap=True, valign="vcenter"), 1.62
    )
    row = write_keys(pen, sheet, row + 1, workings)
    if workings:
        row = _changed(pen, sheet, row, scores, workings)
    for notice in document.notices:
        row = _line(pen, sheet, row, notice, pen.format(font_color=NEUTRALS["warn"], text_wrap=True))
    if workings:
        row = _charts(pen, sheet, row + 1, scores, workings)
    row = _certainty(pen, sheet, row + 1)
    row = _flags(pen, sheet, row + 1)
    _steps(pen, sheet, row + 1)


def _fitted(logo: bytes) -> dict[str, float]:
    """The scale at which a logo is as high as two lines and no wider than two columns."""
    width, height = png_size(logo)
    scale = min(34 / max(1, height), 160 / max(1, width))
    return {"x_scale": scale, "y_scale": scale}


def _line(pen: Pen, sheet: Worksheet, row: int, text: str, look: Format, size: float = 1.0) -> int:
    """A text over all columns, as high as it needs; the row after it."""
    lines = max(1, -(-int(text_width(text, 1) * size * 1.06) // int(EMS)))
    sheet.set_row(row, 13.5 * size * lines + 5)
    pen.across(sheet, row, 0, COLUMNS - 1, text, look)
    return row + 1


def _changed(pen: Pen, sheet: Worksheet, row: int, scores: str, workings: Workings) -> int:
    """A warning that appears once an answer was changed."""
    last = FIRST + len(workings.dimensions) - 1
    now, then = (named(scores, f"${column}${FIRST}:${column}${last}") for column in "BC")
    same = f"AND(COUNT({now})=COUNT({then}),ABS(SUMSQ({now})-SUMSQ({then}))<0.001)"
    look = pen.format(font_color=NEUTRALS["bad"], text_wrap=True, bold=True)
    sheet.merge_range(row, 0, row, COLUMNS - 1, "", look)
    pen.formula(sheet, f"A{row + 1}", f'=IF({same},"",{said(pen.words["changed"])})', "", look)
    sheet.set_row(row, 26)
    return row + 1


def _charts(pen: Pen, sheet: Worksheet, row: int, scores: str, workings: Workings) -> int:
    """Levels and factors side by side, each with the line it has to pass."""
    levels, factors = rows_of([each.level for each in workings.dimensions], FIRST)
    named_levels = [each for each in workings.dimensions if each.level]
    named_factors = [each for each in workings.dimensions if not each.level]
    for column, title, rows, found in (
        (0, pen.words["levels"], levels, named_levels), (5, pen.words["factors"], factors, named_factors),
    ):  # fmt: skip
        chart = scores_chart(pen, title, scores, rows, [each.id for each in found])
        chart.set_size({"width": 452 if column == 0 else 272, "height": 300})
        sheet.insert_chart(row, column, chart, {"object_position": 2, "description": title})
    for at in range(row, row + 16):
        sheet.set_row(at, 15)
    return row + 16


def _certainty(pen: Pen, sheet: Worksheet, row: int) -> int:
    """The five criteria with their grades."""
    _line(
        pen,
        sheet,
        row,
        joiner(pen.document.language).named(pen.words["certainty"], pen.document.certainty.head.finding),
        pen.format(bold=True, text_wrap=True),
    )
    line = {**HAIRLINE, "text_wrap": True, "font_size": 9}
    for each in pen.document.certainty.rows:
        row += 1
        for first, last, text in ((0, 1, each.name), (2, 3, each.value), (4, 4, each.grade_text), (5, 7, each.meaning)):
            pen.across(sheet, row, first, last, text, pen.format(bold=first == 4, **line))
        sheet.set_row(row, 26)
    return row + 1


def _flags(pen: Pen, sheet: Worksheet, row: int) -> int:
    """How many red flags are open, and their names."""
    flags = pen.document.flags
    if flags.flags:
        said = joiner(pen.document.language).named(flags.head.topic, flags.head.finding)
        row = _line(pen, sheet, row, said, pen.format(bold=True, text_wrap=True))
    for flag in flags.flags:
        row = _line(pen, sheet, row, flag.title, pen.format(font_color=NEUTRALS["bad"], text_wrap=True))
    return row


def _steps(pen: Pen, sheet: Worksheet, row: int) -> None:
    """The first steps, which stand whole on the sheet of the plan."""
    finding = joiner(pen.document.language).named(pen.document.steps.head.topic, pen.document.steps.head.finding)
    row = _line(pen, sheet, row, finding, pen.format(bold=True, text_wrap=True))
    line = {**HAIRLINE, "text_wrap": True, "valign": "vcenter"}
    for card in pen.document.all_steps[:FIRST_STEPS]:
        tone = TONES[card.dimension]
        number = pen.format(bold=True, align="center", bg_color=tone.c, font_color=tone.on, **line)
        sheet.write_number(row, 0, card.number, number)
        for first, last, text in ((1, 5, card.do), (6, 7, f"{card.lane_text}  ·  {card.dimension_name}")):
            look = pen.format(font_size=9 if first > 1 else 10, indent=1, **line)
            pen.across(sheet, row, first, last, text, look)
        sheet.set_row(row, 30)
        row += 1
