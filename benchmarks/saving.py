"""Saving one answer, as the page's script does it, against the same four statements by hand.

    .venv/bin/python benchmarks/saving.py [--rounds 40]

Ours is the whole product: every middleware, the form's checks, the mapper's session and user, who may, and one
conditional upsert. Bare is benchmarks/bare.py: no middleware, four statements, nothing checked. Both answer a request
through Django's WSGI handler in the same process, by turns, and both write to disk before they answer. The last lines
say what 10,000 assessments cost: two databases in one process, saving in all of their assessments by turns.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.installation import FETCH, Site, installed, queries_of, sites, token_in  # the folder must be found first
from benchmarks.measuring import Job, Measure, bare, by_turns, main, ratio  # as above

BATCH = 25
ANSWERED = 5
FEW, MANY = 10, 10_000


def measure(rounds: int) -> list[Measure]:
    """Ours against bare with few assessments, then ours with many against ours with few."""
    with installed() as folder:
        from django.db import connections

        user = _people()
        places = {FEW: _assessments(user, FEW)}
        connections["default"].close()
        shutil.copy(folder / "bench.sqlite3", folder / "bench-many.sqlite3")
        few, many = connections["default"], _connection(folder / "bench-many.sqlite3")
        connections["default"] = many
        places[MANY] = _assessments(user, MANY - FEW)
        connections["default"] = few
        ours, limit = sites(user)
        queries = queries_of(_jobs(ours, iter(places[FEW]))[0])
        return []


if __name__ == "__main__":
    sys.exit(main(__doc__ or "", measure, 40))
