"""Placeholders filled: in the template’s own look, smaller only where the text would not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.oxml.ns import qn
from pptx.util import Pt

from ....words.phrases import bound
from .box import EMU
from .fitting import fit, fit_name, unbroken
from .texts import clean
from .write import tongue

if TYPE_CHECKING:
    from .write import Hand

TITLES = (KIND.TITLE, KIND.CENTER_TITLE)
SIZES = {True: 28.0, False: 16.0}  # of titles and of text, where a template does not say
SAFE = 2.0
LEAST = 12.0  # no text gets smaller
INSETS = {"lIns": 7.2, "rIns": 7.2, "tIns": 3.6, "bIns": 3.6}  # where nobody says


def layout_name(slide: Any, holder: Any) -> str:
    """What the layout calls a placeholder of a slide, in small letters."""
    idx = holder.placeholder_format.idx
    for each in slide.slide_layout.placeholders:
        if each.placeholder_format.idx == idx:
            return str(each.name).strip().lower()
    return ""


def is_title(holder: Any) -> bool:
    """Whether a placeholder is the title of its slide."""
    return holder.placeholder_format.type in TITLES


def fill(slide: Any, holder: Any, text: str, hand: Hand, language: str) -> None:
    """Writes one paragraph into a placeholder."""
    frame = holder.text_frame
    said = size_of(slide, holder)
    width = holder.width / EMU - sum(_inset(slide, holder, side) for side in ("lIns", "rIns")) - SAFE
    height = holder.height / EMU - sum(_inset(slide, holder, side) for side in ("tIns", "bIns"))
    cover = holder.placeholder_format.type == KIND.CENTER_TITLE
    named = fit_name(clean(text), width, said, language) if cover else None
    whole = bound(clean(text)) if is_title(holder) else clean(text)
    width, least = max(width, 40.0), min(LEAST, said)
    fitted = named or fit(whole, width, max(height, said), unbroken(whole, width, said, least), least, language)
    paragraph = frame.paragraphs[0]
    run = paragraph.add_run()
    run.text = fitted.text
    if fitted.size < said:
        run.font.size = Pt(fitted.size)
    paragraph.line_spacing = Pt(fitted.leading)
    paragraph.space_before = Pt(0)
    tongue(run._r.get_or_add_rPr(), hand)


def emptied(holder: Any) -> None:
    """Takes a placeholder off its slide, so that nobody is asked to click into it."""
    holder._element.getparent().remove(holder._element)


def size_of(slide: Any, holder: Any) -> float:
    """The size in points a placeholder’s text has by its layout, or by the master."""
    idx = holder.placeholder_format.idx
    layout = slide.slide_layout
    places = [each._element for each in layout.placeholders if each.placeholder_format.idx == idx]
    master = layout.slide_master._element
    kind = "p:titleStyle" if is_title(holder) else "p:bodyStyle"
    wanted = ("title", "ctrTitle") if is_title(holder) else ("body", None)
    places += [each for each in master.iter(qn("p:sp")) if _kind(each) in wanted]
    places += list(master.iter(qn(kind)))
    for place in places:
        for level in place.iter(qn("a:lvl1pPr")):
            properties = level.find(qn("a:defRPr"))
            if properties is not None and properties.get("sz", "").isdigit():
                return int(properties.get("sz")) / 100
    return SIZES[is_title(holder)]


def _inset(slide: Any, holder: Any, side: str) -> float:
    """The air in points between the edge of a placeholder and its text."""
    idx = holder.placeholder_format.idx
    places = [each._element for each in slide.slide_layout.placeholders if each.placeholder_format.idx == idx]
    for place in [holder._element, *places]:
        said = next(place.iter(qn("a:bodyPr"))).get(side)
        if said and said.isdigit():
            return int(said) / EMU
    return INSETS[side]


def _kind(shape: Any) -> str | None:
    place = next(shape.iter(qn("p:ph")), None)
    return "" if place is None else place.get("type")
