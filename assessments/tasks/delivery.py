"""E-mail in the background: what is due is sent, and the worker comes back for the rest."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from django_tasks import default_task_backend, task
from django_tasks_db.models import DBTaskResult, get_date_max

from ..mail.delivery import deliver, next_due

# Where no worker runs, somebody waits for a page: what is not sent by then waits for `manage.py deliver`.
SECONDS_IN_A_REQUEST = 5


@task()
def deliver_due() -> int:
    """Send the e-mail that is due now, and come back for the rest and for what is to be tried again."""
    if not default_task_backend.supports_defer:
        return deliver(seconds=SECONDS_IN_A_REQUEST)
    forget_old_runs()
    sent = deliver()
    if when := next_due():
        _come_back(when)
    return sent


def deliver_soon() -> None:
    """Have what is owed delivered: by the worker where one runs, else now."""
    deliver_due.enqueue()


def _come_back(when: datetime) -> None:
    """Deliver again at this time, unless that is planned already for then or before."""
    planned = DBTaskResult.objects.filter(task_path=deliver_due.module_path, status="READY")
    if not planned.filter(Q(run_after__lte=when) | Q(run_after=get_date_max())).exists():
        deliver_due.using(run_after=when if when > timezone.now() else None).enqueue()


def forget_old_runs() -> None:
    """The database keeps every run of every task; what matters about them is in messages, imports and figures."""
    old = DBTaskResult.objects.filter(enqueued_at__lt=timezone.now() - timedelta(days=1)).exclude(status="READY")
    old.filter(Q(finished_at__isnull=False) | Q(task_path=deliver_due.module_path)).delete()
