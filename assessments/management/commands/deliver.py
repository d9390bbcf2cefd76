"""`manage.py deliver`: sends the e-mail that is due, once or for as long as it runs."""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, DEFAULT_TASK_QUEUE_NAME, default_task_backend
from django_tasks_db.management.commands.db_worker import Worker

from ...mail.delivery import deliver, next_due
from ...tasks.delivery import deliver_soon
from ...tasks.imports import resume_imports

SECONDS_BETWEEN_LOOKS = 1.0


class Command(BaseCommand):
    """For cron where tasks run in the request; with --keep-going, the worker where they run in the database."""

    help = "Sends the e-mail that is due. With --keep-going, works on background tasks until it is stopped."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--keep-going", action="store_true", help="be the worker for TASKS=database")
        parser.add_argument("--parent", type=int, help="end when this process, which started this one, has ended")

    def handle(self, *, keep_going: bool, parent: int | None, verbosity: int, **options: Any) -> None:
        if keep_going:
            work(parent)
            return
        sent = 0
        while (when := next_due()) and when <= timezone.now():
            sent += deliver()
        if verbosity:
            self.stdout.write(f"Sent: {sent}")


def work(parent: int | None) -> None:
    """Work on background tasks until told to stop, or until `parent` is gone."""
    if not default_task_backend.supports_defer:
        raise CommandError(
            "--keep-going works on tasks in the database: set TASKS=database for it and for the server.", returncode=2
        )
    for name in ("django_tasks", "django_tasks_db"):  # of every task it would say that it began and ended
        logging.getLogger(name).setLevel(logging.ERROR)
    worker = Worker(
        queue_names=[DEFAULT_TASK_QUEUE_NAME],
        excluded_queue_names=[],
        interval=SECONDS_BETWEEN_LOOKS,
        batch=False,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )
    worker.configure_signals()
    if parent:
        threading.Thread(target=_end_with, args=[parent], daemon=True).start()
    if next_due():  # left by a worker that was killed
        deliver_soon()
    resume_imports()
    worker.run()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)
