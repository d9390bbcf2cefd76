"""The key figures of the first sheet: their numbers follow the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...charts.tokens import NEUTRALS
from ...document import Workings
from .pen import Pen, said

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

CARD = 2  # columns


def write_keys(pen: Pen, sheet: Worksheet, row: int, workings: Workings | None) -> int:
    """The key figures in a row, their numbers by formula."""
    top = {"top": 2, "top_color": NEUTRALS["ink"]}
    label = pen.format(font_size=9, font_color=NEUTRALS["ink-3"], text_wrap=True, **top)
    value = pen.format(font_size=20, bold=True, num_format="0", align="left", valign="vcenter", shrink=True)
    note = pen.format(
        font_size=9, font_color=NEUTRALS["ink-3"], text_wrap=True, bottom=1, bottom_color=NEUTRALS["line-2"]
    )
    for place, key in enumerate(pen.document.keys):
        first, last = place * CARD, place * CARD + CARD - 1
        for at, look, text in ((row, label, key.label), (row + 1, value, key.number.text), (row + 2, note, key.note)):
            pen.across(sheet, at, first, last, text, look)
        formula = _number(pen, key.number.key, workings) if workings else None
        if formula:
            sheet.write_formula(row + 1, first, formula[0], value, formula[1])
    sheet.set_row(row, 16)
    sheet.set_row(row + 1, 32)
    sheet.set_row(row + 2, 42)
    return row + 3


def _number(pen: Pen, key: str, workings: Workings) -> tuple[str, float | str] | None:
    """The formula of a key figure and its value; None for what is no number."""
    card, none = pen.document.card, pen.words["not_rated"]
    if key == "level":
        return _level(pen, workings)
    if key == "average":
        average = card.headline.average
        return f'=IF(cx_experience="",{said(none)},cx_experience)', none if average is None else average
    if key == "trust":
        index = card.trust.index
        return f'=IF(cx_trust_index="",{said(none)},cx_trust_index)', none if index is None else index
    return None


def _level(pen: Pen, workings: Workings) -> tuple[str, str]:
    """The level that stands, with its name."""
    level, none = pen.document.card.headline.achieved_level, pen.words["none_yet"]
    names = [each.name for each in workings.dimensions if each.level]
    chosen = f"CHOOSE(MAX(1,cx_level_attained),{','.join(map(said, names))})"
    formula = f'=IF(cx_level_attained=0,{said(none)},cx_level_attained&" "&{chosen})'
    return formula, f"{level} {names[level - 1]}" if level else none
