"""Fonts and languages of a Word document: Latin and Chinese each by their own name, so that no reader has to guess."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from .xml import Element, el

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document

LATIN = "Arial"
HAN = {"en": "Microsoft YaHei", "zh-hans": "Microsoft YaHei", "zh-hant": "Microsoft JhengHei"}
_QUOTES, _HAN, _APOSTROPHE = re.compile("[“”‘’]"), re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z]’[A-Za-z]")
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


def set_quotes(blocks: Iterable[Element]) -> None:
    """Gives the quotation marks of Simplified Chinese their full width: Word’s own choice is the thin ones of Latin.

    Text that holds an English apostrophe, which is the same sign, stays as it is.
    """
    for block in blocks:
        for said in block.iter(qn("w:t")):
            if _QUOTES.search(said.text or "") and _HAN.search(said.text) and not _APOSTROPHE.search(said.text):
                run = said.getparent()
                properties = run.find(qn("w:rPr"))
                if properties is None:
                    properties = el("w:rPr")
                    run.insert(0, properties)
                style = properties.find(qn("w:rStyle"))
                properties.insert(0 if style is None else 1, el("w:rFonts", {"w:hint": "eastAsia"}))


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
