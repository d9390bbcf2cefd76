"""XML read without trust: no document types, no entities, no odd encodings, nothing endless."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from django.utils.translation import gettext as _

from . import limits

ENCODINGS = ("utf-8", "utf8", "utf-16", "us-ascii", "ascii")


class BadXml(Exception):
    """XML that we do not read, with the reason for a person."""


@dataclass(slots=True)
class Node:
    """An element: its name and its attributes' names without their namespaces."""

    name: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def get(self, name: str) -> str:
        """An attribute, "" where there is none."""
        return self.attributes.get(name, "")

    def walk(self) -> Iterator[Node]:
        """This element and all below it."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


def parse(xml: bytes, room: int = limits.ELEMENTS) -> Node:
    """The tree of a part with at most `room` elements. Raises BadXml."""
    builder = _Builder(room)
    parser = expat.ParserCreate(namespace_separator="\n")
    parser.XmlDeclHandler = builder.declaration
    parser.StartDoctypeDeclHandler = builder.doctype
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise BadXml(_("This part is damaged. Open the file, save it again and try once more.")) from error
    return builder.root


class _Builder:
    """What the parser calls."""

    def __init__(self, room: int) -> None:
        self.root = Node("", {})
        self._path = [self.root]
        self._room = room

    def declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in ENCODINGS:
            raise BadXml(_("This part is in an encoding that no office program uses. Save the file again."))

    def doctype(self, *_about: object) -> None:
        raise BadXml(_("This part declares a document type or entities, which no office program does."))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._room -= 1
        if self._room < 0 or len(self._path) > limits.DEPTH:
            raise BadXml(_("This part is far too large or too deeply nested. Take slides or pages out of the file."))
        node = Node(_local(name), {_local(key): value for key, value in attributes.items()})
        self._path[-1].children.append(node)
        self._path.append(node)

    def end(self, _name: str) -> None:
        self._path.pop()

    def data(self, text: str) -> None:
        self._path[-1].text += text


def _local(name: str) -> str:
    return name.rpartition("\n")[2]
