"""A checked office file written anew: only its parts, a template turned into a document."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from .kinds import KINDS, TYPES

MADE = (1980, 1, 1, 0, 0, 0)


def repacked(parts: Mapping[str, bytes], kind: str) -> bytes:
    """The parts as a file of this kind. The same parts give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(parts.items(), key=lambda each: (each[0] != TYPES, each[0])):
            entry = zipfile.ZipInfo(name, MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _document(content, kind) if name == TYPES else content)
    return target.getvalue()


def _document(types: bytes, kind: str) -> bytes:
    """The list of content types, with the main part a finished document."""
    about = KINDS[kind]
    before = "|".join(map(re.escape, about.accepted))
    text = types.decode("utf-16" if types[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    text = re.sub(r'\A(<\?xml[^>]*encoding=["\'])[^"\']+', r"\1UTF-8", text, count=1)
    return re.sub(f"([\"'])(?:{before})([\"'])", rf"\1{about.becomes}\2", text).encode()
