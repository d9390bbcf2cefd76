"""Every benchmark, one table.

    .venv/bin/python benchmarks/all.py

Marks every goal that is missed, and fails (exit status 1) where one is missed by more than a quarter: a busy machine
moves ratios a little, a change for the worse moves them further. benchmarks/servers.py is not among them: it compares
web servers with each other, and needs tools that are not ours.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measuring import HEAD, Measure  # the project's folder must be found first

HERE = Path(__file__).parent
MARGIN = 1.25
SCORED = re.compile(r"^(score|build and score) +(\d+) ms wall +(\d+) ms CPU +([\d.]+) times", re.M)
SET = re.compile(r"^(\S+) +(scratch|warm)(?: +\d+){4} +(\d+) +(\d+) +([\d.]+) +([\d.]+)", re.M)


def main() -> int:
    """Runs them one after the other, since two at once would disturb each other."""
    print(HEAD, flush=True)
    missed: list[Measure] = []
    for script, read in SCRIPTS.items():
        options = ["--json"] if read is _measures else []
        run = subprocess.run([sys.executable, str(HERE / script), *options], stdout=subprocess.PIPE, text=True)
        measures = list(read(run.stdout))
        if not measures:
            raise RuntimeError(f"{script} ended with {run.returncode} and said nothing that is understood here")
        print(*(each.line() for each in measures), sep="\n", flush=True)
        missed += [each for each in measures if not each.reached]
    far = [each for each in missed if each.goal is not None and each.value > each.goal * MARGIN]
    print(f"{len(missed)} missed, {len(far)} of them by more than a quarter")
    return 1 if far else 0


def _measures(said: str) -> Iterator[Measure]:
    """What our own scripts say when asked for JSON."""
    return (Measure(**each) for each in json.loads(said or "[]"))


def _scored(said: str) -> Iterator[Measure]:
    """The lines of scoring.py."""
    for name, wall, cpu, ratio in SCORED.findall(said):
        goal = 3.0 if name == "score" else None
        yield Measure(f"{name} a thousand, over json.loads", float(ratio), "times", goal, float(wall), float(cpu))


def _set(said: str) -> Iterator[Measure]:
    """The lines of pdf.py; its goals are for a report made from scratch, in the time that somebody waits for it."""
    for language, start, wall, cpu, ratio, by_cpu in SET.findall(said):
        name, goal, note = f"PDF, {language}, {start}", 1.3 if start == "scratch" else None, f"{by_cpu} by CPU time"
        yield Measure(f"{name}, over typst alone", float(ratio), "times", goal, float(wall), float(cpu), note)
        if goal:
            yield Measure(name, float(wall) / 1000, "seconds", 1.0, float(wall), float(cpu))


SCRIPTS: dict[str, Callable[[str], Iterator[Measure]]] = {
    "saving.py": _measures,
    "question.py": _measures,
    "report.py": _measures,
    "workshop.py": _measures,
    "scoring.py": _scored,
    "pdf.py": _set,
    "assess.py": _measures,
    "portfolio.py": _measures,
}

if __name__ == "__main__":
    sys.exit(main())
