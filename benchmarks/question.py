"""Opening a question, against a template of the same bytes without a single tag; and what the browser loads for it.

    .venv/bin/python benchmarks/question.py [--rounds 40]

Ours is the whole product, for a person who has answered half of the practices. The limit is a view (benchmarks/bare.py)
that asks who is there, by Django's own session and user, and renders the page's own bytes; a second limit finds session
and user by two statements. All through Django's WSGI handler in one process, by turns.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.filled import assessments, owner  # the project's folder must be found first
from benchmarks.installation import Site, installed, queries_of, sites  # as above
from benchmarks.measuring import Job, Measure, bare, by_turns, main, ratio  # as above

BATCH = 20
LOADED = re.compile(r'<(?:link|script)[^>]* (?:href|src)="/static/([^"]+)"')
IMPORTED = re.compile(r'\b(?:from|import) "\./([^"]+)"')
NEEDED = re.compile(r"url\(\"?(?!data:)([^)\"]+)\"?\)")


def measure(rounds: int) -> list[Measure]:
    """Ours against bare, each page of the first half by turns."""
    with installed() as folder:
        from assessments.content.loader import framework
        from benchmarks.bare import keep  # Django is ready only now

        user = owner()
        practices = list(framework().practices)
        place = assessments(user, 1, practices[::2])[0]
        who = sites(user)
        pages = [f"/assessments/{place.code}/answer/{each}/" for each in practices]
        sent = {each: who.ours.get(each)() for each in pages}
        bare_pages = [keep(html) for html in sent.values()]
        taken = by_turns(
            {
                "hand": partial(_opened, who.by_hand, cycle(bare_pages)),
                "plain": partial(_opened, who.plain, cycle(bare_pages)),
                "ours": partial(_opened, who.ours, cycle(pages)),
            },
            rounds,
        )
        return [
            bare("session, user and the same bytes", taken["plain"]),
            ratio("opening a question", taken["ours"], taken["plain"], 1.5),
            ratio("opening a question, over by hand", taken["ours"], taken["hand"]),
            Measure("question: statements", queries_of(who.ours.get(pages[3])), "queries", 6),
            Measure("question: everything it loads", _loaded(sent[pages[3]], folder / "static") / 1000, "KB", 100),
        ]


def _opened(site: Site, paths: Iterator[str]) -> list[Job]:
    return [site.get(path) for path in islice(paths, BATCH)]


def _loaded(html: bytes, static: Path) -> int:
    """The bytes of a first visit as they are sent: the page as gzip, the files as WhiteNoise has compressed them."""
    found, waiting = set(), set(LOADED.findall(html.decode()))
    while waiting:
        name = waiting.pop()
        found.add(name)
        if name.endswith((".js", ".css")):
            needed = (IMPORTED if name.endswith(".js") else NEEDED).findall((static / name).read_text(encoding="utf-8"))
            waiting |= {str((Path(name).parent / each).as_posix()) for each in needed} - found
    return len(gzip.compress(html, 6)) + sum(_sent(static / name) for name in found)


def _sent(file: Path) -> int:
    compressed = file.with_name(f"{file.name}.br")
    return (compressed if compressed.is_file() else file).stat().st_size


if __name__ == "__main__":
    sys.exit(main(__doc__ or "", measure, 40))
