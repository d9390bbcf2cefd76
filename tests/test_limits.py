"""Limits hold when everything comes at the same moment: who sends many requests at once gets no more through."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import time_machine
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import Client, RequestFactory

from assessments.actions.milestones import keep_milestone
from assessments.limits import files as file_limits
from assessments.limits.counts import counted
from tests.personas import World

AT_ONCE = 8


@pytest.mark.django_db(transaction=True)
def test_of_many_requests_at_the_same_moment_every_one_counts() -> None:
    cache.clear()
    together = Barrier(AT_ONCE)
    now = time.time()

    def ask(_number: int) -> list[int]:
        together.wait()
        try:
            return [patiently(now) for _each in range(5)]
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        said = [count for each in pool.map(ask, range(AT_ONCE)) for count in each]
    assert sorted(said) == [3 * each for each in range(1, 5 * AT_ONCE + 1)]


def patiently(now: float) -> int:
    """Count; an SQLite database in memory, as tests have it, does not wait for its turn, so this does."""
    request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.7")
    for _attempt in range(500):
        try:
            return counted(request, "anything", now, 3)
        except OperationalError:
            time.sleep(0.01)
    raise AssertionError("the database was never free")


TIMES = ("2026-11-02T09:03:30Z", "2026-11-02T09:10:00Z")  # half way through ten minutes, and after them


def test_who_has_very_many_files_made_waits_and_others_do_not(
    world: World, owner: Client, viewer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.clear()
    monkeypatch.setattr(file_limits, "MOST_OF_ONE", 8)
    kept = keep_milestone(user=world.owner, assessment=world.assessment, name="")
    report = f"/assessments/{world.assessment.code}/report"
    files = {
        f"{report}.pdf": f"{report}/",
        f"{report}.zip": f"{report}/",
        f"/assessments/{world.assessment.code}/milestones/{kept.code}/report.pdf": (
            f"/assessments/{world.assessment.code}/milestones/{kept.code}/"
        ),
        f"/workspaces/{world.workspace.code}/companies.xlsx": f"/workspaces/{world.workspace.code}/",
        f"/companies/{world.company.code}/voice/series.xlsx": f"/companies/{world.company.code}/voice/",
    }
    with time_machine.travel(TIMES[0], tick=False):
        assert [owner.get(f"{report}.json").status_code for _each in range(8)] == [200] * 8
        for file, back in files.items():
            refused = owner.get(file)
            page = refused.content.decode()
            assert (refused.status_code, refused.headers["Retry-After"]) == (429, "390"), file
            assert "Nothing is lost: try again in 7 minutes." in page and f'href="{back}"' in page
        in_chinese = owner.get(f"{report}.pdf", headers={"Accept-Language": "zh-hant"}).content.decode()
        assert "請在7分鐘後再試" in in_chinese
        assert owner.get(f"{report}/").status_code == 200
        assert viewer.get(f"{report}.json").status_code == 200
    with time_machine.travel(TIMES[1], tick=False):
        assert owner.get(f"{report}.json").status_code == 200
