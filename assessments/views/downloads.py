"""The one door by which files leave: to be kept by whoever asked for them, and by no cache, the browser’s included."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from ..reports.renderers.archive import allowed_in_names

CSV = "text/csv; charset=utf-8"
SVG = "image/svg+xml"


def file_headers(name: str) -> dict[str, str]:
    """The headers of a file called `name`, any text."""
    return {
        "Content-Disposition": content_disposition_header(True, allowed_in_names(name)) or "attachment",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store, private",
    }


def as_file(content: bytes, content_type: str, name: str) -> HttpResponse:
    """A file that is whole."""
    return HttpResponse(content, content_type=content_type, headers=file_headers(name))


def as_stream(chunks: Iterable[str], content_type: str, name: str) -> StreamingHttpResponse:
    """A file that is sent while it is made."""
    return StreamingHttpResponse(chunks, content_type=content_type, headers=file_headers(name))
