"""WordprocessingML by hand: elements, runs, fields, bookmarks. Word reads the order of children, so it is kept here."""

from __future__ import annotations

from functools import cache
from typing import Any

from docx.oxml.ns import NamespacePrefixedTag
from docx.oxml.parser import oxml_parser

Element = Any


def el(name: str, attributes: dict[str, str] | None = None, *children: Element) -> Element:
    """An element such as `w:p`, with attributes such as `w:val`."""
    tag, names = _known(name)
    made = oxml_parser.makeelement(tag, nsmap=names)
    for key, value in (attributes or {}).items():
        made.set(_known(key)[0], value)
    for child in children:
        if child is not None:
            made.append(child)
    return made


@cache
def _known(name: str) -> tuple[str, dict[str, str]]:
    """The name of an element or attribute as lxml wants it: taken apart once, not for each of ten thousand."""
    tag = NamespacePrefixedTag(name)
    return tag.clark_name, tag.nsmap


def val(name: str, value: str) -> Element:
    """An element whose only attribute is its value."""
    return el(name, {"w:val": value})


def text(words: str) -> Element:
    """The text of a run, its spaces kept."""
    made = el("w:t", {"xml:space": "preserve"})
    made.text = words
    return made


def run(*children: Element, bold: bool = False) -> Element:
    """A run of text."""
    return el("w:r", {}, el("w:rPr", {}, el("w:b")) if bold else None, *children)


def field(instruction: str, shown: str) -> list[Element]:
    """The runs of a field with the result it shows until somebody updates it."""
    said = el("w:instrText", {"xml:space": "preserve"})
    said.text = f" {instruction} "
    return [
        run(el("w:fldChar", {"w:fldCharType": "begin"})),
        run(said),
        run(el("w:fldChar", {"w:fldCharType": "separate"})),
        run(text(shown)),
        run(el("w:fldChar", {"w:fldCharType": "end"})),
    ]


def bookmarked(name: str, number: int, *children: Element) -> list[Element]:
    """Children with a bookmark around them; `number` is its own in the document."""
    identity = {"w:id": str(number)}
    return [el("w:bookmarkStart", {**identity, "w:name": name}), *children, el("w:bookmarkEnd", identity)]


def paragraph(style: str, *children: Element, properties: tuple[Element, ...] = ()) -> Element:
    """A paragraph in a style, by the id the style has in this document."""
    return el("w:p", {}, el("w:pPr", {}, val("w:pStyle", style) if style else None, *properties), *children)
