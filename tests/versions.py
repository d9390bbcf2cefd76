"""Whoever changes a row that a kept result is made of sets its version, or what is kept would be shown as it was.

Every test that writes watches it, whatever it is about: `queries/stamps.py` names the tables and their versions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

WRITTEN = re.compile(r'UPDATE "assessments_(\w+)" SET (.+?)(?: WHERE |$)', re.DOTALL)
COLUMN = re.compile(r'"(\w+)" = ')


def unversioned(sql: str) -> str:
    """What an update changes of such a row without setting its version; "" where all is well."""
    from assessments.queries.beside import DONE  # noqa: PLC0415 - settings are ready only now
    from assessments.queries.stamps import REPORT  # noqa: PLC0415 - as above

    found = WRITTEN.match(sql)
    if not found or found[1] not in REPORT:
        return ""
    [version] = re.findall(r"e\.(\w+)", REPORT[found[1]].version)
    # Whoever wrote a row may go: no result tells who it was.
    changed = {each for each in COLUMN.findall(found[2]) if not each.endswith("_id")}
    if found[1] == "planitem":
        changed &= {*DONE, "state", version}  # of its other columns no result tells
    return "" if version in changed else f"{found[1]}: {', '.join(sorted(changed))} without {version}" * bool(changed)


@pytest.fixture(autouse=True)
def _every_write_sets_the_version() -> Iterator[None]:
    from django.db import connection  # noqa: PLC0415 - as above

    def watched(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if sql.startswith("UPDATE"):
            told = unversioned(sql)
            assert not told, told
        return execute(sql, *rest)

    with connection.execute_wrapper(watched):
        yield
