"""Rounds by turns, and what they say: the benchmarks of this folder measure and print with this.

A ratio is the median over the rounds of ours to bare within one round, in processor time, which a busy machine disturbs
least; wall time stands beside it. Only ratios of one run mean anything: never compare milliseconds of two runs.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from statistics import median
from time import perf_counter, process_time

Job = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Measure:
    """One line: what was measured, in which unit, and the most it may be; `wall` and `cpu` are milliseconds."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    wall: float | None = None
    cpu: float | None = None
    note: str = ""

    @property
    def reached(self) -> bool:
        """Whether the goal is kept; so it is where there is none."""
        return self.goal is None or self.value <= self.goal

    def line(self) -> str:
        """As it is printed."""
        times = "".join(f"{each:10.2f}" if each is not None else " " * 10 for each in (self.wall, self.cpu))
        value = f"{self.value:.0f}" if self.unit == "queries" else f"{self.value:.2f}"
        verdict = "" if self.goal is None else "reached" if self.reached else "MISSED"
        goal = "" if self.goal is None else f"<= {self.goal:g}"
        return f"{self.name:<46}{times}{value:>9} {self.unit:<8}{goal:>8}  {verdict:<8} {self.note}".rstrip()


HEAD = f"{'':<46}{'wall ms':>10}{'CPU ms':>10}{'value':>9} {'':<8}{'goal':>8}"


@dataclass(slots=True)
class Taken:
    """Milliseconds a job, one pair for each round."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def over(self, other: Taken, clock: str = "cpu") -> float:
        """The median ratio to `other`, round by round."""
        pairs = zip(getattr(self, clock), getattr(other, clock), strict=True)
        return median(mine / its for mine, its in pairs)


def by_turns(
    contenders: dict[str, Callable[[], list[Job]]], rounds: int, clock: Callable[[], float] = process_time
) -> dict[str, Taken]:
    """Runs each contender's jobs in turn, that often, by `clock` of processor time. What makes jobs is not measured."""
    taken = {name: Taken() for name in contenders}
    for number in range(rounds + 1):
        for name, make in contenders.items():
            jobs = make()
            gc.collect()
            wall, cpu = perf_counter(), clock()
            for job in jobs:
                job()
            wall, cpu = perf_counter() - wall, clock() - cpu
            if number:  # the first round fills caches
                taken[name].wall.append(wall / len(jobs) * 1000)
                taken[name].cpu.append(cpu / len(jobs) * 1000)
    return taken


def bare(name: str, taken: Taken) -> Measure:
    """The limit itself, as a line."""
    return Measure(name, 1.0, "times", wall=median(taken.wall), cpu=median(taken.cpu), note="the limit")


def ratio(name: str, ours: Taken, limit: Taken, goal: float | None = None) -> Measure:
    """Ours over the limit, by processor time; the ratio by wall time as a note."""
    note = f"{ours.over(limit, 'wall'):.2f} by wall time"
    return Measure(name, ours.over(limit), "times", goal, wall=median(ours.wall), cpu=median(ours.cpu), note=note)


def main(title: str, measure: Callable[[int], list[Measure]], rounds: int) -> int:
    """Runs a benchmark from the command line; exit status 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=title, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=rounds, help="more rounds for a busy machine")
    parser.add_argument("--json", action="store_true", help="for benchmarks/all.py")
    options = parser.parse_args()
    measures = measure(options.rounds)
    if options.json:
        json.dump([asdict(each) for each in measures], sys.stdout)
    else:
        print(HEAD, *(each.line() for each in measures), sep="\n")
    return 0 if all(each.reached for each in measures) else 1
