"""How our workbook looks: the product's colours, and one face for each language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

ACCENT = "#0B5563"
INK = "#13232E"
INK_2 = "#3B4D59"
INK_3 = "#576974"
LINE = "#B7C3C8"
CANVAS = "#F4F7F7"
TINT = "#D5E8EB"
# The tabs wear the colours of the dimensions, in the order of the framework: six levels, four trust factors.
TABS = (
    *("#163551", "#054C6A", "#036169", "#207656", "#677D37", "#C18512"),
    *("#54479C", "#7F4290", "#A8446F", "#6C6070"),
)
FACES = {"en": "Calibri", "zh-hans": "Microsoft YaHei", "zh-hant": "Microsoft JhengHei"}
DATE = "yyyy-mm-dd"


@dataclass(frozen=True, slots=True)
class Style:
    """The formats of a workbook. Cells to be typed in are white and unlocked; all else is tinted and locked."""

    face: str
    title: Format
    subtitle: Format
    hint: Format
    text: Format
    header: Format
    narrow: Format
    key: Format
    label: Format
    question: Format
    strong: Format
    help: Format
    link: Format
    typed: Format
    typed_strong: Format
    typed_date: Format
    chosen: Format


@dataclass(frozen=True, slots=True)
class TableStyle:
    """The formats of a plain table."""

    header: Format
    header_of_numbers: Format
    text: Format
    number: Format
    tenths: Format
    hundredths: Format
    day: Format


def table_style(book: Workbook, language: str) -> TableStyle:
    """The formats of a plain table in `book` for one language."""
    common = {"font_name": FACES[language], "font_size": 10.5, "text_wrap": True, "indent": 1, "align": "left"}
    body = {**common, "font_color": INK, "valign": "top", "bottom": 1, "bottom_color": LINE}
    head = {**common, "font_color": "#FFFFFF", "bg_color": ACCENT, "bold": True, "valign": "vcenter"}
    right = {"align": "right"}
    return TableStyle(
        header=book.add_format(head),
        header_of_numbers=book.add_format({**head, **right}),
        text=book.add_format(body),
        number=book.add_format({**body, **right}),
        tenths=book.add_format({**body, **right, "num_format": "0.0"}),
        hundredths=book.add_format({**body, **right, "num_format": "0.00"}),
        day=book.add_format({**body, "num_format": DATE}),
    )


def style(book: Workbook, language: str) -> Style:
    """The formats of `book` for one language."""
    face = FACES[language]

    def made(size: float = 10.5, color: str = INK, **more: Any) -> Format:
        return book.add_format({"valign": "top", "font_name": face, "font_size": size, "font_color": color, **more})

    boxed = {"border": 1, "border_color": LINE, "text_wrap": True, "align": "left", "indent": 1}
    middle = {"valign": "vcenter"}
    quiet = {**boxed, "bg_color": CANVAS}
    typed = {**boxed, "locked": False, "bg_color": "#FFFFFF"}
    return Style(
        face=face,
        title=made(18, ACCENT, bold=True),
        subtitle=made(10.5, INK_2),
        hint=made(10.5, INK_2, indent=1, align="left"),
        text=made(10.5, INK),
        header=made(10.5, "#FFFFFF", **{**boxed, "bold": True, "bg_color": ACCENT, "border_color": ACCENT, **middle}),
        narrow=made(8, "#FFFFFF", text_wrap=True, bg_color=ACCENT, **middle),
        key=made(8, INK_3, text_wrap=True, bg_color=CANVAS, border=1, border_color=LINE),
        label=made(10.5, INK, bold=True, **quiet),
        question=made(10.5, INK, **quiet),
        strong=made(10.5, INK, bold=True),
        help=made(9, INK_2, **quiet),
        link=made(10.5, ACCENT, underline=1, **quiet),
        typed=made(10.5, INK, **typed),
        typed_strong=made(10.5, ACCENT, bold=True, **typed),
        typed_date=made(10.5, INK, num_format=DATE, **typed),
        chosen=book.add_format({"bg_color": TINT, "font_color": ACCENT}),
    )
