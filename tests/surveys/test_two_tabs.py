"""Two tabs send at the same moment to a real server: one answer is kept, and no log names the key."""

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

ASK = """
import json
from assessments.actions.survey_invitations import invite_customers
from assessments.actions.surveys import add_survey, open_wave
from assessments.links import key_of
from assessments.models import Company, SurveyInvitation, User
user, company = User.objects.get(), Company.objects.get()
survey = add_survey(user=user, company=company, title="Autumn", kind="nps")
open_wave(user=user, survey=survey)
people = [{"email": f"c{n}@example.net", "language": "", "segment": ""} for n in range(4)]
invite_customers(user=user, survey=survey, people=people, language="en")
print("KEYS", json.dumps([key_of("survey", each) for each in SurveyInvitation.objects.all()]))
"""


class Tab:
    """A browser’s tab that has opened a personal link and not sent yet."""

    def __init__(self, server: str, key: str) -> None:
        self.server = server
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        answer = self.open("/s/", key=key, csrfmiddlewaretoken=self.token("/s/"))
        self.path = answer.geturl().removeprefix(server)

    def open(self, path: str, **data: str) -> urllib.request.addinfourl:
        body = urlencode(data).encode() if data else None
        answer: urllib.request.addinfourl = self.opener.open(f"{self.server}{path}", body, timeout=60)
        return answer

    def token(self, path: str) -> str:
        return re.findall(r'csrfmiddlewaretoken" value="(\w+)"', self.open(path).read().decode())[0]

    def send(self, score: int, together: threading.Barrier) -> None:
        token = self.token(self.path)
        together.wait(60)
        self.open(self.path, nps=str(score), liked="Tea", csrfmiddlewaretoken=token)


def test_two_tabs_at_once_leave_one_answer_and_no_key_in_the_log(tmp_path: Path) -> None:
    server = Server(tmp_path, "--blocking-threads", "4")
    server.shell(OWNER)
    said = server.shell(ASK)
    keys = json.loads(next(line for line in said.splitlines() if line.startswith("KEYS"))[5:])
    server.start()
    try:
        tabs = [Tab(server.url, key) for key in keys for _tab in range(2)]
        together = threading.Barrier(len(tabs))
        threads = [threading.Thread(target=tab.send, args=(at, together)) for at, tab in enumerate(tabs)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    finally:
        server.stop()
    with sqlite3.connect(server.database) as database:
        per_invitation = "SELECT count(*) FROM assessments_response GROUP BY submission"
        assert database.execute(per_invitation).fetchall() == [(1,)] * len(keys)
        assert database.execute("SELECT count(*) FROM assessments_comment").fetchone() == (len(keys),)
        counted = "SELECT sum(count) FROM assessments_dailycount WHERE cut = 'all'"
        assert database.execute(counted).fetchone() == (len(keys),)
    log = server.said()
    assert "POST /s/" in log and [key for key in keys if key in log or key[:30] in log] == []
