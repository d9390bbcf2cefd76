"""How far a company has come to its targets: (now - base) / (target - base), after OWASP SAMM (method 1.4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .outcome import Outcome, holds, value_of
from .targets import Target


@dataclass(frozen=True, slots=True)
class Progress:
    """The way to one target. `base` and `now` in the target's unit, a level as a decimal; None where not rated.

    `share` of the way: 0 at the base, 1 or more once there, below 0 where the company fell behind its base; None where
    there is no way to measure: base or present not known, or a target that held at the base and was lost.
    """

    target: Target
    base: float | None
    now: float | None
    share: float | None
    reached: bool


def progress(targets: Iterable[Target], base: Outcome, now: Outcome) -> tuple[Progress, ...]:
    """The progress to each target since `base`, the result when it was set."""
    return tuple(_progress(each, base, now) for each in targets)


def _progress(target: Target, base: Outcome, now: Outcome) -> Progress:
    begun, stands, reached = _value(base, target), _value(now, target), holds(now, target)
    if begun is None or stands is None or holds(base, target):
        way = 1.0 if reached else None
    else:
        way = share(begun, stands, target.value)
    return Progress(target, begun, stands, way, reached)


def share(base: float, now: float, target: float) -> float:
    """`(now - base) / (target - base)` for a target above its base."""
    return (now - base) / (target - base)


def _value(outcome: Outcome, target: Target) -> float | None:
    """The value of a target; a level with the way to the next, where that can be told."""
    if target.kind == "level" and outcome.decimal is not None:
        return outcome.decimal
    return value_of(outcome, target)
