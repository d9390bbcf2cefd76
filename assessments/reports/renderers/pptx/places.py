"""The placeholders of a layout: where they stand and how their text looks. Looked up once for a deck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pptx.oxml.ns import qn

from .box import EMU, Box
from .template import TITLES

if TYPE_CHECKING:
    from pptx.slide import SlideLayout

SIZES = {True: 28.0, False: 16.0}  # of titles and of text, where a template does not say
INSETS = {"lIns": 7.2, "rIns": 7.2, "tIns": 3.6, "bIns": 3.6}  # where nobody says


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder: `name` in small letters, `box` in points, `size` of its text, `across`, `down` the air in it."""

    kind: Any
    name: str
    box: Box
    size: float
    across: float
    down: float

    @property
    def is_title(self) -> bool:
        return self.kind in TITLES


class Places:
    """Those of one layout, by what ties a placeholder of a slide to its own."""

    def __init__(self, layout: SlideLayout) -> None:
        found: dict[int, list[Any]] = {}
        for each in layout.placeholders:
            found.setdefault(each.placeholder_format.idx, []).append(each)
        self._known = {idx: _place(layout, holders) for idx, holders in found.items()}

    def of(self, holder: Any) -> Place:
        """What the layout says of a placeholder of a slide."""
        return self._known[holder.placeholder_format.idx]


def _place(layout: SlideLayout, holders: list[Any]) -> Place:
    """Of those with one number the first counts, or the first that says."""
    first = holders[0]
    kind = first.placeholder_format.type
    elements = [each._element for each in holders]
    across, down = (sum(_inset(elements, side) for side in sides) for sides in (("lIns", "rIns"), ("tIns", "bIns")))
    box = Box(*((value or 0) / EMU for value in (first.left, first.top, first.width, first.height)))
    size = _size(layout, elements, kind in TITLES)
    return Place(kind, str(first.name).strip().lower(), box, size, across, down)


def _size(layout: SlideLayout, elements: list[Any], is_title: bool) -> float:
    """The size in points of a text by its layout, or by the master."""
    master: Any = layout.slide_master._element
    wanted = ("title", "ctrTitle") if is_title else ("body", None)
    places = [*elements, *(each for each in master.iter(qn("p:sp")) if _kind(each) in wanted)]
    places += list(master.iter(qn("p:titleStyle" if is_title else "p:bodyStyle")))
    for place in places:
        for level in place.iter(qn("a:lvl1pPr")):
            properties = level.find(qn("a:defRPr"))
            if properties is not None and properties.get("sz", "").isdigit():
                return int(properties.get("sz")) / 100
    return SIZES[is_title]


def _inset(elements: list[Any], side: str) -> float:
    """The air in points between the edge of a placeholder and its text."""
    for element in elements:
        for body in element.iter(qn("a:bodyPr")):
            if body.get(side, "").isdigit():
                return int(body.get(side)) / EMU
    return INSETS[side]


def _kind(shape: Any) -> str | None:
    place = next(shape.iter(qn("p:ph")), None)
    return "" if place is None else place.get("type")
