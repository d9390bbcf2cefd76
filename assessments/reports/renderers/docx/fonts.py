"""Fonts and languages of a Word document: Latin and Chinese each by their own name, so that no reader has to guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from .xml import Element, el

if TYPE_CHECKING:
    from docx.document import Document

LATIN = "Arial"
HAN = {"en": "Microsoft YaHei", "zh-hans": "Microsoft YaHei", "zh-hant": "Microsoft JhengHei"}
SPOKEN = {"en": ("en-GB", "zh-CN"), "zh-hans": ("en-GB", "zh-CN"), "zh-hant": ("en-GB", "zh-TW")}


def set_fonts(document: Document, language: str) -> None:
    """Our fonts for everything that does not say otherwise."""
    defaults = _defaults(document)
    for old in defaults.findall(qn("w:rFonts")):
        defaults.remove(old)
    names = {f"w:{each}": LATIN for each in ("ascii", "hAnsi", "cs")}
    defaults.insert(0, el("w:rFonts", {**names, "w:eastAsia": HAN[language]}))


def set_language(document: Document, language: str) -> None:
    """The language of what does not say otherwise: for spelling, line breaks and the shape of Han letters."""
    western, eastern = SPOKEN[language]
    defaults = _defaults(document)
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(el("w:lang", {"w:val": western, "w:eastAsia": eastern, "w:bidi": "ar-SA"}))
    settings = document.settings.element
    for old in settings.findall(qn("w:themeFontLang")):
        old.set(qn("w:val"), western)
        old.set(qn("w:eastAsia"), eastern)
    document.core_properties.language = western if language == "en" else eastern


def _defaults(document: Document) -> Element:
    """The properties of runs that hold for the whole document; made where there are none."""
    styles = document.styles.element
    parent = styles.find(qn("w:docDefaults"))
    if parent is None:
        parent = el("w:docDefaults")
        styles.insert(0, parent)
    runs = parent.find(qn("w:rPrDefault"))
    if runs is None:
        runs = el("w:rPrDefault")
        parent.insert(0, runs)
    properties = runs.find(qn("w:rPr"))
    if properties is None:
        properties = el("w:rPr")
        runs.append(properties)
    return properties
