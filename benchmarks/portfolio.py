"""The portfolio with 1,000 and 10,000 companies, over the same page with 100, on SQLite and on PostgreSQL.

.venv/bin/python benchmarks/portfolio.py [--rounds 15]

A page shows fifty companies whatever there are, so it should take the same time: which fifty they are is read off an
index, the counts beside the filters off another. Every page is opened by turns in the three workspaces of one
database. On SQLite the ratio is of processor time, on PostgreSQL, which computes in processes of its own, of wall time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.filled import owner  # the project's folder must be found first
from benchmarks.installation import ROOT, Site, installed, queries_of, sites  # as above
from benchmarks.measuring import Job, Measure, Taken, by_turns, main  # as above

COUNTS = (100, 1_000, 10_000)
GOAL, QUERIES = 1.3, 13
BATCH = 3
PAGES = {
    "as it opens": "",
    "by name, last page": "?sort=name&page=9999",
    "by level": "?sort=level",
    "by trust": "?sort=trust",
    "by change": "?sort=change",
    "by next date": "?sort=next",
    "searched": "?q=0",  # in every name, so that each page holds fifty
    "grouped by industry": "?group=industry&sort=level",
    "what needs a look": "?state=attention",
}


def measure(rounds: int) -> list[Measure]:
    """On SQLite here; then on PostgreSQL, in a process of its own."""
    database = os.environ.get("DATABASE_URL", "")
    if database.startswith("postgresql"):
        return _measured(rounds, "PostgreSQL", database)
    command = ["sh", str(ROOT / "tests/postgres.sh"), sys.executable, __file__, "--json", "--rounds", str(rounds)]
    found = _measured(rounds, "SQLite", "")
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    return found + [Measure(**each) for each in json.loads(run.stdout or "[]")]


def _measured(rounds: int, name: str, database: str) -> list[Measure]:
    with installed(database):
        from benchmarks.portfolio_rows import workspace

        user = owner()
        places = {count: f"/workspaces/{workspace(user, count).code}/" for count in COUNTS}
        _settle()
        site = sites(user).ours
        return [line for page, query in PAGES.items() for line in _page(site, places, page, query, rounds, name)]


def _settle() -> None:
    """Let the database know how much there is of what, as it does by itself in time."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _page(site: Site, places: dict[int, str], page: str, query: str, rounds: int, name: str) -> list[Measure]:
    taken = by_turns({str(count): partial(_opened, site, at + query) for count, at in places.items()}, rounds)
    found = [
        _ratio(f"{name}: {count:,} {page}, over {COUNTS[0]}", taken[str(count)], taken[str(COUNTS[0])], name)
        for count in COUNTS[1:]
    ]
    asked = {count: queries_of(site.get(at + query)) for count, at in places.items()}
    return [*found, Measure(f"{name}: statements, {page}", max(asked.values()), "queries", QUERIES)]


def _ratio(name: str, ours: Taken, first: Taken, database: str) -> Measure:
    from statistics import median

    clock, other = ("cpu", "wall") if database == "SQLite" else ("wall", "cpu")
    note = f"{ours.over(first, other):.2f} by {'wall time' if other == 'wall' else 'CPU time here'}"
    return Measure(name, ours.over(first, clock), "times", GOAL, median(ours.wall), median(ours.cpu), note)


def _opened(site: Site, path: str) -> list[Job]:
    return [site.get(path) for _ in range(BATCH)]


if __name__ == "__main__":
    sys.exit(main(__doc__ or "", measure, 15))
