"""The one door by which files leave: to be kept by whoever asked for them, and by no cache, the browser’s included."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import override

from ..files.text import guarded, one_line
from ..reports.renderers.archive import allowed_in_names
from ..words.reader import reader_language

CSV = "text/csv; charset=utf-8"
JSON = "application/json"
SVG = "image/svg+xml"
BOM = "\ufeff"  # before CSV: spreadsheets take it for another encoding without


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


def as_stream(lines: Iterable[str], content_type: str, name: str) -> StreamingHttpResponse:
    """A file that is sent while it is made: in the language of the request, which is over by then."""
    spoken = _spoken(lines, reader_language())
    return StreamingHttpResponse(spoken, content_type=content_type, headers=file_headers(name))


def _spoken(lines: Iterable[str], language: str) -> Iterator[str]:
    with override(language):
        yield from lines


def csv_line(cells: Iterable[object], tidy: Callable[[str], str] = one_line) -> str:
    """One line of CSV; no text in it begins a formula, while a negative number stays one. None is empty."""
    line = io.StringIO()
    csv.writer(line).writerow(guarded(tidy(each)) if isinstance(each, str) else each for each in cells)
    return line.getvalue()
