"""The world of tests/personas.py, made once for the tests of a file: it stands while they come and go.

Most tests begin with it, and making it takes thirty statements. So it is made in a transaction around those of the
tests, each of which gets a copy of its own and takes back what it has written. Whatever needs another beginning, an
empty database or transactions that are real, ends it first.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.personas import World

USES = {"db", "transactional_db", "live_server", "django_db_setup"}
REAL = {"transactional_db", "live_server"}  # fixtures with transactions that are real


class Standing:
    """What stands now, of which file; at first and in between nothing does."""

    def __init__(self, blocker: Any) -> None:
        self.blocker = blocker
        self.file: Path | None = None
        self.around: Any = None
        self.kept = b""

    def prepare(self, item: Any) -> None:
        """Before a test: let stand what it wants, and nothing else."""
        from django.db import connection  # noqa: PLC0415 - settings are ready only now

        marker = item.get_closest_marker("django_db")
        if not marker and not USES & {*item.fixturenames}:
            return
        simple = not (marker and (marker.args or marker.kwargs)) and not REAL & {*item.fixturenames}
        wanted = item.path if simple and "world" in item.fixturenames else None
        if wanted != self.file or connection.needs_rollback:
            self.end()
            if wanted and not connection.in_atomic_block:
                self.begin(wanted)

    def begin(self, file: Path) -> None:
        from django.db import connection, transaction  # noqa: PLC0415 - as above
        from django.utils import translation  # noqa: PLC0415 - as above

        from tests.personas import make_world  # noqa: PLC0415 - as above

        with self.blocker.unblock(), translation.override("en"):
            self.around = transaction.atomic()
            self.around.__enter__()
            self.kept = pickle.dumps(make_world())
            connection.check_constraints()  # here once, and not again with what each test has written
        self.file = file

    def end(self) -> None:
        from django.db import transaction  # noqa: PLC0415 - as above

        if self.file:
            with self.blocker.unblock():
                transaction.set_rollback(True)
                self.around.__exit__(None, None, None)
        self.file = None

    def world(self, make: Callable[[], World]) -> World:
        """What stands, or else what is made for this test alone."""
        return pickle.loads(self.kept) if self.file else make()


KEPT = pytest.StashKey[Standing]()


@pytest.fixture(scope="session")
def standing(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any) -> Iterator[Standing]:
    made = request.config.stash[KEPT] = Standing(django_db_blocker)
    yield made
    made.end()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    if made := item.config.stash.get(KEPT, None):
        made.prepare(item)
