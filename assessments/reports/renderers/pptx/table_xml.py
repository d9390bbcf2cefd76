"""What tables need beyond the library: no style of the program, and hairlines below the cells."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

from .box import emu

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # “No Style, No Grid”, known to every program


def plain_style(frame: Any) -> None:
    """Takes the program’s own colours off a table."""
    properties = frame._element.find(f".//{qn('a:tblPr')}")
    style = properties.find(qn("a:tableStyleId"))
    if style is None:
        style = etree.SubElement(properties, qn("a:tableStyleId"))
    style.text = NO_STYLE


def bordered(cell: Any, colour: str, weight: float) -> None:
    """A line below a cell; `colour` is "#rrggbb"."""
    properties = cell._tc.get_or_add_tcPr()
    for side in ("a:lnL", "a:lnR", "a:lnT", "a:lnB"):
        line = etree.SubElement(properties, qn(side))
        if side == "a:lnB":
            line.set("w", str(emu(weight)))
            fill = etree.SubElement(line, qn("a:solidFill"))
            etree.SubElement(fill, qn("a:srgbClr")).set("val", colour.lstrip("#"))
        else:
            line.set("w", "0")
            etree.SubElement(line, qn("a:noFill"))
    etree.SubElement(properties, qn("a:noFill"))
