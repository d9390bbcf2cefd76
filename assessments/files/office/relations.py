"""What the parts of an office file point to: nothing outside it, but for plain links that a reader may click."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Set
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from ..text import shorten
from .tree import Node

CLICKED = ("http", "https", "mailto")
ACTIVE = re.compile(
    "(oleobject|control|activexcontrolbinary|vbaproject|wordvbadata|afchunk|subdocument|frame|extensibility|"
    "attachedtoolbars|keymapcustomizations|mailmergesource|mailmergeheadersource|externallinkpath)$"
)


def relation_faults(part: str, tree: Node, parts: Set[str]) -> Iterable[tuple[str, str]]:
    """What is wrong with the relations of `part`, as (message, what was found)."""
    for node in tree.walk():
        if node.name != "Relationship":
            continue
        target, kind = node.get("Target"), node.get("Type")
        message = _about(part, node, kind.lower(), target, parts)
        if message:
            yield message, f"{kind.rpartition('/')[2]} {shorten(target)}"


def _about(part: str, node: Node, kind: str, target: str, parts: Set[str]) -> str:
    if ACTIVE.search(kind):
        return _("It refers to something that runs or is embedded. Take objects, controls and add-ins out of the file.")
    if node.get("TargetMode").lower() == "external":
        return _external(kind, target)
    path = _path(part, target)
    if path is None:
        return _("It refers to a part outside the file. Save the file again.")
    if path.lower() not in parts:
        return _("It refers to a part that is not there. Open the file, save it again and try once more.")
    return ""


def _external(kind: str, target: str) -> str:
    try:
        scheme = urlsplit(target.strip()).scheme.lower()
    except ValueError:
        scheme = ""
    if kind.endswith("/hyperlink"):
        plain = scheme in CLICKED or (not scheme and target.startswith("#"))
        return "" if plain else _("A link leads to something other than a web or mail address. Change or remove it.")
    return _("It loads something from outside the file. Break the link, or insert the picture or template itself.")


def _path(part: str, target: str) -> str | None:
    """The part a target of `part` (a `.rels`) means, None where it lies outside the file."""
    target = target.partition("#")[0]
    if "\\" in target or ":" in target:
        return None
    folder = posixpath.dirname(posixpath.dirname(part))
    path = posixpath.normpath(target if target.startswith("/") else f"{folder}/{target}")
    climbed = 0
    for piece in [] if target.startswith("/") else target.split("/"):
        climbed += piece == ".."
    depth = len([piece for piece in folder.split("/") if piece])
    return None if climbed > depth or path.startswith("..") else path.lstrip("/")
