"""A template that is safe, and that nothing can be built upon, is refused when it comes in."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from pptx import Presentation

from assessments.models import StyleFile
from tests.personas import World


def altered(made: Callable[[], object], pattern: bytes, by: str) -> bytes:
    """A template as its library makes it, with something of its XML replaced."""
    plain, changed = io.BytesIO(), io.BytesIO()
    made().save(plain)  # type: ignore[attr-defined]
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            xml = name.endswith(".xml") and not name.startswith("docProps")
            content = source.read(name)
            target.writestr(name, re.sub(pattern, by.encode(), content) if xml else content)
    return changed.getvalue()


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("pptx", altered(Presentation, rb'sz="\d+"', 'sz="²"')),
        ("pptx", altered(Presentation, rb'<a:off x="\d+"', '<a:off x="zz"')),
        ("docx", altered(Document, rb"<w:pgSz[^>]*>", '<w:pgSz w:w="zz" w:h="1"/>')),
    ],
    ids=["size", "place", "page"],
)
def test_it_is_refused_with_what_to_do(kind: str, content: bytes, world: World, consultant: Client) -> None:
    path = reverse("style_upload", args=[world.workspace.code, kind])
    answer = consultant.post(path, {f"file-{kind}": SimpleUploadedFile(f"house.{kind}", content)})
    assert answer.status_code == 422 and "save it again" in answer.content.decode()
    assert not StyleFile.objects.exists()


def test_a_sound_one_is_kept(world: World, consultant: Client) -> None:
    path = reverse("style_upload", args=[world.workspace.code, "pptx"])
    content = altered(Presentation, b"nothing", "")
    assert consultant.post(path, {"file-pptx": SimpleUploadedFile("house.pptx", content)}).status_code == 302
    assert StyleFile.objects.get().kind == "pptx"
