"""What every test stands on: our settings without hashed file names, no network, and marks by what a test uses."""

from __future__ import annotations

import gc
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import databases

pytest_plugins = ["tests.standing", "tests.personas", "tests.profiles", "tests.versions"]

DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "client", "django_db_setup"}
LOOPBACK = ("127.0.0.1", "::1", "localhost")


@pytest.fixture(autouse=True, scope="session")
def _plain_static_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test waits for `collectstatic`; tests/test_static_files.py makes its own."""
    from django.conf import settings  # noqa: PLC0415 - settings are ready only now

    kept, kept_root = settings.STORAGES, settings.STATIC_ROOT
    settings.STATIC_ROOT = tmp_path_factory.mktemp("static")
    settings.STORAGES = {**kept, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    yield
    settings.STORAGES, settings.STATIC_ROOT = kept, kept_root


@pytest.fixture(autouse=True, scope="session")
def _quick_hashes() -> Iterator[None]:
    """No test waits for the hash of a password; see tests/hashing.py."""
    from django.test.utils import override_settings  # noqa: PLC0415 - settings are ready only now

    with override_settings(PASSWORD_HASHERS=["tests.hashing.OneTurn"]):
        yield


@pytest.fixture(autouse=True, scope="session")
def _pages_tell_of_themselves(django_test_environment: None) -> None:
    """A page tells its context to the test client once, and not again with each piece that it includes or extends."""
    from django.template.base import Template  # noqa: PLC0415 - settings are ready only now
    from django.test.signals import template_rendered  # noqa: PLC0415 - as above

    def rendered(self: Template, context: Any) -> Any:
        if context.template is self:
            template_rendered.send(sender=self, template=self, context=context)
        return self.nodelist.render(context)

    Template._render = rendered  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _in_english() -> None:
    """No test inherits the language of the last page that another has opened."""
    from django.utils import translation  # noqa: PLC0415 - settings are ready only now

    translation.activate("en")


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: Any,
    django_db_modify_db_settings: None,
) -> None:
    """Our database, in which a test may clear up the audit trail and milestones after itself."""
    from django.db import connection  # noqa: PLC0415 - settings are ready only now

    if made := databases.template(connection.vendor):
        with django_db_blocker.unblock():
            databases.fill(connection, made)
    else:
        request.getfixturevalue("django_db_setup")  # that of pytest-django
    if connection.vendor == "sqlite":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            # Django asks SQLite for it once a process: here, and not in whichever test comes first and counts queries.
            assert connection.features.supports_json_field
            # On SQLite a test with real transactions empties the tables by DELETE, which the trigger refuses;
            # tests/audit/test_triggers.py makes it again for itself, tests/milestones/test_triggers.py the other.
            cursor.execute("DROP TRIGGER audit_never_shrinks")
            cursor.execute("DROP TRIGGER milestone_never_removed")


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """A test that reaches for another host fails, and says so."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX and isinstance(address, tuple) and address[0] not in LOOPBACK:
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)  # type: ignore[arg-type]

    socket.socket.connect = only_here  # type: ignore[method-assign,assignment]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]


def pytest_collection_finish() -> None:
    """What is loaded by now stays: the garbage collector need not look at it again, nor as often as it would."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    browser = Path(__file__).parent / "browser"
    for item in items:
        if item.path.is_relative_to(browser):
            item.add_marker("browser")
        if item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("database")
