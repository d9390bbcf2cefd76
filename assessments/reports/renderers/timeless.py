"""Office files without the hour at which they were packed: the same document gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def timeless(content: bytes) -> bytes:
    """The same parts in the same order, all of the first day that a ZIP can tell."""
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as told, ZipFile(buffer, "w", ZIP_DEFLATED) as made:
        for each in told.infolist():
            entry = ZipInfo(each.filename, FIRST_DAY)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            made.writestr(entry, told.read(each))
    return buffer.getvalue()
