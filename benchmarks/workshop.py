"""What fifty phones in a workshop cost the server: each asks every second and a half whether there is anything new.

    .venv/bin/python benchmarks/workshop.py [--rounds 40]

A poll is the whole product, through Django's WSGI handler in one process: every middleware, the seat's signed cookie,
and one query. The share is that of one core of this machine, for fifty phones that do nothing but ask.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.filled import assessments, owner  # the project's folder must be found first
from benchmarks.installation import FETCH, Site, installed, queries_of, sites  # as above
from benchmarks.measuring import Job, Measure, by_turns, main  # as above

BATCH = 50
PHONES = 50
EVERY = 1.5  # seconds: PAUSE in static/js/phone.js
TOKEN = "a" * 32  # of the form and of the cookie
SHARE = 15.0  # per cent of a core, at most


def measure(rounds: int) -> list[Measure]:
    """A poll that brings nothing, one that brings something, and a vote."""
    with installed():
        user = owner()
        app = sites(user).ours.app
        phones, practice = _room(user, app)
        tags = [str(phone.get(f"{path}state/")()) for phone, path in phones]
        same = [tag.partition('"tag": "')[2].partition('"')[0] for tag in tags]
        body = {"choice": 2, "practice": practice, "round": 1, "csrfmiddlewaretoken": TOKEN}
        vote = urlencode(body).encode()

        def polls(known: list[str]) -> list[Job]:
            pairs = zip(phones, known, strict=True)
            return [phone.get(f"{path}state/?v={tag}") for (phone, path), tag in pairs]

        def votes() -> list[Job]:
            return [phone.post(path, vote, **FETCH) for phone, path in phones]

        taken = by_turns({"same": partial(polls, same), "new": partial(polls, [""] * PHONES)}, rounds)
        queries = queries_of(polls(same)[0])
        cast = by_turns({"vote": votes}, max(rounds // 4, 2))["vote"]
    cost = {name: median(each.cpu) for name, each in taken.items()}
    share = {name: each / 1000 * PHONES / EVERY * 100 for name, each in cost.items()}
    return [
        Measure("workshop: nothing new", share["same"], "% core", SHARE, median(taken["same"].wall), cost["same"]),
        Measure("workshop: something new", share["new"], "% core", SHARE, median(taken["new"].wall), cost["new"]),
        Measure("workshop: a poll", queries, "queries", 1),
        Measure("workshop: a vote", median(cast.cpu), "ms", None, median(cast.wall), median(cast.cpu)),
    ]


def _room(user: Any, app: Any) -> tuple[list[tuple[Site, str]], str]:
    """Fifty phones in a workshop that is voting."""
    from assessments.actions.votes import take_seat
    from assessments.actions.workshops import open_workshop, start_voting
    from assessments.content.loader import framework

    practice = next(iter(framework().practices))
    (assessment,) = assessments(user, 1, [practice])
    workshop = open_workshop(user=user, assessment=assessment, practice=practice)
    start_voting(workshop=workshop, seen=workshop.version)
    seats = [take_seat(workshop=workshop, group="frontline").code for _ in range(PHONES)]
    return [
        (Site(app, {**_seat_cookie(seat, workshop), "csrftoken": TOKEN}), path)
        for seat, path in ((each, f"/w/{each}/") for each in seats)
    ], practice


def _seat_cookie(seat: Any, workshop: Any) -> dict[str, str]:
    """What a phone is given when it takes its seat."""
    from django.http import HttpResponse

    from assessments.cookies.seats import give_seat

    response = HttpResponse()
    give_seat(response, seat, workshop.code)
    return {name: each.value for name, each in response.cookies.items()}


if __name__ == "__main__":
    sys.exit(main(__doc__ or "", measure, 40))
