"""`manage.py benchmark publish`: what the companies of the installation may be compared with, once a day."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandParser

from ...actions.cohorts import publish


class Command(BaseCommand):
    """Publishes all cohorts as of today. Each stays as it was until three companies in it have changed."""

    help = "Publishes the benchmark of the companies that take part: run it each night, after purge."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("act", choices=("publish",))

    def handle(self, *, verbosity: int, **options: Any) -> None:
        changed = publish()
        if verbosity:
            self.stdout.write(f"Published {changed} cohorts that have changed.")
