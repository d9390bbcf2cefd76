"""From a file of answers to a PDF on the command line, in a new process each time.

    .venv/bin/python benchmarks/assess.py [--rounds 5]

Ours is `manage.py assess ANSWERS --pdf FILE` for ten respondents who answered everything, in each language: Python's
start, Django's, the framework, reading, scoring, writing about it, and setting it. The goal is three seconds. The
limits are a Python that does nothing but import Django, and one that has typst set an empty page with the same fonts;
all of them by turns.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.installation import ROOT  # the project's folder must be found first
from benchmarks.measuring import Job, Measure, Taken, bare, by_turns, main, ratio  # as above
from benchmarks.scoring import answers_file  # as above

LANGUAGES = ("en", "zh-hans", "zh-hant")
GOAL = 3.0
DJANGO = "import django"
EMPTY = """
import tempfile, typst
from assessments.reports.renderers.pdf.fonts import fonts
with tempfile.TemporaryDirectory() as folder:
    typst.compile(b" ", root=folder, font_paths=fonts(), ignore_system_fonts=True, format="pdf")
"""


def measure(rounds: int) -> list[Measure]:
    """Each language by turns with the limits."""
    with TemporaryDirectory(prefix="bench-") as folder:
        answers = Path(folder, "answers.json")
        answers.write_text(answers_file(1), encoding="utf-8")
        command = ["manage.py", "assess", str(answers), "--pdf", f"{folder}/report.pdf", "--language"]
        taken = by_turns(
            {
                "django": partial(_cold, ["-c", DJANGO]),
                "typst": partial(_cold, ["-c", EMPTY]),
                **{language: partial(_cold, [*command, language]) for language in LANGUAGES},
            },
            rounds,
            _children,
        )
    return [
        bare("import Django", taken["django"]),
        bare("an empty document by typst", taken["typst"]),
        *(line for language in LANGUAGES for line in _lines(language, taken)),
    ]


def _lines(language: str, taken: dict[str, Taken]) -> list[Measure]:
    ours = taken[language]
    fastest = min(ours.wall)  # of a time in seconds, and not a ratio, a busy machine makes too much
    return [
        Measure(f"assess --pdf, {language}", fastest / 1000, "seconds", GOAL, fastest, min(ours.cpu), "the fastest"),
        ratio(f"assess --pdf, {language}, over Django", ours, taken["django"]),
        ratio(f"assess --pdf, {language}, over typst", ours, taken["typst"]),
    ]


def _cold(arguments: list[str]) -> list[Job]:
    command = [sys.executable, *arguments]
    return [partial(subprocess.run, command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)]


def _children() -> float:
    """Seconds of processor time of all processes that this one has waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main(__doc__ or "", measure, 5))
