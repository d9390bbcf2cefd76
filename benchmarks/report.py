"""Opening the report, against a template of the same bytes without a single tag.

.venv/bin/python benchmarks/report.py [--rounds 15]

With 1, 10 and 50 respondents who answered everything. Warm is the page as it is opened: its body is kept under a key
made of all that it is computed from, and each opening asks the database whether that is still the same. Cold is the
first opening after an answer has changed: every row read, scored, written about and drawn. Bare is a view that knows
who asks, by Django's own session and user, and renders the page's own bytes; the line “by hand” is
benchmarks/bare.py.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.filled import assessments, owner  # the project's folder must be found first
from benchmarks.installation import Site, Sites, installed, queries_of, sites  # as above
from benchmarks.measuring import Job, Measure, bare, by_turns, main, ratio  # as above

BATCH = 10
RESPONDENTS = (1, 10, 50)


def measure(rounds: int) -> list[Measure]:
    """Warm and cold against bare for each number of respondents."""
    with installed():
        from assessments.content.loader import framework

        user = owner()
        who, practices = sites(user), list(framework().practices)
        found = []
        for count in RESPONDENTS:
            [assessment] = assessments(user, 1, practices, count)
            found += _lines(who, f"/assessments/{assessment.code}/report/", count, rounds)
        return found


def _lines(who: Sites, path: str, count: int, rounds: int) -> list[Measure]:
    from benchmarks.bare import keep

    html = who.ours.get(path)()
    limit = keep(html)
    warm = by_turns(
        {
            "hand": partial(_opened, who.by_hand, limit, BATCH),
            "plain": partial(_opened, who.plain, limit, BATCH),
            "ours": partial(_opened, who.ours, path, BATCH),
        },
        rounds,
    )
    cold = by_turns(
        {"plain": partial(_opened, who.plain, limit, BATCH), "ours": partial(_forgotten, who.ours, path)},
        max(3, rounds // 3),
    )
    name = f"{count} respondent{'s'[: count > 1]}"
    _forget()
    queries_cold, queries_warm = queries_of(who.ours.get(path)), queries_of(who.ours.get(path))
    return [
        bare(f"session, user and the same bytes, {len(html) // 1000} KB", warm["plain"]),
        ratio(f"report of {name}, warm", warm["ours"], warm["plain"], 3),
        ratio(f"report of {name}, warm, over by hand", warm["ours"], warm["hand"]),
        ratio(f"report of {name}, cold", cold["ours"], cold["plain"]),
        Measure(f"report of {name}: statements, warm", queries_warm, "queries", 12),
        Measure(f"report of {name}: statements, cold", queries_cold, "queries", 12),
    ]


def _opened(site: Site, path: str, count: int) -> list[Job]:
    return [site.get(path) for _ in range(count)]


def _forgotten(site: Site, path: str) -> list[Job]:
    """One opening after everything that was kept is gone."""
    _forget()
    return _opened(site, path, 1)


def _forget() -> None:
    from django.core.cache import caches

    caches["reports"].clear()


if __name__ == "__main__":
    sys.exit(main(__doc__ or "", measure, 15))
