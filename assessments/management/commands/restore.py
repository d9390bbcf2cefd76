"""`manage.py restore`: puts a backup in place of the database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from cxmaturity.backup import Refused, restore


class Command(BaseCommand):
    """For a stopped server. What was there before is backed up first, beside the file."""

    help = "Puts a backup of `manage.py backup` in place of the database; stop server and worker first."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="a file that `manage.py backup` has written")

    def handle(self, *, file: Path, **options: Any) -> None:
        try:
            done = restore(file)
        except OSError as error:
            raise CommandError(f"{error.filename or file}: {error.strerror}", returncode=2) from error
        except (Refused, RuntimeError) as error:
            raise CommandError(str(error), returncode=2) from error
        if done.before:
            self.stdout.write(f"What was there before: {done.before}")
        if done.other_key:
            self.stdout.write("SECRET_KEY is set and is not that of the backup: links sent until then open no more.")
        self.stdout.write(f"Restored {file}. Migrate before the server starts, as the unit and `make run` do.")
