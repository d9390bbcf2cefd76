"""`manage.py journey MAP`: what a journey map says, without a server and without the database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from ...content.loader import framework
from ...content.schema import LANGUAGES
from ...files.journeys import read_journey
from ...files.problems import FileProblems
from ...journey.findings import JourneyFindings, findings
from ...journey.result import result
from ...reports.journey_figures import map_svg
from ...reports.journey_summary import journey_summary
from ._outputs import FileCommand, beside, content_of, hindrance


class Command(FileCommand):
    """Prints mean, peak, end and the pains of a map; writes the findings as JSON and the map as SVG."""

    help = "Reads a journey map (JSON or CSV) and prints its feeling, its peak and end, and its pains, the worst first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("map", type=Path, metavar="MAP", help="a journey map: JSON or CSV")
        parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0], help="default: en")
        parser.add_argument("--json", type=Path, metavar="FILE", help="write the findings as JSON")
        parser.add_argument("--svg", type=Path, metavar="FILE", help="write the map as SVG")

    def handle(self, *args: Any, **options: Any) -> None:
        language = options["language"]
        with override(language):
            if wrong := hindrance(options["map"], options["json"], options["svg"]):
                self.refuse(wrong)
            found = self._read(options["map"])
            # Every file is made before the first is written: an error leaves nothing half done.
            made = {path: content for path, content in self._made(found, options, language) if path}
            for path, content in made.items():
                self.write(path, content)
            self.stdout.write(journey_summary(found, framework(), language))

    def _read(self, path: Path) -> JourneyFindings:
        try:
            return findings(read_journey(path.name, content_of(path)))
        except OSError as error:
            self.refuse(beside(path, error.errno))
        except FileProblems as error:
            self.refuse(str(error))

    def _made(self, found: JourneyFindings, options: dict[str, Any], language: str) -> list[tuple[Path, bytes]]:
        made = []
        if options["json"]:
            text = json.dumps(result(found), ensure_ascii=False, indent=1)
            made.append((options["json"], f"{text}\n".encode()))
        if options["svg"]:
            drawn = map_svg(found, framework(), language)
            if drawn is None:
                message = _("A map without stages cannot be drawn.")
                self.refuse(_("%(place)s: %(message)s") % {"place": options["map"], "message": message})
            made.append((options["svg"], drawn))
        return made
