"""What an office file says it is, and what it becomes: a template becomes a document of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..problems import Place, Problems
from .tree import Node

BASE = "application/vnd.openxmlformats-officedocument."
TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of office file: its main part, what that part is when it is finished, and what it may be before."""

    main: str
    becomes: str
    accepted: tuple[str, ...]


KINDS = {
    "pptx": Kind(
        "ppt/presentation.xml",
        f"{BASE}presentationml.presentation.main+xml",
        tuple(f"{BASE}presentationml.{each}.main+xml" for each in ("presentation", "template", "slideshow")),
    ),
    "docx": Kind(
        "word/document.xml",
        f"{BASE}wordprocessingml.document.main+xml",
        tuple(f"{BASE}wordprocessingml.{each}.main+xml" for each in ("document", "template")),
    ),
}


def declared(types: Node) -> tuple[dict[str, str], dict[str, str]]:
    """The content types by part and by ending, all in small letters, of the part that lists them."""
    parts, endings = {}, {}
    for node in types.walk():
        said = node.get("ContentType").lower()
        if node.name == "Override":
            parts[node.get("PartName").lstrip("/").lower()] = said
        elif node.name == "Default":
            endings[node.get("Extension").lower()] = said
    return parts, endings


def type_of(name: str, parts: Mapping[str, str], endings: Mapping[str, str]) -> str:
    """The content type of a part, "" where none is declared."""
    return parts.get(name.lower()) or endings.get(name.rpartition(".")[2].lower(), "")


def check_kind(kind: str, parts: Mapping[str, str], place: Place, problems: Problems) -> None:
    """Notes where the file is not of this kind. That it may carry macros is noted elsewhere."""
    wanted = KINDS[kind]
    found = parts.get(wanted.main, "")
    if found in wanted.accepted or "macroenabled" in found:
        return
    other = next((each for each, about in KINDS.items() if each != kind and parts.get(about.main)), "")
    messages = {
        ("pptx", "docx"): _("This is a Word document. Choose a PowerPoint file (.pptx or .potx)."),
        ("docx", "pptx"): _("This is a PowerPoint file. Choose a Word document (.docx or .dotx)."),
        ("pptx", ""): _("This is not a PowerPoint file. Save it as “.pptx” or “.potx” and try again."),
        ("docx", ""): _("This is not a Word document. Save it as “.docx” or “.dotx” and try again."),
    }
    problems.add(place, messages[kind, other])
