"""The report in other forms. A new form is one file and one row in RENDERERS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from ..document import ReportDocument


@dataclass(frozen=True, slots=True)
class Renderer:
    """A form of the report: its media type, and the module whose function of the same name turns a document to bytes.

    The module is imported at its first use: the typesetter alone weighs more than a page of the site.
    """

    content_type: str
    name: str

    def render(self, document: ReportDocument) -> bytes:
        """The document in this form."""
        function: Callable[[ReportDocument], bytes] = getattr(import_module(f"{__name__}.{self.name}"), self.name)
        return function(document)


RENDERERS = {
    "pdf": Renderer("application/pdf", "to_pdf"),
    "xlsx": Renderer("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "to_xlsx"),
    "json": Renderer("application/json", "to_json"),
}
