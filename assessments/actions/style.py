"""What a consultancy does to the look of its documents."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.db import transaction

from ..models import HouseStyle, StyleFile, User, Workspace
from ..queries.style import style_of
from .audit import record
from .meanwhile import MeanwhileChanged, still_as_read

TYPES = {
    "logo": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
SAID = ("name", "accent", "cover_line", "footer", "sections")


@transaction.atomic
def save_style(*, user: User, workspace: Workspace, read: HouseStyle, said: Mapping[str, Any]) -> None:
    """Keep name, accent, cover line and footer, and the order of all sections, those left out marked.

    Raises MeanwhileChanged where somebody else has changed the style since it was `read`.
    """
    Workspace.objects.select_for_update().get(pk=workspace.pk)  # of two first styles one comes after the other
    row, wanted = style_of(workspace), {name: said[name] for name in SAID}
    still_as_read(row, read, wanted)
    for name, value in wanted.items():
        setattr(row, name, value)
    row.save()
    record("style-saved", workspace, actor=user)


@transaction.atomic
def reset_style(*, user: User, workspace: Workspace) -> None:
    """Give the workspace our look again; its logo and templates go too."""
    styles, _styles = HouseStyle.objects.filter(workspace=workspace).delete()
    files, _files = StyleFile.objects.filter(workspace=workspace).delete()
    if styles or files:
        record("style-reset", workspace, actor=user)


@transaction.atomic
def save_style_file(
    *, user: User, workspace: Workspace, kind: str, name: str, content: bytes, seen: str | None = None
) -> None:
    """Keep a file that was made safe in place of the one there was: the logo as PNG, a template.

    `seen` is the digest of the file that was there when it was chosen, empty where there was none. Raises
    MeanwhileChanged where another is there now.
    """
    digest = sha256(content).hexdigest()
    _as_seen(workspace, kind, seen, digest)
    told = {"name": name[:200], "content_type": TYPES[kind], "content": content, "digest": digest}
    StyleFile.objects.update_or_create(workspace=workspace, kind=kind, defaults=told)
    record("style-file-saved", workspace, actor=user, detail={"file": name[:200]})


@transaction.atomic
def remove_style_file(*, user: User, workspace: Workspace, kind: str, seen: str | None = None) -> None:
    """Remove a file; nothing happens where there is none. Raises MeanwhileChanged where it is not the one `seen`."""
    found = _as_seen(workspace, kind, seen, "")
    if found:
        found.delete()
        record("style-file-removed", workspace, actor=user, detail={"file": found.name})


def _as_seen(workspace: Workspace, kind: str, seen: str | None, wanted: str) -> StyleFile | None:
    """The file that is there, which is the one `seen` or the one `wanted`, by their digests."""
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    found = StyleFile.objects.filter(workspace=workspace, kind=kind).defer("content").first()
    if seen is not None and (found.digest if found else "") not in (seen, wanted):
        raise MeanwhileChanged
    return found
