"""`manage.py bounced`: takes in a message, on standard input, by which a mail server says that ours did not arrive."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management import BaseCommand

from ...actions.messages import note_bounce
from ...mail.bounces import bounce_in


class Command(BaseCommand):
    """For the mail that comes to EMAIL_FROM; whatever is no bounce of ours is passed over, and never an error."""

    help = "Reads a bounced message from standard input, and shows on the progress board that it did not arrive."
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        bounce = bounce_in(sys.stdin.buffer.read())
        noted = bounce is not None and note_bounce(code=bounce.code, problem=bounce.problem)
        self.stdout.write("Noted." if noted else "Not about a message of ours.")
