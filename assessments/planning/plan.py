"""The plan as values: the steps with their reasons, what they cost, and the results before and after."""

from __future__ import annotations

from dataclasses import dataclass

from .outcome import Outcome
from .reach import Unreachable
from .targets import Target


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One practice from a stage to a later one, at `effort` points in all (S, M, L = 1, 2, 3 for each stage).

    Without it the targets in `serves` fail and the practices in `opens`, which are lifted too, lack a prerequisite: one
    of the two is never empty. `waits_for` are the steps of this plan that must come first.
    """

    practice: str
    dimension: str
    from_stage: int
    to_stage: int
    effort: int
    serves: tuple[Target, ...]
    opens: tuple[str, ...]
    waits_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The cheapest steps to all targets that can be reached; the others are `unreachable`.

    `steps` have prerequisites before what waits for them, and else the framework's order; `effort` is the least there
    is, in effort points. `now` and `then` are the results before and after.
    """

    targets: tuple[Target, ...]
    unreachable: tuple[Unreachable, ...]
    steps: tuple[PlannedStep, ...]
    effort: int
    now: Outcome
    then: Outcome
