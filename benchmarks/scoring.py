"""Scoring 1,000 assessments of ten respondents, beside the time `json.loads` takes to read the same answers.

    python benchmarks/scoring.py [--assessments 1000]

Prints, for reading, scoring, and building the answer sheets plus scoring, the wall and CPU time of each thousand, and
the ratio to reading. The goal is scoring at most 3 times reading. Reading and scoring alternate in small portions, so
that a busy machine slows both alike.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from assessments.content.loader import framework  # the project's folder must be found first
from assessments.maturity.answers import Answer, AnswerSheet, Respondent  # as above
from assessments.maturity.scoring import score  # as above

RESPONDENTS = ("leaders", "leaders", "managers", "managers", "managers", *["frontline"] * 5)
PORTION = 50
TODAY = date(2026, 11, 21)
GOAL = 3.0
NOTES = (
    "Seen in the shop on Monday; the rota hangs in the office.",
    "各门店的做法还不一样，三号店做得最好。",
    "Only the online team does this so far.",
)


def answers_file(seed: int) -> str:
    """A `cxmaturity-answers/1` file of ten respondents with 56 answers each, three in ten with a note."""
    chance = random.Random(seed)
    lean = chance.uniform(0.5, 3.0)
    return json.dumps(
        {
            "format": "cxmaturity-answers/1",
            "framework": "cx-pyramid",
            "framework_version": 1,
            "title": "Autumn 2026",
            "company": {"name": "Harbour Retail", "industry": "retail", "size": "250-999"},
            "date": TODAY.isoformat(),
            "respondents": [
                {
                    "name": f"respondent-{number}",
                    "group": group,
                    "answers": {practice: _said(chance, lean) for practice in framework().practices},
                }
                for number, group in enumerate(RESPONDENTS, start=1)
            ],
            "red_flags": ["RF-01"],
            "targets": {},
        },
        ensure_ascii=False,
    )


def _said(chance: random.Random, lean: float) -> dict[str, Any]:
    kind = chance.random()
    if kind < 0.04:
        return {"dont_know": True}
    if kind < 0.05:
        return {"not_applicable": "out-of-scope"}
    said: dict[str, Any] = {"stage": min(4, max(0, round(chance.gauss(lean, 1.0))))}
    if chance.random() < 0.3:
        said["note"] = chance.choice(NOTES)
    return said


def build(data: dict[str, Any]) -> AnswerSheet:
    """The answer sheet of a file that has been read."""
    return AnswerSheet(
        respondents=tuple(
            Respondent(each["name"], each["group"], {key: Answer(**said) for key, said in each["answers"].items()})
            for each in data["respondents"]
        ),
        held_on=date.fromisoformat(data["date"]),
        red_flags=frozenset(data["red_flags"]),
        targets=data["targets"],
    )


class Stopwatch:
    """Wall and CPU seconds of everything it has run."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0

    def run(self, work: Callable[[Any], Any], portion: list[Any]) -> list[Any]:
        """Does `work` on each of `portion` and adds the time it took."""
        gc.collect()
        wall, cpu = perf_counter(), process_time()
        results = [work(each) for each in portion]
        self.wall += perf_counter() - wall
        self.cpu += process_time() - cpu
        return results


def measure(assessments: int) -> dict[str, Stopwatch]:
    """Reads, builds and scores that many assessments, a portion at a time."""
    watches = {name: Stopwatch() for name in ("read", "build", "score")}
    framework_ = framework()
    for first in range(0, assessments, PORTION):
        files = [answers_file(seed) for seed in range(first, min(first + PORTION, assessments))]
        read = watches["read"].run(json.loads, files)
        sheets = watches["build"].run(build, read)
        watches["score"].run(lambda sheet: score(framework_, sheet, TODAY), sheets)
    return watches


def main() -> int:
    """Prints the figures; exit status 1 where scoring misses the goal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assessments", type=int, default=1000)
    count = parser.parse_args().assessments
    watches = measure(count)
    read, build_, score_ = watches["read"], watches["build"], watches["score"]
    rows = (
        ("json.loads", read.wall, read.cpu),
        ("score", score_.wall, score_.cpu),
        ("build and score", build_.wall + score_.wall, build_.cpu + score_.cpu),
    )
    sys.stdout.write(f"{count} assessments of {len(RESPONDENTS)} respondents\n")
    for name, wall, cpu in rows:
        ratio = f"{cpu / read.cpu:5.2f} times reading (CPU), {wall / read.wall:5.2f} (wall)"
        sys.stdout.write(f"{name:<16} {wall * 1000:8.0f} ms wall {cpu * 1000:8.0f} ms CPU  {ratio}\n")
    reached = score_.cpu <= GOAL * read.cpu
    sys.stdout.write(f"goal: score at most {GOAL:g} times reading: {'reached' if reached else 'missed'}\n")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
