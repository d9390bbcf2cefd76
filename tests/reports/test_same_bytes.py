"""The same report is the same file, in every form and in a house’s own templates: whenever and wherever it is made."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from zipfile import ZipFile

import pytest

from assessments.reports.look import Look
from assessments.reports.renderers import RENDERERS

from .pptx_templates import template as slides
from .second_round import SECOND, second_round
from .test_to_docx_house import template as pages

OFFICE = ("pptx", "docx", "xlsx")
ELSEWHERE = """
import django
django.setup()
from tests.reports.test_same_bytes import digests
for form, digest in digests():
    print(form, digest)
"""


def made() -> Iterator[tuple[str, bytes]]:
    """Every form in our look, and the forms that a house may lay out in a template of its own."""
    document = second_round("zh-hant")
    for kind, renderer in RENDERERS.items():
        yield kind, renderer.render(document)
    house = Look(pptx_template=slides(), docx_template=pages("{{report}}"))
    for kind in ("pptx", "docx"):
        yield f"house-{kind}", RENDERERS[kind].render(document, house)


def digests() -> Iterator[tuple[str, str]]:
    return ((form, sha256(content).hexdigest()) for form, content in made())


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(made())


def test_another_process_at_another_hour_in_another_zone_makes_the_same(files: dict[str, bytes]) -> None:
    there = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland"}
    there.setdefault("DJANGO_SETTINGS_MODULE", "cxmaturity.settings")
    done = subprocess.run([sys.executable, "-c", ELSEWHERE], env=there, check=True, capture_output=True, text=True)
    assert dict(line.split() for line in done.stdout.splitlines()) == {
        form: sha256(content).hexdigest() for form, content in files.items()
    }


@pytest.mark.parametrize("kind", OFFICE)
def test_nothing_in_an_office_file_tells_when_it_was_packed(files: dict[str, bytes], kind: str) -> None:
    parts = dict(inside(files[kind]))
    assert {each.date_time for each, _content in parts.values()} == {(1980, 1, 1, 0, 0, 0)}
    books = [name for name in parts if name.count("docProps/core.xml")]
    assert len(books) == (1 if kind != "pptx" else 1 + sum(name.endswith(".xlsx") for name in parts))
    for name in books:
        assert f">{SECOND}T00:00:00Z<" in parts[name][1].decode(), name


def inside(content: bytes, of: str = "") -> Iterator[tuple[str, tuple[object, bytes]]]:
    """The parts of a file, and those of the workbooks behind its charts."""
    with ZipFile(io.BytesIO(content)) as file:
        for each in file.infolist():
            part = file.read(each)
            yield of + each.filename, (each, part)
            if each.filename.endswith(".xlsx"):
                yield from inside(part, f"{each.filename}/")
