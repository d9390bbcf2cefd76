"""An office file unpacked with care: sizes as declared and as they are, names that stay inside, no locks."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib

from django.utils.translation import gettext as _

from ..problems import Place, Problems
from . import limits

OLD = b"\xd0\xcf\x11\xe0"
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ESCAPES = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(^|/)\.\.?(/|$)|[\x00-\x1f]")
MEGABYTE = 1024 * 1024
CHUNK = 1 << 16


def unpacked(content: bytes, place: Place, problems: Problems) -> dict[str, bytes]:
    """The parts by name; none after noting why the file is not opened."""
    message = _refusal(content)
    if message:
        problems.add(place, message)
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [each for each in archive.infolist() if not each.is_dir()]
            _check(entries, place, problems)
            problems.raise_any()
            return _read(archive, entries, place, problems)
    # NotImplementedError is what zipfile raises for a compression it does not know, RuntimeError for a password.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        problems.add(place, _("This file is damaged. Open it, save it again and try once more."))
        return {}


def _refusal(content: bytes) -> str:
    if len(content) > limits.FILE_BYTES:
        most = limits.FILE_BYTES // MEGABYTE
        return _("The file is larger than %(most)d MB. Take out pictures and sample pages.") % {"most": most}
    if content.startswith(OLD):
        return _("This file has a password or is of an old kind. Save it without a password, as “.pptx” or “.docx”.")
    if not content.startswith(b"PK\x03\x04"):
        return _("This is not an office file. Choose a template that PowerPoint or Word has saved.")
    return ""


def _check(entries: list[zipfile.ZipInfo], place: Place, problems: Problems) -> None:
    """What the list of parts gives away, before any of them is unpacked."""
    most = limits.UNPACKED_BYTES // MEGABYTE
    if len(entries) > limits.PARTS:
        problems.add(place, _("The file has more than %(most)d parts. Take slides out.") % {"most": limits.PARTS})
    if sum(entry.file_size for entry in entries) > limits.UNPACKED_BYTES:
        problems.add(place, _("The file unpacks to more than %(most)d MB, as no template does.") % {"most": most})
    seen: set[str] = set()
    for entry in entries:
        message = _about(entry, seen)
        seen.add(entry.filename.lower())
        if message:
            problems.add(Place(place.file, entry=entry.filename), message)


def _about(entry: zipfile.ZipInfo, seen: set[str]) -> str:
    """What is wrong with an entry, or ""."""
    if ESCAPES.search(entry.orig_filename) or stat.S_ISLNK(entry.external_attr >> 16):
        return _("This part’s name leads out of the file, which no office program writes. Save the file again.")
    if entry.filename.lower() in seen:
        return _("This part is there twice, which no office program writes. Save the file again.")
    if entry.flag_bits & 0x41:
        return _("This part has a password. Save the file without one.")
    if entry.compress_type not in METHODS:
        return _("This part is packed in a way office programs do not use. Save the file again.")
    if entry.file_size > limits.SMALL and entry.file_size > limits.RATIO * max(1, entry.compress_size):
        return _("This part packs more than %(most)d to one, as only files made to burst do.") % {"most": limits.RATIO}
    return ""


def _read(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], place: Place, problems: Problems
) -> dict[str, bytes]:
    """Every part as it really is: a part that grows past the limit is not read to its end."""
    parts: dict[str, bytes] = {}
    room = limits.UNPACKED_BYTES
    for entry in entries:
        pieces = []
        with archive.open(entry) as source:
            while piece := source.read(CHUNK):
                room -= len(piece)
                pieces.append(piece)
                if room < 0:
                    problems.add(place, _("The file unpacks to more than it says. Save it again."))
                    return {}
        parts[entry.filename] = b"".join(pieces)
    return parts
