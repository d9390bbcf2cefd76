"""The result of the 10-minute check as files: for everybody, but not without end for one network."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
import time_machine
from django.core.cache import cache
from django.http import HttpResponseBase
from django.test import Client

from assessments.content.loader import framework
from assessments.limits import files as file_limits

ALL = "/check/report.zip?language=en"  # the documents of one language
EVERYTHING = f"{ALL}&languages=all"
TIMES = ("2026-11-02T09:03:30Z", "2026-11-02T09:10:00Z")  # half way through ten minutes, and after them


@pytest.fixture
def visitor(db: None) -> Client:
    cache.clear()
    return somebody("203.0.113.7")


def somebody(address: str) -> Client:
    """A visitor who has answered a question."""
    client = Client(REMOTE_ADDR=address)
    practice = framework().asked("quick")[0].id
    client.post(f"/check/{practice}/", {"choice": "2"}, headers={"Accept": "application/json"})
    return client


def text_of(answer: HttpResponseBase) -> str:
    return b"".join(answer).decode()  # type: ignore[call-overload, no-any-return]


def test_too_many_from_one_network_wait_and_others_do_not(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    most = file_limits.MOST
    monkeypatch.setattr(file_limits, "MOST", 8)
    with time_machine.travel(TIMES[0], tick=False):
        all, one = (visitor.get(url) for url in (ALL, "/check/report.json"))
        assert (all.status_code, one.status_code) == (200, 200)
        # A class never meets the limit: twenty at one table, each with the report on the screen, its PDF and
        # everything in three languages.
        files = zipfile.ZipFile(BytesIO(b"".join(all))).namelist()  # type: ignore[call-overload]
        assert 20 * (3 * len(files) + 2) < most
        refused = somebody("203.0.113.90").get("/check/report.json")
        assert (refused.status_code, refused.headers["Retry-After"]) == (429, "390")
        page = text_of(refused)
        assert "try again in 7 minutes." in page and 'href="/check/report/"' in page
        assert visitor.get("/check/report/").status_code == 200
        assert somebody("198.51.100.20").get("/check/report.json").status_code == 200
    with time_machine.travel(TIMES[1], tick=False):
        assert visitor.get("/check/report.json").status_code == 200


def test_everything_counts_as_all_that_is_in_it(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the limit would be seconds of work for one and none for another."""
    monkeypatch.setattr(file_limits, "MOST", 20)
    with time_machine.travel(TIMES[0], tick=False):
        assert visitor.get(EVERYTHING).status_code == 429
    with time_machine.travel(TIMES[1], tick=False):
        assert [visitor.get("/check/report.json").status_code for _each in range(20)] == [200] * 20
        assert visitor.head("/check/report.json").status_code == 429


def test_it_is_said_in_the_language_of_the_reader(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_limits, "MOST", 0)
    with time_machine.travel(TIMES[0], tick=False):
        pages = [text_of(visitor.get(EVERYTHING, headers={"Accept-Language": each})) for each in ("zh-hans", "zh-hant")]
    assert "请在7分钟后再试" in pages[0] and "請在7分鐘後再試" in pages[1]
