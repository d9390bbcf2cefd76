"""Opening a question, against a template of the same bytes without a single tag; and what the browser loads for it.

    .venv/bin/python benchmarks/question.py [--rounds 40]

Ours is the whole product, for a person who has answered half of the practices. Bare is benchmarks/bare.py: the session
and its user by two statements, and the page's own bytes as a template. Both through Django's WSGI handler in one
process, by turns; the last line of times is the same as a browser asks for it, compressed in both.
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

        from benchmarks import bare as limit_views

        user = owner()
        practices = list(framework().practices)
        place = assessments(user, 1, practices[::2])[0]
        ours, limit = sites(user)
        pages = [f"/assessments/{place.code}/answer/{each}/" for each in practices]
        sent = {each: ours.get(each)() for each in pages}
        bare_pages = [limit_views.keep(each, html) for each, html in sent.items()]
        taken = by_turns(
            {"bare": partial(_opened, limit, cycle(bare_pages)), "ours": partial(_opened, ours, cycle(pages))}, rounds
        )
        return [
            bare("a template of the same bytes", taken["bare"]),
            ratio("opening a question", taken["ours"], taken["bare"], 1.5),
            Measure("question: statements", queries_of(ours.get(pages[3])), "queries", 6),
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
