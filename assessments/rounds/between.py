"""From one round to a later one: what changed, and what of the plan touched it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .changes import Change, dimension_changes, practice_changes
from .common import Round, common
from .frameworks import Difference, differences
from .headline import level_verdict, trust_change
from .noise import Verdict


@dataclass(frozen=True, slots=True)
class Work:
    """An item of the plan: its code, the practice it is about ("" for none), the day it was done (None: not yet)."""

    code: str
    practice: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Between:
    """From one round to a later one.

    `touched` gives, by practice, the codes of the work done after the one round and up to the other. It says where work
    and movement meet, not that the work moved it. `differences` are those of the two versions of the framework.
    """

    before: str
    now: str
    level: Verdict
    trust: Change
    dimensions: tuple[Change, ...]
    practices: tuple[Change, ...]
    touched: dict[str, tuple[str, ...]]
    differences: tuple[Difference, ...]


def between(before: Round, now: Round, work: Iterable[Work]) -> Between:
    """What changed between two rounds."""
    both = common(before, now)
    dimensions = {each.id: each for each in dimension_changes(both)}
    return Between(
        before.name,
        now.name,
        level_verdict(both, dimensions),
        trust_change(both, dimensions),
        tuple(dimensions.values()),
        tuple(practice_changes(both)),
        _touched(before, now, work),
        () if before.framework is now.framework else differences(before.framework, now.framework),
    )


def _touched(before: Round, now: Round, work: Iterable[Work]) -> dict[str, tuple[str, ...]]:
    """The codes of what was done between the two, by practice, in the order of the framework."""
    done = [each for each in work if each.done_on and before.held_on < each.done_on <= now.held_on]
    found = {key: tuple(each.code for each in done if each.practice == key) for key in now.framework.practices}
    return {key: codes for key, codes in found.items() if codes}
