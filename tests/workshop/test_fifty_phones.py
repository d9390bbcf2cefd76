"""Fifty phones vote on the production server in the same moment: every one of them counts, once."""

from __future__ import annotations

import json
import re
import sqlite3
import threading
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

from tests.server import OWNER, Server
from tests.workshop.rooms import FIRST, GROUPS

PHONES = 50
OPEN = f"""
from assessments.actions.workshops import open_workshop, start_voting
from assessments.links import key_of
from assessments.models import Assessment, User
user, assessment = User.objects.get(), Assessment.objects.first()
workshop = open_workshop(user=user, assessment=assessment, practice="{FIRST}")
start_voting(workshop=workshop, seen=workshop.version)
print(key_of("workshop", workshop))
"""
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class Phone:
    """A phone with cookies of its own."""

    def __init__(self, server: str, at: int, key: str) -> None:
        self.server, self.at, self.key = server, at, key
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self.failure: Exception | None = None
        self.voted: list[int] = []
        self.seat = ""

    def run(self, ready: threading.Barrier) -> None:
        try:
            token = TOKEN.findall(self.open("/w/"))[0]
            page = self.open("/w/", key=self.key, group=GROUPS[self.at % 3], join="1", csrfmiddlewaretoken=token)
            self.seat = re.findall(r'data-path="(/w/[-\w]+/)"', page)[0]
            token = TOKEN.findall(page)[0]
            ready.wait(60)
            for choice in (self.at % 5, self.at % 4):  # changed at once: the second is what counts
                vote = {"choice": choice, "practice": FIRST, "round": 1, "csrfmiddlewaretoken": token}
                self.voted.append(json.loads(self.open(self.seat, **vote))["voted"])
        except Exception as failure:  # told by the test: a thread's own failure is only printed
            self.failure = failure
            ready.abort()

    def open(self, path: str, **data: object) -> str:
        body = urlencode(data).encode() if data else None
        accept = "application/json" if "choice" in data else "text/html"
        request = urllib.request.Request(f"{self.server}{path}", body, {"Accept": accept})
        with self.opener.open(request, timeout=60) as response:
            return str(response.read().decode())


def test_fifty_phones_vote_at_once_and_each_counts_once(tmp_path: Path) -> None:
    server = Server(tmp_path)
    key = server.shell(OWNER + OPEN).split()[-1]
    server.start()
    try:
        ready, phones = threading.Barrier(PHONES), [Phone(server.url, at, key) for at in range(PHONES)]
        threads = [threading.Thread(target=each.run, args=(ready,)) for each in phones]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [each.failure for each in phones if each.failure] == []
        assert max(each.voted[-1] for each in phones) == PHONES
        assert json.loads(phones[0].open(f"{phones[0].seat}state/"))["voted"] == PHONES
    finally:
        server.stop()
    with sqlite3.connect(server.database) as database:
        asked = "SELECT s.code, v.stage FROM assessments_vote v JOIN assessments_seat s ON s.id = v.seat_id"
        stored = dict(database.execute(asked).fetchall())
    assert stored == {each.seat.split("/")[2].replace("-", ""): each.at % 4 for each in phones}
