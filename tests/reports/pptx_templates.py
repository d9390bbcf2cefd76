"""Templates as consultancies make them: own layouts, colours and fonts, with sample slides left in."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches

COLOURS = {"accent1": "7A1F5C", "accent2": "D98324", "dk1": "221122", "lt1": "FFFDF8"}
FONT = "Trebuchet MS"


def template(
    *, wide: bool = True, names: dict[str, str] | None = None, dark: bool = False, potx: bool = False
) -> bytes:
    """A template with a sample slide. `names` renames layouts by their old names."""
    presentation = Presentation()
    if wide:
        presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
        _stretch(presentation)
    for layout in presentation.slide_layouts:
        layout.name = (names or {}).get(layout.name, layout.name)
    _theme(presentation, dark)
    sample = presentation.slides.add_slide(presentation.slide_layouts[1])
    sample.shapes.title.text = "SAMPLE SLIDE TO BE REMOVED"
    target = io.BytesIO()
    presentation.save(target)
    return as_potx(target.getvalue()) if potx else target.getvalue()


def as_potx(content: bytes) -> bytes:
    """The same file, declared a template."""
    return changed(
        content, "[Content_Types].xml", lambda xml: xml.replace(b"presentation.main+xml", b"template.main+xml")
    )


def changed(content: bytes, part: str, change: Any) -> bytes:
    """The file with one part changed, or made from nothing where it is not there."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == part else data)
        if part not in old.namelist():
            new.writestr(part, change(b""))
    return target.getvalue()


def _stretch(presentation: Any) -> None:
    """Moves every placeholder of master and layouts to the wider slide."""
    factor = 13.333 / 10
    for owner in (presentation.slide_master, *presentation.slide_layouts):
        for shape in owner.placeholders:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = int(shape.left * factor), int(shape.width * factor)


def _theme(presentation: Any, dark: bool) -> None:
    part = next(
        each.target_part for each in presentation.slide_master.part.rels.values() if each.reltype.endswith("/theme")
    )
    theme = etree.fromstring(part.blob)
    colours = {**COLOURS, "dk1": COLOURS["lt1"], "lt1": COLOURS["dk1"]} if dark else COLOURS
    for name, colour in colours.items():
        place = theme.find(f".//{qn('a:clrScheme')}/{qn('a:' + name)}")
        for child in list(place):
            place.remove(child)
        etree.SubElement(place, qn("a:srgbClr")).set("val", colour)
    for face in theme.iter(qn("a:latin")):
        face.set("typeface", FONT)
    part._blob = etree.tostring(theme)
