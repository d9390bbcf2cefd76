"""A report that leads nowhere: as it was kept, or as it is shared. Its numbers are not opened down to answers."""

from __future__ import annotations

from django.template.loader import render_to_string

from ...reports.document import ReportDocument


def still_body(document: ReportDocument, logo: str = "", house: str = "") -> bytes:
    """The sections of a report as HTML without a link from any number; `logo` is the address of that of the `house`."""
    context = {"document": document, "number_urls": "", "notes_url": "", "logo": logo}
    return render_to_string("report/body.html", context | {"author": house or document.facts.prepared_by}).encode()
