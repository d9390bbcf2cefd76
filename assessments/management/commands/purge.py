"""`manage.py purge`: what is due by its date, once a day."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand

from ...actions.purge import purge_due


class Command(BaseCommand):
    """Closes assessments whose last day is over, keeps the retention of workspaces, removes what was deleted."""

    help = "Closes what is due, erases people after their workspace’s retention, removes what was deleted 30 days ago."

    def handle(self, *, verbosity: int, **options: Any) -> None:
        done = purge_due()
        if verbosity:
            self.stdout.write(
                f"Closed {done.closed} assessments, erased {done.erased} people, removed {done.companies} companies "
                f"and {done.workspaces} workspaces."
            )
