"""`manage.py backup`: everything in one file, while people work."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from cxmaturity.backup import back_up


class Command(BaseCommand):
    """Writes a backup, and removes old ones if told how many to keep. `manage.py restore` puts it back."""

    help = "Writes the database, and the key beside it, into one file in a folder; safe while people work."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="made if it is not there; nobody else may read what is written")
        parser.add_argument("--keep", type=int, help="afterwards, remove all backups there but so many, the newest")

    def handle(self, *, folder: Path, keep: int | None, verbosity: int, **options: Any) -> None:
        if keep is not None and keep < 1:
            raise CommandError("--keep must be at least 1.", returncode=2)
        try:
            made = back_up(folder, keep=keep)
        except OSError as error:
            raise CommandError(f"{error.filename or folder}: {error.strerror}", returncode=2) from error
        except RuntimeError as error:
            raise CommandError(str(error), returncode=2) from error
        if verbosity:
            size = made.file.stat().st_size / 1_000_000
            removed = f"; removed {len(made.removed)} older" if made.removed else ""
            self.stdout.write(f"{made.file}: {size:.1f} MB, read back and found whole{removed}")
