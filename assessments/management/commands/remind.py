"""`manage.py remind`: what is said of plans by e-mail, once a day."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand

from ...actions.plan_reminders import remind_of_plans
from ...actions.round_reminders import remind_of_rounds


class Command(BaseCommand):
    """Reminds of what is due or late, in plans and of the next round; sends the letter of the week."""

    help = "Reminds of plan items and rounds that are due or late; on Mondays sends the letter of the week."

    def handle(self, *, verbosity: int, **options: Any) -> None:
        done, rounds = remind_of_plans(), remind_of_rounds()
        if verbosity:
            plans = f"Queued {done.reminders} reminders, {done.digests} letters of the week"
            self.stdout.write(f"{plans} and {rounds} that a round is due.")
