"""The key of an SQLite installation goes with its backup: without it no link that was sent opens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.backup.site import Site


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small database: one of nothing at all is none of ours, and no backup of it is put back."""
    site = _site(tmp_path_factory.mktemp("small"))
    assert site.run("migrate", "contenttypes").returncode == 0
    return _database(site)


@pytest.fixture
def here(small: Path, tmp_path: Path) -> Site:
    return _installation(small, tmp_path / "here")


@pytest.fixture
def elsewhere(small: Path, tmp_path: Path) -> Site:
    return _installation(small, tmp_path / "elsewhere")


def test_it_comes_back_with_the_database(here: Site, elsewhere: Site) -> None:
    file = _backed_up(here)
    key = _key(here).read_text()
    _backed_up(elsewhere)
    assert _key(elsewhere).read_text() != key
    done = elsewhere.run("restore", file, SECRET_KEY="")
    assert done.returncode == 0, done.stderr
    assert _key(elsewhere).read_text() == key
    assert "SECRET_KEY" not in done.stdout


def test_one_that_is_given_as_a_setting_stays_and_is_told(here: Site, elsewhere: Site) -> None:
    file = _backed_up(here)
    done = elsewhere.run("restore", file)
    assert done.returncode == 0, done.stderr
    assert "SECRET_KEY is set and is not that of the backup" in done.stdout
    assert not _key(elsewhere).exists()


def test_one_that_is_given_as_a_setting_is_not_in_the_backup(here: Site, elsewhere: Site) -> None:
    file = here.backed_up()
    _backed_up(elsewhere)
    key = _key(elsewhere).read_text()
    assert elsewhere.run("restore", file, SECRET_KEY="").returncode == 0
    assert _key(elsewhere).read_text() == key


def _installation(small: Path, folder: Path) -> Site:
    folder.mkdir()
    site = _site(folder)
    shutil.copy(small, _database(site))
    return site


def _site(folder: Path) -> Site:
    return Site(f"sqlite:///{folder / 'db.sqlite3'}", folder / "backups")


def _database(site: Site) -> Path:
    return site.folder.with_name("db.sqlite3")


def _key(site: Site) -> Path:
    return site.folder.with_name(".secret_key")


def _backed_up(site: Site) -> Path:
    """A backup by an installation that keeps its key itself."""
    assert site.run("backup", site.folder, SECRET_KEY="").returncode == 0
    [file] = site.files()
    return file
