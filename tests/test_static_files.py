"""The files the server sends: one stylesheet, every name hashed, nothing missing, nothing too big."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.management import call_command
from django.test import override_settings

USED = re.compile(r"""\{% static ['"]([^'"]+)['"]""")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The static files as a deployment collects them."""
    folder = tmp_path_factory.mktemp("static")
    backend = {"BACKEND": "cxmaturity.storage.BundledStaticFilesStorage"}
    with override_settings(STATIC_ROOT=folder, STORAGES={**settings.STORAGES, "staticfiles": backend}):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


def manifest(root: Path) -> dict[str, str]:
    storage = ManifestStaticFilesStorage(location=root, base_url="/static/")
    return dict(storage.load_manifest()[0])


def test_the_stylesheet_is_one_file(root: Path) -> None:
    sheet = (root / manifest(root)["css/theme.css"]).read_text()
    assert "@import" not in sheet
    assert "sourceMappingURL" not in sheet
    assert sheet.index("@layer bootstrap, tokens, base, layout, components, figures, print;") < sheet.index(".btn")
    for part in ("--cx-paper", ".cx-top", ".cx-anchor", ".cx-layer-track", "@page"):
        assert part in sheet
    assert not list(root.glob("css/base*")), "the parts are not sent"


def test_the_layers_hold_everything(root: Path) -> None:
    """A rule outside the layers would beat every layer."""
    depth, outside = 0, []
    sheet = re.sub(r"/\*.*?\*/|\"[^\"]*\"", "", (root / "css/theme.css").read_text(), flags=re.S)
    for piece in re.split(r"([{}])", sheet):
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth -= 1
        elif depth == 0 and piece.strip():
            outside.append(piece.split(";")[-1].strip())
    assert depth == 0
    assert [each for each in outside if each and not each.startswith("@layer")] == []


def test_every_value_that_a_rule_names_is_set(root: Path) -> None:
    """A name that nothing sets, and that has nothing in its place, makes a browser pass over the whole line."""
    sheet = (root / "css/theme.css").read_text()
    named = set(re.findall(r"var\((--(?!bs-)[\w-]+)\)", sheet))
    assert named - set(re.findall(r"(--[\w-]+)\s*:", sheet)) == set()


def test_every_file_that_templates_name_is_there(root: Path) -> None:
    names = manifest(root)
    for template in (settings.BASE_DIR / "templates").rglob("*.html"):
        for name in USED.findall(template.read_text()):
            assert name in names, f"{template.name} names {name}"
            assert (root / names[name]).is_file()


def test_it_is_compressed_and_small(root: Path) -> None:
    sheet = root / manifest(root)["css/theme.css"]
    assert Path(f"{sheet}.gz").is_file()
    assert Path(f"{sheet}.br").stat().st_size < 46_000  # of the 100 KB that a page may weigh with all it loads
