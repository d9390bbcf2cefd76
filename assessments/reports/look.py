"""How a report looks and what its consultant adds to it: the house style of a workspace, and notes on its sections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SUMMARY = "summary"  # the note that stands right after the finding


@dataclass(frozen=True, slots=True)
class Note:
    """What a consultant wrote on a section, as plain text with line breaks.

    `basis` is the digest of the numbers it was written on, `stale` whether they have changed since (reports/basis.py).
    """

    text: str
    basis: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a report's documents; an empty field leaves ours.

    `name` stands on documents in place of the workspace's, `accent` is "#rrggbb", `sections` are the ids of the
    sections to show in their order, () for ours, `logo_png` and the templates are files already made safe. `logo` is
    the digest of the logo, which a page needs and not its bytes. `notes` are what was written on sections by their id,
    on the whole report under SUMMARY. A document carries its own order and notes: they are what was valid for it.
    """

    name: str = ""
    accent: str = ""
    logo_png: bytes | None = None
    cover_line: str = ""
    footer: str = ""
    sections: tuple[str, ...] = ()
    pptx_template: bytes | None = None
    docx_template: bytes | None = None
    notes: Mapping[str, Note] = field(default_factory=dict)
    logo: str = ""


OURS = Look()
