"""`manage.py voice RESPONSES.csv`: what customers say, as numbers, from a file of any length; without the database."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from ...content.schema import LANGUAGES
from ...files.count_responses import CountedResponses, count_responses
from ...files.problems import FileProblems
from ...reports.voice_table import table
from ...voice.as_json import as_text
from ...voice.compare import comparisons
from ...voice.series import series
from ._outputs import FileCommand, beside, hindrance

PRINTED = 50


class Command(FileCommand):
    """Prints a short table of what all customers say; writes every series and comparison as JSON."""

    help = "Measures customers’ responses (CSV) and prints a short table; --json writes all series and comparisons."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("responses", type=Path, metavar="RESPONSES", help="a file of responses: CSV")
        parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="default: en")
        parser.add_argument("--json", type=Path, metavar="FILE", help="write all series and comparisons as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        with override(options["language"]):
            if wrong := hindrance(options["responses"], options["json"]):
                self.refuse(wrong)
            counted = self._read(options["responses"])
            found = series(counted.cells)
            changes = [each for each in comparisons(found) if each.segment is None]
            if options["json"]:
                self.write(options["json"], as_text(found, changes))
            self.stdout.write(table(found, changes))
            if counted.left_out:
                self.stdout.write(_("Columns not read: %(names)s") % {"names": ", ".join(counted.left_out)})

    def _read(self, path: Path) -> CountedResponses:
        try:
            with path.open("rb") as file:
                return count_responses(path.name, file)
        except OSError as error:
            self.refuse(beside(path, error.errno))
        except FileProblems as error:
            shown, rest = error.problems[:PRINTED], len(error.problems[PRINTED:]) + error.more
            lines = FileProblems(shown, rest).lines()
            self.refuse("\n".join([*lines[:-1], f"… {lines[-1]}"] if rest else lines))
