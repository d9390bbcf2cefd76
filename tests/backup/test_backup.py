"""A backup is made while people work, is whole, and comes back whole; on both databases."""

from __future__ import annotations

import json
import shutil
import stat
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.db.utils import ConnectionHandler
from environs import Env

from assessments.models import Company
from cxmaturity.backup import Refused, back_up, restore
from cxmaturity.backup.postgres import surroundings
from cxmaturity.environment import database
from tests.backup.site import Site, empty_site, site_of_this_test
from tests.commands.running import run_here
from tests.personas import World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def site(world: World, tmp_path: Path) -> Site:
    return site_of_this_test(tmp_path)


@pytest.fixture
def empty(site: Site, tmp_path: Path) -> Iterator[Site]:
    with empty_site(tmp_path / "new") as made:
        yield made


def test_it_comes_back_on_a_new_machine_and_in_place_of_what_is_there(site: Site, empty: Site) -> None:
    file = site.backed_up()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    empty.folder.mkdir(parents=True)
    moved = Path(shutil.copy(file, empty.folder))

    first = empty.run("restore", moved)
    assert first.returncode == 0, first.stderr
    assert "What was there before" not in first.stdout
    assert empty.companies() == {"Harbour Retail"}
    assert empty.run("migrate", "--check").returncode == 0

    empty.ask("UPDATE assessments_company SET name = 'Typed since then'")
    again = empty.run("restore", moved)
    assert again.returncode == 0, again.stderr
    assert empty.companies() == {"Harbour Retail"}
    [before] = set(empty.files()) - {moved}
    assert str(before) in again.stdout

    assert empty.run("restore", before).returncode == 0
    assert empty.companies() == {"Typed since then"}


def test_people_work_on_while_it_is_made(site: Site) -> None:
    stop, stored = threading.Event(), []

    def work() -> None:
        for number in range(100_000):
            if stop.is_set():
                return
            site.ask(f"UPDATE assessments_company SET name = 'Harbour {number}'")
            stored.append(number)

    worker = threading.Thread(target=work)
    worker.start()
    while not stored:
        time.sleep(0.01)
    sure = stored[-1]
    file = site.backed_up()
    made = len(stored)
    stop.set()
    worker.join()
    assert made > sure + 1  # nobody has waited for it
    assert site.run("restore", file).returncode == 0
    [name] = site.companies()
    assert sure <= int(name.removeprefix("Harbour ")) <= made


def test_a_server_that_runs_is_not_pulled_from_under_its_people(site: Site) -> None:
    file = site.backed_up()
    site.ask("UPDATE assessments_company SET name = 'Typed since then'")
    with site.open() as server:
        assert server.execute("SELECT count(*) FROM assessments_company").fetchone() == (1,)
        server.rollback()
        done = site.run("restore", file)
    assert done.returncode == 2
    assert "stop the server" in done.stderr
    assert site.companies() == {"Typed since then"}
    assert site.files() == [file]


def from_a_newer_version(file: Path) -> None:
    _edit(file, migrations=[*_about(file)["migrations"], "assessments.9999_from_tomorrow"])


def of_another_kind(file: Path) -> None:
    _edit(file, database="oracle")


def of_a_later_form(file: Path) -> None:
    _edit(file, format="cxmaturity-backup/9")


def of_no_database(file: Path) -> None:
    _edit(file, "nothing that a database knows")


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-200])


def a_byte_changed(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def bytes_that_cannot_be_unpacked(file: Path) -> None:
    data = bytearray(file.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 2000] = b"\xff" * 2000
    file.write_bytes(data)


def encrypted(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(data)


def of_nothing(file: Path) -> None:
    _edit(file, "")


def of_numbers(file: Path) -> None:
    _edit(file, migrations=[1, 2])


def something_else(file: Path) -> None:
    file.write_text("respondent,group,practice,answer\n")


def gone(file: Path) -> None:
    file.unlink()


NO_DATABASE = "says of the backup" if connection.vendor == "sqlite" else "syntax error"
NOT_WHOLE = "no backup of CX Maturity, or not a whole one"
SPOILT: tuple[tuple[Callable[[Path], None], str], ...] = (
    (from_a_newer_version, "assessments.9999_from_tomorrow: upgrade first"),
    (of_another_kind, "one of oracle"),
    (of_a_later_form, "cxmaturity-backup/9"),
    (of_no_database, NO_DATABASE),
    (cut_short, NOT_WHOLE),
    (a_byte_changed, NOT_WHOLE),
    (bytes_that_cannot_be_unpacked, NOT_WHOLE),
    (encrypted, NOT_WHOLE),
    (of_nothing, "django_migrations"),
    (of_numbers, "1, 2: upgrade first"),
    (something_else, NOT_WHOLE),
    (gone, "No such file"),
)


def test_what_does_not_fit_changes_nothing(world: World, tmp_path: Path) -> None:
    """In this process: that the command says so, and leaves with 2, is shown above."""
    file = back_up(tmp_path).file
    whole = file.read_bytes()
    Company.objects.update(name="Typed since then")
    for spoil, said in SPOILT:
        file.write_bytes(whole)
        spoil(file)
        with pytest.raises((Refused, RuntimeError, OSError)) as refused:
            restore(file)
        assert said in str(refused.value), spoil
        assert Company.objects.get().name == "Typed since then", spoil
        assert [each for each in tmp_path.glob("*") if each.suffix != ".zip"] == [], spoil


def test_what_the_address_says_holds_for_the_programs_of_postgresql_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that must prove who it is must do so here as well, or it is sent the password unproven."""
    address = "postgresql://cx:p%40ss@db.example.com:6432/maturity?sslmode=verify-full&sslrootcert=/etc/ssl/ours.pem"
    monkeypatch.setenv("DATABASE_URL", address)
    at = surroundings(ConnectionHandler({"default": database(Env(), Path())})["default"])
    assert (at["PGHOST"], at["PGPORT"], at["PGUSER"]) == ("db.example.com", "6432", "cx")
    assert (at["PGPASSWORD"], at["PGDATABASE"]) == ("p@ss", "maturity")
    assert (at["PGSSLMODE"], at["PGSSLROOTCERT"]) == ("verify-full", "/etc/ssl/ours.pem")


def test_the_newest_are_kept_and_nothing_else_is_touched(site: Site) -> None:
    other = site.folder / "notes.zip"
    site.folder.mkdir()
    other.write_text("not ours")
    made = [back_up(site.folder).file, back_up(site.folder).file, site.backed_up("--keep", "9")]
    done = site.run("backup", site.folder, "--keep", "2")
    assert "removed 2 older" in done.stdout
    left = site.files()
    assert len(left) == 3
    assert {other, made[-1]} < set(left)
    assert not set(made[:2]) & set(left)


@pytest.mark.parametrize(
    ("arguments", "said"), [(["--keep", "0"], "--keep must be at least 1"), ([], "backups: File exists")]
)
def test_a_folder_that_is_none_is_named(arguments: list[str], said: str, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file")
    done = run_here(tmp_path, "backup", "backups", *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def _about(file: Path) -> dict[str, object]:
    with zipfile.ZipFile(file) as archive:
        return dict(json.loads(archive.read("about.json")))


def _edit(file: Path, content: str | None = None, **changes: object) -> None:
    about = {**_about(file), **changes}
    with zipfile.ZipFile(file) as archive:
        database = archive.read("database") if content is None else content.encode()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("about.json", json.dumps(about))
        archive.writestr("database", database)
