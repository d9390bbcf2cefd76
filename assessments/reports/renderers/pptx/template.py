"""The presentation a deck is built in: ours, or a consultancy's template emptied of its slides.

docs/templates.md says which layouts and placeholders of a template are used.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml.ns import qn

from .box import EMU, Box

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Opened
    from pptx.slide import SlideLayout

NAMES = {"cover": "cx cover", "finding": "cx finding"}
TYPES = {"cover": ("title",), "finding": ("titleOnly", "obj", "tx")}
TITLES = (KIND.TITLE, KIND.CENTER_TITLE)
FURNITURE = (KIND.DATE, KIND.FOOTER, KIND.SLIDE_NUMBER)
ROOMS = (KIND.OBJECT, KIND.CHART, KIND.TABLE, KIND.PICTURE, KIND.BODY)
OWN_TEXT = ("cx topic", "cx lead")
OF_SLIDES = ("p:custShowLst", "p:extLst", "p:modifyVerifier")  # shows, sections, and the lock on changing any
LEAST = 220.0  # points: an area lower than this holds no slide of ours


def opened(template: bytes) -> Opened:
    """A template without its slides, and without what is known only of them."""
    presentation = Presentation(io.BytesIO(template))
    slides = presentation.slides._sldIdLst
    for slide in list(slides):
        presentation.part.drop_rel(slide.rId)
        slides.remove(slide)
    root = presentation.part._element
    for name in OF_SLIDES:
        for element in root.findall(qn(name)):
            root.remove(element)
    package = presentation.part.package
    for part in list(package.iter_parts()):
        _unlink(part)
    for key, relation in list(package._rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            package._rels.pop(key)
    return presentation


def _unlink(part: Any) -> None:
    """Takes links to slides that are gone out of a master or layout: the slide would be kept for them."""
    gone = {key for key, relation in part.rels.items() if relation.reltype.endswith("/slide")}
    for key in gone if part.partname.startswith(("/ppt/slideMasters/", "/ppt/slideLayouts/")) else ():
        for link in part._element.xpath(f'.//*[@r:id="{key}"]'):
            link.getparent().remove(link)
        part.rels.pop(key)


def layout_for(presentation: Opened, role: str) -> SlideLayout:
    """The layout for `role`, cover or finding: by its name, else by its type, else the first with a title."""
    layouts = [each for master in presentation.slide_masters for each in master.slide_layouts]
    for layout in layouts:
        if layout.name.strip().lower() == NAMES[role]:
            return layout
    titled = [each for each in layouts if _title(each) is not None]
    for kind in TYPES[role]:
        for layout in titled:
            if layout._element.get("type") == kind:
                return layout
    if role == "cover":
        return next((each for each in titled if _title(each).placeholder_format.type == KIND.CENTER_TITLE), titled[0])
    return next((each for each in titled if _title(each).placeholder_format.type == KIND.TITLE), titled[0])


def area_of(layout: SlideLayout, width: float, height: float) -> Box:
    """Where the drawings of a slide stand: its placeholder “CX content”, else the largest for content, else the room
    between title and foot."""
    holders = [each for each in layout.placeholders if each.width and each.height]
    for holder in holders:
        if holder.name.strip().lower() == "cx content":
            return _box(holder)
    rooms = [
        _box(each)
        for each in holders
        if each.placeholder_format.type in ROOMS and each.name.strip().lower() not in OWN_TEXT
    ]
    largest = max(rooms, key=lambda each: each.width * each.height, default=None)
    if largest and largest.height >= LEAST and largest.width >= width / 2:
        return largest
    return _between(layout, holders, width, height)


def _between(layout: SlideLayout, holders: list[Any], width: float, height: float) -> Box:
    title = _title(layout)
    margin = width * 0.05
    above = _box(title) if title is not None and title.height else Box(margin, margin, width - 2 * margin, 60)
    for each in holders:
        if each.name.strip().lower() in OWN_TEXT and _box(each).bottom > above.bottom:
            above = Box(above.x, above.y, above.width, _box(each).bottom - above.y)
    feet = [_box(each).y for each in holders if each.placeholder_format.type in FURNITURE]
    foot = min((each for each in feet if each > height / 2), default=height - margin / 2)
    if foot - above.bottom - 14 < LEAST:
        return _around(above, Box(margin, margin, width - 2 * margin, foot - margin - 6))
    wide = above.width if above.width > width / 2 else width - 2 * margin
    left = above.x if above.width > width / 2 else margin
    return Box(left, above.bottom + 8, wide, foot - above.bottom - 14)


def _around(title: Box, free: Box) -> Box:
    """The largest part of what is free on the slide that the title, at the side or at the foot, leaves."""
    parts = [
        free.top(title.y - free.y - 8),
        free.below(title.bottom + 8 - free.y),
        Box(free.x, free.y, title.x - 16 - free.x, free.height),
        Box(title.right + 16, free.y, free.right - title.right - 16, free.height),
    ]
    return max(parts, key=lambda each: max(each.width, 0.0) * max(each.height, 0.0))


def _title(layout: SlideLayout) -> Any:
    return next((each for each in layout.placeholders if each.placeholder_format.type in TITLES), None)


def _box(shape: Any) -> Box:
    return Box(shape.left / EMU, shape.top / EMU, shape.width / EMU, shape.height / EMU)
