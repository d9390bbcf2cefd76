"""`manage.py assess ANSWERS`: the whole report from a file of answers, without a server and without the database."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import override

from ...content.loader import framework
from ...content.schema import LANGUAGES
from ...files.problems import FileProblems
from ...files.reading import read
from ...files.value import AnswerFile
from ...reports.build import build
from ...reports.document import Facts, ReportDocument
from ...reports.renderers import RENDERERS
from ...reports.summary import summary
from ...results.sources import assess
from ...words.answers import unasked_lines
from ._outputs import FileCommand, beside, content_of, hindrance


class Command(FileCommand):
    """Prints the finding, the levels and the first five steps; writes the files asked for."""

    help = "Scores a file of answers (JSON, CSV or XLSX) and prints the finding, the levels and the first five steps."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("answers", type=Path, metavar="ANSWERS", help="a file of answers: JSON, CSV or XLSX")
        parser.add_argument("--language", choices=LANGUAGES, help="default: the file's own, else en")
        for kind, renderer in RENDERERS.items():
            about = renderer.about or f"the report as {kind.upper()}"
            parser.add_argument(f"--{kind}", dest=kind, type=Path, metavar="FILE", help=f"write {about}")

    def handle(self, *args: Any, **options: Any) -> None:
        with override(options["language"] or LANGUAGES[0]):
            if wrong := hindrance(options["answers"], *(options[kind] for kind in RENDERERS)):
                self.refuse(wrong)
            answers = self._read(options["answers"])
        language = options["language"] or answers.language or LANGUAGES[0]
        with override(language):
            document = _document(answers, language)
            # Every file is made before the first is written: an error leaves nothing half done.
            made = {options[kind]: renderer.render(document) for kind, renderer in RENDERERS.items() if options[kind]}
            for path, content in made.items():
                self.write(path, content)
            self.stdout.write(summary(document))
            if said := unasked_lines(*answers.unasked(framework().asked_ids(answers.practice_set))):
                self.stdout.write("\n".join(["", *said]))

    def _read(self, path: Path) -> AnswerFile:
        try:
            return read(path.name, content_of(path), framework(), today=timezone.localdate())
        except OSError as error:
            self.refuse(beside(path, error.errno))
        except FileProblems as error:
            self.refuse(str(error))


def _document(answers: AnswerFile, language: str) -> ReportDocument:
    company = answers.company
    facts = Facts(company.name, company.industry, company.size, answers.title, answers.held_on)
    return build(assess(framework(), answers.sheet(), facts, language, timezone.localdate()))
