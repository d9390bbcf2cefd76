"""`manage.py assess ANSWERS`: the whole report from a file of answers, without a server and without the database."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
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
from ...results import assess

BAD_INPUT = 2


class Command(BaseCommand):
    """Prints the finding, the levels and the first five steps; writes the files asked for."""

    help = "Scores a file of answers (JSON, CSV or XLSX) and prints the finding, the levels and the first five steps."
    requires_system_checks = ()  # reads files alone: no database, no templates

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("answers", type=Path, metavar="ANSWERS", help="a file of answers: JSON, CSV or XLSX")
        parser.add_argument("--language", choices=LANGUAGES, help="default: the file's own, else en")
        for kind in RENDERERS:
            parser.add_argument(f"--{kind}", type=Path, metavar="FILE", help=f"write the report as {kind.upper()}")

    def handle(self, *args: Any, **options: Any) -> None:
        answers, language = self._read(options["answers"], options["language"])
        with override(language):
            document = _document(answers, language)
            # Every file is made before the first is written: an error leaves nothing half done.
            made = {options[kind]: renderer.render(document) for kind, renderer in RENDERERS.items() if options[kind]}
            for path, content in made.items():
                self._write(path, content)
            self.stdout.write(summary(document))

    def _read(self, path: Path, language: str | None) -> tuple[AnswerFile, str]:
        with override(language or LANGUAGES[0]):
            try:
                answers = read(path.name, path.read_bytes(), framework(), today=timezone.localdate())
            except OSError as error:
                self._refuse(f"{path}: {error.strerror}")
            except FileProblems as error:
                self._refuse(str(error))
        return answers, language or answers.language or LANGUAGES[0]

    def _write(self, path: Path, content: bytes) -> None:
        try:
            path.write_bytes(content)
        except OSError as error:
            self._refuse(f"{path}: {error.strerror}")

    def _refuse(self, text: str) -> None:
        self.stderr.write(text)
        sys.exit(BAD_INPUT)


def _document(answers: AnswerFile, language: str) -> ReportDocument:
    company = answers.company
    facts = Facts(company.name, company.industry, company.size, answers.title, answers.held_on)
    return build(assess(framework(), answers.sheet(), facts, language, timezone.localdate()))
