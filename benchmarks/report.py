"""Opening the report, against a template of the same bytes without a single tag.

    .venv/bin/python benchmarks/report.py [--rounds 15]

With 1, 10 and 50 respondents who answered everything. Warm is the page as it is opened: its body is kept under a key
made of all that it is computed from, and each opening asks the database whether that is still the same. Cold is the
first opening after an answer has changed: every row read, scored, written about and drawn. Bare is a view that knows who
asks, by Django's own session and user, and renders the page's own bytes; the line “by hand” is benchmarks/bare.py.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.filled import assessments, owner  # the project's folder must be found first
from benchmarks.installation import Site, installed, queries_of, sites  # as above
from benchmarks.measuring import Job, Measure, bare, by_turns, main, ratio  # as above

BATCH = 10
RESPONDENTS = (1, 10, 50)


def measure(rounds: int) -> list[Measure]:
    """Warm and cold against bare for each number of respondents."""
    with installed():
        from assessments.content.loader import framework

        user = owner()
        who = sites(user)
        return [
            line
            for count in RESPONDENTS
            for line in _with(count, assessments(user, 1, list(framework().practices), count)[0].code, who, rounds)
        ]
