"""What charts need beyond the library: a plot of fixed place, square corners."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.oxml.ns import qn

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def inner_layout(chart: Any, x: float, y: float, width: float, height: float) -> None:
    """Fixes the plot within its chart, in shares of its width and height, so that drawings can stand over it."""
    area = chart._chartSpace.find(f".//{qn('c:plotArea')}")
    old = area.find(qn("c:layout"))
    if old is not None:
        area.remove(old)
    parts = {"xMode": "edge", "yMode": "edge", "x": x, "y": y, "w": width, "h": height}
    said = "".join(f'<c:{name} val="{value}"/>' for name, value in parts.items())
    xml = f'<c:layout xmlns:c="{C}"><c:manualLayout><c:layoutTarget val="inner"/>{said}</c:manualLayout></c:layout>'
    area.insert(0, etree.fromstring(xml))


def rounded_off(chart: Any) -> None:
    """Square corners."""
    space = chart._chartSpace
    for old in space.findall(qn("c:roundedCorners")):
        space.remove(old)
    corners = etree.Element(qn("c:roundedCorners"))
    corners.set("val", "0")
    place = space.find(qn("c:date1904"))
    if place is not None:
        place.addnext(corners)
    else:
        space.insert(0, corners)
