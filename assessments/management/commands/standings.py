"""`manage.py standings`: the figures by which companies are listed, computed for all of them."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand

from ...actions.standings_due import count_due


class Command(BaseCommand):
    """Looks at every company, and computes what is missing or no longer fits. Doing it twice does nothing more."""

    help = "Computes the figures by which the portfolio lists, sorts and filters companies; once a day is enough."

    def handle(self, *, verbosity: int, **options: Any) -> None:
        count = count_due(everything=True)
        if verbosity:
            self.stdout.write(f"Looked at {count} companies.")
