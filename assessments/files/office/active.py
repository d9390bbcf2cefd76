"""What an office file carries that runs: macros, controls, embedded objects, fields that fetch."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from .tree import Node

MACROS = re.compile(r"(^|/)(vbaproject|vbadata|vbaprojectsignature)[^/]*$", re.IGNORECASE)
CONTROLS = re.compile(r"(^|/)(activex|ctrlprops|customui)[^/]*(/|$)", re.IGNORECASE)
EMBEDDED = re.compile(r"(^|/)embeddings/", re.IGNORECASE)
FETCHES = re.compile(r"\s*(?:\\\s*)?(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|RD|DATABASE)\b", re.IGNORECASE)
RUNS = re.compile(r"ppaction://(program|macro|ole)", re.IGNORECASE)


def part_fault(name: str, content_type: str) -> str:
    """Why a part may not be there at all, or ""."""
    if MACROS.search(name) or "macroenabled" in content_type or "vbaproject" in content_type:
        return _("The file has macros. Save it without them, as “.pptx”, “.potx”, “.docx” or “.dotx”.")
    if CONTROLS.search(name) or "activex" in content_type:
        return _("The file has ActiveX controls or an add-in. Take them out.")
    if "oleobject" in content_type or (EMBEDDED.search(name) and not name.lower().endswith(".xlsx")):
        return _("The file has an embedded object. Replace it by a picture, or take it out.")
    return ""


def text_fault(tree: Node) -> str:
    """Why what stands in a part may not, or "": fields that fetch or call another program, links that start one."""
    said: list[str] = []
    for node in tree.walk():
        if node.name == "instrText":
            said.append(node.text)
        elif node.name == "fldChar":
            if node.get("fldCharType") == "begin":
                said.append("\n")
        elif RUNS.search(node.get("action")):
            return _("A link starts a program or a macro. Remove it.")
        if FETCHES.match(node.get("instr")):
            return _fetching()
    if any(map(FETCHES.match, "".join(said).split("\n"))):
        return _fetching()
    return ""


def _fetching() -> str:
    return _("A field fetches something from outside the file (such as INCLUDEPICTURE or DDE). Remove it.")
