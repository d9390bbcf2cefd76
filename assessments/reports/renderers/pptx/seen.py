"""What those who cannot see a slide are told of its pictures."""

from __future__ import annotations

from typing import Any

from lxml import etree

from .texts import clean

MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"


def named(shape: Any, descr: str, title: str = "") -> None:
    """Gives a shape its alternative text."""
    about = _about(shape)
    about.set("descr", clean(descr, 2000))
    if title:
        about.set("title", clean(title, 200))


def decorative(shape: Any) -> None:
    """Marks a shape as saying nothing of its own, so that it is passed over."""
    about = _about(shape)
    about.set("descr", "")
    listing = etree.SubElement(about, f"{{{MAIN}}}extLst")
    extension = etree.SubElement(listing, f"{{{MAIN}}}ext", uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}")
    etree.SubElement(extension, f"{{{DECORATIVE}}}decorative", {"val": "1"}, nsmap={"adec": DECORATIVE})


def unstyled(shape: Any) -> None:
    """Takes the theme’s effects (shadows, gradients) off a shape that says itself how it looks."""
    for style in shape._element.findall(f"{{{SLIDE}}}style"):
        shape._element.remove(style)


def _about(shape: Any) -> Any:
    return next(shape._element.iter(f"{{{SLIDE}}}cNvPr"))
