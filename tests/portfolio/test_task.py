"""What is missing is computed in the background: at once in part, or by the worker, once."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from assessments.models import Company
from assessments.tasks.standings import count_soon
from tests.personas import World

from .rounds import company, held

pytestmark = pytest.mark.django_db


def counted() -> int:
    return Company.objects.filter(counted_at__isnull=False).count()


def test_without_a_worker_some_is_counted_at_once(world: World) -> None:
    held(company(world.workspace, "Kestrel"), 3)
    count_soon(world.workspace.pk)
    assert counted() == 2


def test_with_a_worker_it_waits_once_however_often_it_is_asked_for(
    world: World, owner: Client, settings: Any, monkeypatch: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    Company.objects.bulk_create(Company(workspace=world.workspace, name=f"Company {at:03}") for at in range(60))
    for _twice in range(2):
        answer = owner.get(reverse("workspace", args=[world.workspace.code]))
        assert answer.context["uncounted"] == 11
    assert DBTaskResult.objects.filter(status="READY").count() == 1
    worker = "django_tasks_db.management.commands.db_worker"
    monkeypatch.setattr(f"{worker}.close_old_connections", lambda: None)  # the transaction of the test lives on it
    call_command("db_worker", batch=True, verbosity=0, interval=0)
    assert counted() == 61
    assert owner.get(reverse("workspace", args=[world.workspace.code])).context["uncounted"] == 0
