"""The report in other forms. A new form is one file and one row in RENDERERS.

Who adds a form writes a module here with a function of the same name, `to_form(document, look) -> bytes`, and gives it
a row: its kind is what stands in addresses (`report.<kind>`) and, with two dashes, on the command line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module

from ..document import ReportDocument
from ..look import OURS, Look

OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class Renderer:
    """A form of the report: its media type, the end of its files’ names, and the module that makes it.

    The module is imported at its first use: the typesetter alone weighs more than a page of the site. `bare`: the form
    has no look, and its function takes the document alone. `part` is the key of the word that a short form adds to the
    names of its files, `about` what the command line says of it.
    """

    content_type: str
    extension: str
    name: str
    bare: bool = False
    part: str = ""
    about: str = ""

    def render(self, document: ReportDocument, look: Look | None = None) -> bytes:
        """The document in this form, in the look of a house; in ours where none is given.

        Order and notes are always those of the document, whatever the look says of them.
        """
        function: Callable[..., bytes] = getattr(import_module(f"{__name__}.{self.name}"), self.name)
        used = replace(look or OURS, sections=document.order, notes=document.notes)
        return function(document) if self.bare else function(document, used)


RENDERERS = {
    "pdf": Renderer("application/pdf", "pdf", "to_pdf"),
    "board-pdf": Renderer("application/pdf", "pdf", "to_board_pdf", part="file_board", about="two pages for a board"),
    "groups-pdf": Renderer(
        "application/pdf", "pdf", "to_groups_pdf", part="file_groups", about="a page for each group"
    ),
    "pptx": Renderer(f"{OFFICE}presentationml.presentation", "pptx", "to_pptx"),
    "docx": Renderer(f"{OFFICE}wordprocessingml.document", "docx", "to_docx"),
    "xlsx": Renderer(f"{OFFICE}spreadsheetml.sheet", "xlsx", "to_xlsx"),
    "json": Renderer("application/json", "json", "to_json", bare=True, about="the result as JSON"),
}
