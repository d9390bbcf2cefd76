"""Whether a presentation has what slides are made from."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from .tree import Node

LAYOUT = re.compile(r"^ppt/slidelayouts/[^/]+\.xml$", re.IGNORECASE)
MASTER = re.compile(r"^ppt/slidemasters/[^/]+\.xml$", re.IGNORECASE)


def layout_fault(trees: Mapping[str, Node]) -> str:
    """What is missing for slides to be made, or ""."""
    layouts = [tree for name, tree in trees.items() if LAYOUT.match(name)]
    if not layouts or not any(map(MASTER.match, trees)):
        return _("The template has no slide layouts. Add a slide master with at least one layout.")
    if not any(map(_has_title, layouts)):
        return _("No layout of the template has a title. Add a layout with a title placeholder, such as “Title Only”.")
    return ""


def _has_title(tree: Node) -> bool:
    return any(node.name == "ph" and node.get("type") in ("title", "ctrTitle") for node in tree.walk())
