"""The check itself: every part of an office file in turn, everything that is wrong said at once."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from ..problems import UNSAID, FileProblems, Place, Problems
from . import limits
from .active import part_fault, text_fault
from .archive import unpacked
from .kinds import TYPES, check_kind, declared, type_of
from .layouts import layout_fault
from .pictures import PICTURE, picture_fault
from .relations import relation_faults
from .repack import repacked
from .tree import BadXml, Node, parse

XML = re.compile(r"(\.xml|\.rels|\.vml)$", re.IGNORECASE)
KNOWN = re.compile(r"\.(fntdata|odttf|bin|mp4|m4a|mp3|wav|mov)$", re.IGNORECASE)


def checked_office(content: bytes, kind: str, name: str = "") -> bytes:
    """A template from a stranger, safe to open: `kind` is pptx or docx, and so is what comes back.

    Raises FileProblems with everything that is wrong: where in the file, what, and how to mend it.
    """
    problems, place = Problems(), Place(name or f"template.{kind}")
    parts = unpacked(content, place, problems)
    problems.raise_any()
    if TYPES not in parts:
        check_kind(kind, {}, place, problems)
        problems.raise_any()
    trees = _Check(place, problems).trees(parts)
    problems.raise_any()
    types, _endings = declared(trees[TYPES])
    check_kind(kind, types, place, problems)
    problems.raise_any()
    if kind == "pptx" and (message := layout_fault(trees)):
        problems.add(place, message)
    problems.raise_any()
    return repacked(parts, kind)


class _Check:
    """One file being looked at; the workbooks embedded in it, behind charts, are looked at in the same way."""

    def __init__(self, place: Place, problems: Problems, *, embedded: bool = False) -> None:
        self.place, self.problems, self.embedded = place, problems, embedded
        self.room = limits.ELEMENTS

    def trees(self, parts: Mapping[str, bytes]) -> dict[str, Node]:
        """The XML of every part, after noting all that is wrong with any part."""
        trees = {
            name: tree for name, content in parts.items() if XML.search(name) and (tree := self._xml(name, content))
        }
        types = declared(trees.get(TYPES, Node("", {})))
        names = {name.lower() for name in parts}
        for name, content in parts.items():
            content_type = type_of(name, *types)
            message = part_fault(name, content_type) or self._content(name, content, content_type)
            if message:
                self._note(name, message)
        for name, tree in trees.items():
            if name.lower().endswith(".rels"):
                for message, found in relation_faults(name, tree, names):
                    self._note(name, message, found)
            elif message := text_fault(tree):
                self._note(name, message)
        return trees

    def _xml(self, name: str, content: bytes) -> Node | None:
        if len(content) > limits.XML_BYTES:
            values = {"most": limits.XML_BYTES // 1024 // 1024}
            self._note(name, _("This part is larger than %(most)d MB. Take pages or slides out.") % values)
            return None
        try:
            tree = parse(content, self.room)
        except BadXml as error:
            self._note(name, str(error))
            return None
        self.room -= sum(1 for _node in tree.walk())
        return tree

    def _content(self, name: str, content: bytes, content_type: str) -> str:
        """What is wrong with a part that is not XML, or ""."""
        if XML.search(name):
            return ""
        if PICTURE.search(name) or content_type.startswith("image/"):
            return picture_fault(name, content)
        if name.lower().endswith(".xlsx") and not self.embedded:
            self._workbook(name, content)
            return ""
        if KNOWN.search(name) and not content_type.endswith("xml"):
            return ""
        return _("We do not know what this part is for. Save the file again from PowerPoint or Word.")

    def _workbook(self, name: str, content: bytes) -> None:
        inner, place = Problems(), Place(self.place.file)
        try:
            parts = unpacked(content, place, inner)
            _Check(place, inner, embedded=True).trees(parts)
            inner.raise_any()
        except FileProblems as refusal:
            for problem in refusal.problems:
                self._note(": ".join(filter(None, (name, problem.place.entry))), problem.message, problem.found)

    def _note(self, name: str, message: str, found: str = "") -> None:
        self.problems.add(Place(self.place.file, entry=name), message, found or UNSAID)
