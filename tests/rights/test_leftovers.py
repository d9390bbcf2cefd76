"""What is over leaves nothing behind: sessions with addresses and browsers, previews with names, runs of tasks."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from assessments.actions.purge import purge_due
from assessments.tasks.standings import count_standings
from tests.personas import PASSWORD, World

pytestmark = pytest.mark.django_db


def cached() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM cache")
        return int(cursor.fetchone()[0])


def test_an_ended_session_goes_with_the_address_it_came_from(world: World, client: Client) -> None:
    with time_machine.travel("2026-01-01T12:00:00Z"):
        client.post("/accounts/login/", {"login": "owner@example.com", "password": PASSWORD})
        client.get("/workspaces/")
    with time_machine.travel("2026-01-10T12:00:00Z"):
        purge_due()
        assert Session.objects.count() == UserSession.objects.count() == 1
    with time_machine.travel("2026-01-20T12:00:00Z"):
        Client().post("/accounts/login/", {"login": "owner@example.com", "password": PASSWORD})
        purge_due()
        assert Session.objects.count() == UserSession.objects.count() == 1


def test_a_preview_is_gone_the_night_after(db: None) -> None:
    cache.clear()
    cache.set("people-1-1-word", [{"name": "Lin Mei", "email": "mei@example.com"}], 3600)
    purge_due()
    assert cached() == 1
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        purge_due()
    assert cached() == 0


def test_runs_of_every_task_go_and_what_waits_stays(world: World) -> None:
    def run(status: str, days: int) -> DBTaskResult:
        when = timezone.now() - timedelta(days=days)
        row = DBTaskResult.objects.create(
            status=status,
            args_kwargs={"args": [world.workspace.pk], "kwargs": {}},
            task_path=count_standings.module_path,
            backend_name="default",
            run_after=get_date_max(),
            exception_class_path="",
            traceback="",
            finished_at=None if status in ("READY", "RUNNING") else when,
        )
        DBTaskResult.objects.filter(pk=row.pk).update(enqueued_at=when)
        return row

    for status in ("SUCCESSFUL", "FAILED"):
        run(status, 2)
    stay = {run("READY", 2).pk, run("RUNNING", 2).pk, run("SUCCESSFUL", 0).pk}
    purge_due()
    assert set(DBTaskResult.objects.values_list("pk", flat=True)) == stay
