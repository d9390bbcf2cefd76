"""Importing responses: rows a second, and whether memory stays where it is.

    .venv/bin/python benchmarks/importing.py [--rows 100000] [--kind csv|xlsx] [--json]

Each size runs in a process of its own, with a database of its own: both passes over a file of `rows`, and over one of
ten times as many. The ratio of their peaks is what matters: a file ten times as long may take ten times as long, and
no more memory.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.measuring import HEAD, Measure  # noqa: E402 - the project’s folder must be found first

TIMES = 10
GROWTH = 1.5
HEADER = ("Response ID", "Date", "NPS", "Touchpoint", "Segment", "Comment")


def rows(count: int) -> Iterator[tuple[object, ...]]:
    """Responses day by day, as a tool exports them; every fifth has a comment of its own."""
    dice = random.Random(4)
    for number in range(count):
        day = date(2025, 11, 1) + timedelta(days=number * 365 // count)
        comment = f"等了很久才有人回覆, {number}" if number % 5 == 0 else ""
        yield f"r{number}", day.isoformat(), dice.randrange(11), dice.choice(PLACES), dice.choice(SEGMENTS), comment


PLACES, SEGMENTS = ("Checkout", "Delivery", "Service", "Shop"), ("New", "Regular", "VIP")


def write_file(path: Path, count: int) -> None:
    """A CSV file or a workbook, by its name, a row at a time: a child’s peak of memory begins with its parent’s."""
    lines = chain([HEADER], rows(count))
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(lines)
        return
    from xlsxwriter import Workbook

    with Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for line, row in enumerate(lines):
            sheet.write_row(line, 0, row)


def import_file(path: Path) -> dict[str, float]:
    """Both passes over a file, in this process; seconds, and the peak of memory in megabytes before and after."""
    import django

    django.setup()
    from django.core.files import File
    from django.core.management import call_command

    from assessments.actions.companies import add_company
    from assessments.actions.imports import confirm_import, map_columns, start_import
    from assessments.actions.workspaces import open_workspace
    from assessments.intake.header import header_of
    from assessments.intake.mapping import ColumnMap
    from assessments.intake.source import rows_of
    from assessments.models import User
    from assessments.tasks.imports import work_soon

    call_command("migrate", verbosity=0)
    user = User.objects.create(email="importer@example.com")
    company = add_company(workspace=open_workspace(user=user, name="Workspace"), name="Company")
    before = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    with path.open("rb") as file:
        header = header_of(rows_of(file))
        run = start_import(user=user, company=company, name=path.name, file=File(file), header=header)
    map_columns(user=user, run=run, mapping=ColumnMap({each.index: each.role for each in header.columns if each.role}))
    seconds = []
    for confirmed in (False, True):
        if confirmed:
            confirm_import(user=user, run=run)
        began = time.perf_counter()
        work_soon(run)
        seconds.append(time.perf_counter() - began)
    run.refresh_from_db()
    if run.state != "done" or run.written != run.rows:
        raise RuntimeError(f"the import is {run.state} with {run.written} of {run.rows} rows")
    return {"check": seconds[0], "write": seconds[1], "before": before, "peak": getrusage(RUSAGE_SELF).ru_maxrss / 1024}


def in_a_process(count: int, kind: str) -> dict[str, float]:
    """The same in a fresh process, with a database and files of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"responses.{kind}"
        write_file(path, count)
        surroundings = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "cxmaturity.settings",
            "DATABASE_URL": f"sqlite:///{folder}/base.sqlite3",
            "MEDIA_ROOT": f"{folder}/media",
            "TASKS": "immediate",
            "LOG_LEVEL": "ERROR",
        }
        run = subprocess.run(
            [sys.executable, __file__, "--file", str(path)], env=surroundings, stdout=subprocess.PIPE, check=True
        )
        return dict(json.loads(run.stdout))


def main() -> int:
    """Prints the table; fails where memory grows with the file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--kind", choices=("csv", "xlsx"), default="csv")
    options.add_argument("--json", action="store_true")
    options.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.file:
        print(json.dumps(import_file(given.file)))
        return 0
    small, large = in_a_process(given.rows, given.kind), in_a_process(given.rows * TIMES, given.kind)
    count = given.rows * TIMES
    growth = large["peak"] / small["peak"]
    note = f"{small['peak']:.0f} MB, then {large['peak']:.0f} MB"
    measures = [
        Measure(f"checking {count} rows of {given.kind}, a second", count / large["check"], "rows"),
        Measure(f"writing {count} rows of {given.kind}, a second", count / large["write"], "rows"),
        Measure(f"memory, {count} rows over {given.rows}", growth, "times", GROWTH, note=note),
    ]
    if given.json:
        print(json.dumps([asdict(each) for each in measures]))
    else:
        print(HEAD, *(each.line() for each in measures), sep="\n")
    return 0 if all(each.reached for each in measures) else 1


if __name__ == "__main__":
    sys.exit(main())
