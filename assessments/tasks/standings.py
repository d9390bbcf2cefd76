"""Figures of the portfolio that are missing, computed by the worker where one runs."""

from __future__ import annotations

from django_tasks import default_task_backend, task
from django_tasks_db.models import DBTaskResult

from ..actions.standings_due import count_due

SECONDS = 60  # then other work may come between
SECONDS_IN_A_REQUEST = 0.5


@task()
def count_standings(workspace: int) -> int:
    """Count the companies of a workspace that are due; without a worker, some of them, since somebody waits."""
    return count_due(
        workspace=workspace, seconds=SECONDS if default_task_backend.supports_defer else SECONDS_IN_A_REQUEST
    )


def count_soon(workspace: int) -> None:
    """Have what is missing computed, unless that waits for the worker already."""
    if default_task_backend.supports_defer:
        waiting = DBTaskResult.objects.filter(task_path=count_standings.module_path, status="READY")
        if waiting.filter(args_kwargs__args=[workspace]).exists():
            return
    count_standings.enqueue(workspace)
