"""Our own template: sixteen to nine, a cover and a slide with a finding, our colours and fonts in its theme."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn

from ...charts.shapes import LEVELS
from ...charts.tokens import NEUTRALS, TONES
from .house_xml import BODY, COVER, FINDING, FURNITURE, TITLE, tree

WIDTH, HEIGHT = 12_192_000, 6_858_000
SERIF, SANS = "Georgia", "Arial"  # of titles and of text: both are on Windows, macOS and phones
EAST = {"en": "Microsoft YaHei", "zh-hans": "Microsoft YaHei", "zh-hant": "Microsoft JhengHei"}
SCRIPTS = (("Hans", EAST["zh-hans"]), ("Hant", EAST["zh-hant"]))
KEPT = {"Title Slide": ("CX Cover", COVER), "Title Only": ("CX Finding", FINDING)}


@lru_cache(16)
def house_template(language: str, accent: str) -> bytes:
    """Our template as a file without slides, for texts in `language`, its accent "#rrggbb"."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    for layout in list(presentation.slide_layouts):
        if layout.name not in KEPT:
            presentation.slide_layouts.remove(layout)
            continue
        name, holders = KEPT[layout.name]
        layout.name = name
        _redraw(layout._element, tree(holders))
    master = presentation.slide_master
    _redraw(master._element, tree((TITLE, BODY, *FURNITURE)))
    _restyle(master._element)
    _theme(master.part, language, accent)
    target = io.BytesIO()
    presentation.save(target)
    return target.getvalue()


def _redraw(element: Any, xml: str) -> None:
    common = element.find(qn("p:cSld"))
    common.replace(common.find(qn("p:spTree")), etree.fromstring(xml, element.getroottree().parser))


def _restyle(master: Any) -> None:
    """Text of the master without bullets and indents, in the fonts of the theme."""
    for level in master.iter(qn("a:lvl1pPr")):
        if level.getparent().tag in (qn("p:titleStyle"), qn("p:bodyStyle")):
            level.set("algn", "l")
            level.set("marL", "0")
            level.set("indent", "0")
            for bullet in [*level.findall(qn("a:buChar")), *level.findall(qn("a:buFont"))]:
                level.remove(bullet)


def _theme(master: Any, language: str, accent: str) -> None:
    """Colours and fonts, so that the deck can be restyled by its theme."""
    part = next(each.target_part for each in master.rels.values() if each.reltype.endswith("/theme"))
    theme = etree.fromstring(part.blob)
    theme.set("name", "CX Maturity")
    colours = {
        "dk1": NEUTRALS["ink"], "lt1": NEUTRALS["paper"], "dk2": accent, "lt2": NEUTRALS["canvas"],
        **{f"accent{place}": TONES[key].c for place, key in enumerate(LEVELS, start=1)},
        "hlink": accent, "folHlink": NEUTRALS["ink-3"],
    }  # fmt: skip
    for name, colour in colours.items():
        place = theme.find(f".//{qn('a:clrScheme')}/{qn('a:' + name)}")
        for child in list(place):
            place.remove(child)
        etree.SubElement(place, qn("a:srgbClr")).set("val", colour.lstrip("#"))
    titles = SERIF if language == "en" else SANS  # beside Chinese without serifs, figures have none either
    for kind, latin in (("a:majorFont", titles), ("a:minorFont", SANS)):
        fonts = theme.find(f".//{qn(kind)}")
        fonts.find(qn("a:latin")).set("typeface", latin)
        fonts.find(qn("a:ea")).set("typeface", EAST[language])
        for font in fonts.findall(qn("a:font")):
            fonts.remove(font)
        for script, face in SCRIPTS:
            etree.SubElement(fonts, qn("a:font"), script=script, typeface=face)
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)
