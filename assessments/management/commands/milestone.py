"""`manage.py milestone verify CODE`: whether a milestone is what was kept."""

from __future__ import annotations

import sys
import uuid
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from ...queries.milestones import any_milestone
from ...reports.frozen import digest_of, faults_in

BAD_INPUT = 2


class Command(BaseCommand):
    """Counts the digest of a milestone anew and says whether it is the one that was written beside it."""

    help = "Checks that a milestone is still what was kept: its digest, and the result in each of its languages."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("act", choices=("verify",))
        parser.add_argument("code", type=uuid.UUID, metavar="CODE", help="the code in the address of the milestone")

    def handle(self, *args: Any, **options: Any) -> None:
        kept = any_milestone(options["code"])
        if kept is None:
            self._refuse([f"{options['code']}: there is no milestone of this code"])
        found = digest_of(kept.content)
        faults = [] if found == kept.digest else [f"content: SHA-256 is {found}, and was {kept.digest}"]
        faults += faults_in(kept.content)
        if faults:
            self._refuse(faults)
        self.stdout.write(f"Milestone {kept.number} of “{kept.assessment.title}”, “{kept.name}”: as it was kept.")
        self.stdout.write(f"SHA-256 {kept.digest}")

    def _refuse(self, problems: list[str]) -> None:
        self.stderr.write("\n".join(problems))
        sys.exit(BAD_INPUT)
