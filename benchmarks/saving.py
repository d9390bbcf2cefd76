"""Saving one answer, as the page's script does it, against the same four statements by hand.

    .venv/bin/python benchmarks/saving.py [--rounds 40]

Ours is the whole product: every middleware, who asks and who may, the form's checks, and one conditional upsert. The
limits are in benchmarks/bare.py: four statements by hand, and the same where Django's own middleware finds session and
user. All answer through Django's WSGI handler in one process, by turns, and are on disk when they answer. The last line
compares two databases in the same way: every save goes to another assessment, among ten or among ten thousand of one
workspace.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.filled import assessments, owner  # the project's folder must be found first
from benchmarks.installation import FETCH, Site, installed, queries_of, sites, token_in  # as above
from benchmarks.measuring import Job, Measure, bare, by_turns, main, ratio  # as above

BATCH = 20
ANSWERED = 5  # in each assessment; every save replaces one of these, so that both databases do the same
FEW, MANY = 10, 10_000
Place = tuple[str, str]


def measure(rounds: int) -> list[Measure]:
    """Ours against bare with few assessments, then ours with many against ours with few."""
    with installed() as folder:
        from django.db import connections

        user = owner()
        who = sites(user)
        few, places_few = connections["default"], _places(user, FEW)
        few.close()
        many = _copied(folder / "bench.sqlite3", folder / "many.sqlite3")
        connections["default"] = many
        places_many = places_few + _places(user, MANY - FEW)
        connections["default"] = few
        token = token_in(who.ours.get("/assessments/{}/answer/{}/".format(*places_few[0]))())
        at = {few: _shuffled(places_few), many: _shuffled(places_many)}

        def jobs(database: Any, site: Site, path: str) -> list[Job]:
            connections["default"] = database
            database.ensure_connection()
            return [_save(site, path.format(*place), token) for place in islice(at[database], BATCH)]

        contenders: dict[str, Callable[[], list[Job]]] = {
            "hand": partial(jobs, few, who.by_hand, "/bare/save/{}/{}/"),
            "plain": partial(jobs, few, who.plain, "/bare/save/{}/{}/"),
            "ours": partial(jobs, few, who.ours, "/assessments/{}/answer/{}/"),
            "many": partial(jobs, many, who.ours, "/assessments/{}/answer/{}/"),
        }
        taken = by_turns(contenders, rounds)
        queries = queries_of(contenders["ours"]()[0])
    return [
        bare("four statements by hand", taken["hand"]),
        ratio("the same behind Django’s own middleware", taken["plain"], taken["hand"]),
        ratio("saving an answer, over by hand", taken["ours"], taken["hand"], 1.5),
        ratio("saving an answer, over Django’s own", taken["ours"], taken["plain"]),
        Measure("saving: statements", queries, "queries", 5),
        ratio(f"saving: {MANY:,} assessments over {FEW}", taken["many"], taken["ours"], 1.15),
    ]


def _places(user: Any, count: int) -> list[Place]:
    """Every answer of so many new assessments: the first has them all, the others a few."""
    from assessments.content.loader import framework

    practices = list(framework().practices)
    whole, part = assessments(user, 1, practices), assessments(user, count - 1, practices[:ANSWERED])
    return [(str(each.code), practice) for each in [*whole, *part] for practice in practices[:ANSWERED]]


def _copied(file: Path, copy: Path) -> Any:
    """A connection to a copy of the database, with the same settings."""
    from django.db import connections
    from django.db.utils import load_backend

    shutil.copy(file, copy)
    settings = {**connections.settings["default"], "NAME": str(copy)}
    return load_backend(settings["ENGINE"]).DatabaseWrapper(settings, "default")


def _shuffled(places: list[Place]) -> Iterator[Place]:
    return cycle(random.Random(1).sample(places, len(places)))


def _save(site: Site, path: str, token: str) -> Job:
    """What the page's script sends, of a choice made just now: an older one could meet a newer one of another turn."""
    said = {"choice": random.randrange(5), "reason": "", "note": "", "evidence": "", "seen": "", "age": "0"}
    return site.post(path, urlencode({**said, "csrfmiddlewaretoken": token}).encode(), **FETCH)


if __name__ == "__main__":
    sys.exit(main(__doc__ or "", measure, 40))
