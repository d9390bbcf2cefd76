"""`manage.py plan ANSWERS --reach level=3,trust=60`: the cheapest steps to targets, without server or database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ...content.loader import framework
from ...content.schema import LANGUAGES
from ...files.problems import FileProblems, Place, Problem
from ...files.reading import read
from ...files.text import nearest
from ...files.value import AnswerFile
from ...maturity.scorecard import Scorecard
from ...maturity.scoring import score
from ...planning.cheapest import cheapest
from ...planning.faults import Fault, TargetFaults
from ...planning.parsing import parse
from ...planning.result import result
from ...planning.targets import Targets
from ...reports.plan_summary import plan_summary
from ...reports.plan_words import PlanWords
from ...reports.target_words import fault_text
from ...reports.wording import quoted
from ...words.answers import unasked_lines
from ._outputs import FileCommand, beside, content_of, hindrance


class Command(FileCommand):
    """Prints the cheapest set of steps with the reason for each, what it costs, and the result before and after."""

    help = (
        "Finds the cheapest set of steps from a file of answers (JSON, CSV or XLSX) to targets, and what comes of it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("answers", type=Path, metavar="ANSWERS", help="a file of answers: JSON, CSV or XLSX")
        parser.add_argument(
            "--reach",
            required=True,
            metavar="TARGETS",
            help="such as level=3,trust=60,int=70,l2-response-speed=4,band=L,by=2027-06-30",
        )
        parser.add_argument("--language", choices=LANGUAGES, help="default: the file's own, else en")
        parser.add_argument("--json", type=Path, metavar="FILE", help="write the plan as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        with override(options["language"] or LANGUAGES[0]):
            answers, targets = self._read(options["answers"], options["reach"], options["json"])
        language = options["language"] or answers.language or LANGUAGES[0]
        with override(language):
            card = score(framework(), answers.sheet(), timezone.localdate())
            words = PlanWords(framework(), language, cheapest(framework(), card, targets))
            if options["json"]:
                self.write(options["json"], _as_json(answers, card, words, targets))
            self.stdout.write(plan_summary(words, targets.by))
            if said := unasked_lines(*answers.unasked(framework().asked_ids(answers.practice_set))):
                self.stdout.write("\n".join(["", *said]))

    def _read(self, path: Path, reach: str, written: Path | None) -> tuple[AnswerFile, Targets]:
        """What was asked, or every reason why it cannot be, from the file and from the targets."""
        problems = [wrong] if (wrong := hindrance(path, written)) else []
        answers, targets = None, None
        try:
            answers = read(path.name, content_of(path), framework(), today=timezone.localdate())
        except OSError as error:
            problems.append(beside(path, error.errno))
        except FileProblems as error:
            problems.append(str(error))
        try:
            targets = parse(framework(), reach)
        except TargetFaults as error:
            problems += [str(_problem(each)) for each in error.faults]
        if problems or answers is None or targets is None:
            self.refuse("\n".join(problems))
        return answers, targets


def _as_json(answers: AnswerFile, card: Scorecard, words: PlanWords, targets: Targets) -> bytes:
    """The plan, with which assessment it is of and the reasons as they are printed."""
    data = result(card, words.plan, targets.by)
    company = answers.company
    about = {
        "language": words.language,
        "title": answers.title,
        "company": {"name": company.name, "industry": company.industry, "size": company.size},
        "date": answers.held_on.isoformat(),
        "set": card.practice_set,
    }
    for told, step in zip(data["steps"], words.plan.steps, strict=True):
        told["reasons"] = list(words.reasons(step))
    text = json.dumps({"format": data.pop("format"), **about, **data}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _problem(fault: Fault) -> Problem:
    message, allowed = fault_text(fault), fault.allowed
    found = quoted(fault.found) if fault.found else ""
    if fault.kind == "unknown":
        names, practices = ("level", "trust", "band", "by", *framework().by_dimension), framework().practices
        if guess := nearest(fault.key, (*names, *practices)):
            message = _("%(message)s Did you mean “%(guess)s”?") % {"message": message, "guess": guess}
        allowed = ", ".join((*names, _("a key such as %(example)s") % {"example": next(iter(practices))}))
    return Problem(Place("--reach", entry=fault.key), message, found, allowed)
