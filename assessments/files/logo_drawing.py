"""A logo drawn as SVG: refused where it does more than draw."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from .office.tree import BadXml, Node, parse

BYTES = 1024 * 1024
ELEMENTS = 5_000
USES = 200  # copies of copies of copies are how a small drawing becomes an endless one
ACTIVE = frozenset(
    (
        "script", "foreignobject", "iframe", "object", "embed", "handler", "listener", "animate", "set", "audio",
        "video", "filter",
    )
)  # fmt: skip
PLAIN_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*>")
REACHES_OUT = re.compile(
    r"@import|url\(\s*['\"]?\s*(?!#|data:image/(?:png|jpeg))|expression\(|javascript:", re.IGNORECASE
)
EMBEDDED = ("#", "data:image/png", "data:image/jpeg")


class LogoRefused(Exception):
    """Why a file is not taken as a logo, for the person who sent it."""


def checked_drawing(content: bytes) -> bytes:
    """The drawing without its document type, fit to be turned into pixels. Raises LogoRefused."""
    clean = _without_doctype(content)
    try:
        fault = _fault(parse(clean, ELEMENTS)) if len(clean) <= BYTES else _too_much()
    except BadXml as error:
        raise LogoRefused(_("This drawing cannot be read safely: %(reason)s") % {"reason": error}) from error
    if fault:
        raise LogoRefused(fault)
    return clean


def _without_doctype(content: bytes) -> bytes:
    """Looks at the first mark of one only: a drawing full of them would be searched to its end from each."""
    found = PLAIN_DOCTYPE.match(content, max(content.find(b"<!DOCTYPE"), 0))
    return content[: found.start()] + content[found.end() :] if found else content


def _fault(root: Node) -> str:
    """Why a drawing is refused, or ""."""
    uses = 0
    for node in root.walk():
        uses += node.name.lower() == "use"
        if node.name.lower() in ACTIVE or any(key.lower().startswith("on") for key in node.attributes):
            return _(
                "This drawing has a script, an animation, a filter or a page inside it (<%(name)s>). Save it as a PNG "
                "picture and send that."
            ) % {"name": node.name}
        if node.name.lower() in ("text", "tspan"):
            return _("This drawing has letters that need a font. Turn them into outlines, or save it as a PNG picture.")
        if _reaches_out(node):
            return _(
                "This drawing loads something from elsewhere. Put it into the drawing, or save it as a PNG picture."
            )
    return _too_much() if uses > USES else ""


def _reaches_out(node: Node) -> bool:
    link = node.get("href").strip().lower()
    said = [*node.attributes.values(), node.text if node.name.lower() == "style" else ""]
    return (bool(link) and not link.startswith(EMBEDDED)) or any(map(REACHES_OUT.search, said))


def _too_much() -> str:
    return _("This drawing has far more in it than a logo. Save it as a PNG picture and send that.")
