"""All documents of a report as one download."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from django.http import FileResponse
from django.utils.translation import override

from ...reports.build import build
from ...reports.document import ReportDocument
from ...reports.look import Look
from ...reports.renderers.archive import CONTENT_TYPE, file_name, write_archive
from ...reports.source import Source
from ..downloads import file_headers

IN_MEMORY = 8 * 1024 * 1024  # bytes; what is larger lies on the disk until it is sent


def archive_response(source_in: Callable[[str], Source], languages: Sequence[str]) -> FileResponse:
    """Every document in these languages; sent piece by piece, and the file is gone afterwards."""

    def made() -> Iterable[tuple[ReportDocument, Look]]:
        for language in languages:
            with override(language):
                source = source_in(language)
                yield build(source), source.look

    return archive_of(made(), folders=len(languages) > 1)


def archive_of(
    made: Iterable[tuple[ReportDocument, Look]], *, folders: bool, results: Mapping[str, bytes] | None = None
) -> FileResponse:
    """The same of finished documents; `results` as in `write_archive`."""
    name = ""

    def named() -> Iterable[tuple[ReportDocument, Look]]:
        nonlocal name
        for document, look in made:
            name = name or file_name(document, "", "zip")
            yield document, look

    file = cast(IO[bytes], SpooledTemporaryFile(max_size=IN_MEMORY))  # noqa: SIM115 - the response closes it
    write_archive(file, named(), folders, results)
    size = file.tell()
    file.seek(0)
    headers = {**file_headers(name), "Content-Length": str(size)}
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT_TYPE, headers=headers)
