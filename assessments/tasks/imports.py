"""Imports in the background: checked, written and taken out again by the worker, which delivers mail in between."""

from __future__ import annotations

import logging
import time
import uuid

from django_tasks import default_task_backend, task

from ..actions.import_check import check
from ..actions.import_remove import remove
from ..actions.import_write import fail, write
from ..actions.imports import IN_WORK
from ..mail.delivery import deliver, next_due
from ..models import ImportRun

logger = logging.getLogger(__name__)
STEPS = {"checking": check, "writing": write, "removing": remove}
SECONDS_WITHOUT_MAIL = 10


@task()
def work_on_import(workspace: int, code: str) -> None:
    """Do the step at which an import stands, to its end."""
    runs = ImportRun.objects.filter(workspace=workspace, code=uuid.UUID(code), state__in=IN_WORK)
    run = runs.select_related("company__workspace", "started_by").first()
    if run is None:
        return
    mailed = time.monotonic()
    try:
        for _pause in STEPS[run.state](run):
            if default_task_backend.supports_defer and time.monotonic() - mailed > SECONDS_WITHOUT_MAIL:
                if next_due():  # one worker does both, and mail should not wait for a million rows
                    deliver(seconds=SECONDS_WITHOUT_MAIL / 2)
                mailed = time.monotonic()
    except Exception:
        logger.exception("The import %s has stopped", run.code)
        fail(run, "fault")


def work_soon(run: ImportRun) -> None:
    """Have the next step of an import done: by the worker where one runs, else now."""
    work_on_import.enqueue(run.workspace_id, str(run.code))


def resume_imports() -> None:
    """Go on with what a worker that was killed has left; where another is at it, that one wins."""
    for run in ImportRun.objects.filter(state__in=IN_WORK):
        work_soon(run)
