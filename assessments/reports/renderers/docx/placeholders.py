"""What a house’s template leaves open: `{{company}}` and its like, wherever they stand, and where the report goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from .xml import Element, run, text

if TYPE_CHECKING:
    from docx.document import Document

REPORT = "report"
OPEN = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")
PARTS = re.compile(r"/word/(header|footer)\d*\.xml$")


def fill(document: Document, values: Mapping[str, str]) -> None:
    """Put the values in for their names, in the body, in headers and in footers; unknown names stay as they are."""
    for root in _roots(document):
        for each in list(root.iter(qn("w:p"))):
            _fill_paragraph(each, values)
        for control in list(root.iter(qn("w:sdt"))):
            name = _tag(control)
            if name in values:
                _fill_control(control, values[name])


def place_of(document: Document) -> Element | None:
    """The block of the body in whose place the report is written; None where the template names none."""
    body = document.element.body
    for block in body:
        marked = block.tag == qn("w:sdt") and _tag(block) == REPORT
        if marked or any(OPEN.fullmatch(_text(each).strip()) and REPORT in _text(each) for each in _paragraphs(block)):
            return block
    return None


def has_text(document: Document) -> bool:
    """Whether the body says or shows anything."""
    body = document.element.body
    return bool(_text(body).strip()) or any(True for _ in body.iter(qn("w:drawing"), qn("w:pict")))


def _roots(document: Document) -> Iterator[Element]:
    yield document.element
    for part in document.part.package.iter_parts():
        if PARTS.search(str(part.partname)):
            yield part.element


def _paragraphs(block: Element) -> Iterator[Element]:
    if block.tag == qn("w:p"):
        yield block


def _text(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(qn("w:t")))


def _fill_paragraph(paragraph: Element, values: Mapping[str, str]) -> None:
    """One text at a time; where Word has cut a name into several runs, the first of them takes the whole line."""
    if "{{" not in _text(paragraph):
        return
    texts = list(paragraph.iter(qn("w:t")))
    for each in texts:
        _set(each, _filled(each.text or "", values))
    whole = _text(paragraph)
    filled = _filled(whole, values)
    if filled != whole:
        _set(texts[0], filled)
        for each in texts[1:]:
            _set(each, "")


def _filled(said: str, values: Mapping[str, str]) -> str:
    return OPEN.sub(lambda found: values.get(found[1], found[0]), said)


def _set(element: Element, said: str) -> None:
    element.text = said
    element.set(qn("xml:space"), "preserve")


def _tag(control: Element) -> str:
    found = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return str(found.get(qn("w:val"))).strip().lower() if found is not None else ""


def _fill_control(control: Element, value: str) -> None:
    """The value in the first run of a content control; its other runs go."""
    texts = list(control.iter(qn("w:t")))
    if not texts:
        for paragraph in control.iter(qn("w:p")):
            paragraph.append(run(text(value)))
            return
    for place, each in enumerate(texts):
        _set(each, "" if place else value)
