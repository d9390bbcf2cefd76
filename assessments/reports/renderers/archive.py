"""Every document of a report in one ZIP. The same documents give the same bytes, and one file is held at a time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from . import RENDERERS

if TYPE_CHECKING:
    from ..document import ReportDocument
    from ..look import Look

CONTENT_TYPE = "application/zip"
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+')
LONGEST, MOST_BYTES = 90, 180  # of each part of a name: most systems take 255 bytes for the whole
EARLIEST, LATEST = 1980, 2107  # the years that a ZIP can tell
READABLE = 0o644 << 16
SHRINKS = ("pdf", "json")  # the others are packed already


def write_archive(
    file: IO[bytes],
    reports: Iterable[tuple[ReportDocument, Look]],
    folders: bool = False,
    results: Mapping[str, bytes] | None = None,
) -> None:
    """Writes all documents of each report into `file`; with `folders` each language has its own.

    `results` are the JSON of a milestone by language, as they were written then.
    """
    with ZipFile(file, "w") as archive:
        for document, look in reports:
            for name, content in _files(document, look, (results or {}).get(document.language)):
                archive.writestr(entry_of(document, f"{document.language}/{name}" if folders else name), content)


def _files(document: ReportDocument, look: Look, result: bytes | None) -> Iterable[tuple[str, bytes]]:
    """Each form with its name; the groups’ pages one by one, none where no group may be shown."""
    for kind, renderer in RENDERERS.items():
        if kind == "groups-pdf":
            for page in document.groups:
                name = file_name(document, page.name, renderer.extension)
                yield name, renderer.render(replace(document, groups=(page,)), look)
        else:
            yield (
                file_name(document, document.words.get(renderer.part, ""), renderer.extension),
                result if kind == "json" and result else renderer.render(document, look),
            )


def entry_of(document: ReportDocument, name: str) -> ZipInfo:
    """What the ZIP says of a file: made on the day of the assessment, readable for everybody."""
    day = document.facts.held_on
    entry = ZipInfo(name, (min(LATEST, max(EARLIEST, day.year)), day.month, day.day, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED if name.endswith(SHRINKS) else ZIP_STORED
    entry.external_attr, entry.create_system = READABLE, 3
    return entry


def file_name(document: ReportDocument, part: str, extension: str) -> str:
    """A name that says what is in a file, and that every system can keep: company, assessment, part."""
    facts = document.facts
    named = " ".join(each for each in (facts.company or document.title, facts.title) if each)
    return named_file(named if safe_name(named) else document.title, part, extension)


def named_file(named: str, part: str, extension: str) -> str:
    """The same of what a report is called."""
    return f"{' - '.join(each for each in (safe_name(named), safe_name(part)) if each)}.{extension}"


def safe_name(text: str) -> str:
    """`text` without what a file’s name may not hold, no longer than names may be: a Chinese letter is three bytes."""
    cut = allowed_in_names(text)[:LONGEST].encode()[:MOST_BYTES].decode(errors="ignore")
    return cut.strip(". ")


def allowed_in_names(text: str) -> str:
    """`text` without what some system would not take in the name of a file, or what would turn a name around."""
    plain = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    return " ".join(FORBIDDEN.sub(" ", plain).split())
