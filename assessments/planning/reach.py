"""Which targets steps alone can reach, and why the others cannot be.

No step lowers anything, so the state with everything lifted as far as it goes meets each target that can be met, and
all of them together: what fails there fails by itself and not for the sake of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..content.schema import Dimension, Framework
from ..maturity.lines import above
from ..maturity.scorecard import Scorecard
from ..maturity.units import BANDS, TOP_STAGE
from .needs import waits_for
from .outcome import Outcome, after, holds, value_of
from .room import Rooms
from .targets import Target

Why = Literal["not-rated", "capped", "not-asked", "not-applicable", "unanswered", "blocked"]


@dataclass(frozen=True, slots=True)
class Unreachable:
    """A target that no steps reach, why, about whom (ids), and the `best` value that steps do reach (None: none).

    not-rated: dimensions with too few answers; capped: open red flags; not-asked, not-applicable, unanswered: the
    practice itself; blocked: unanswered practices that are prerequisites of what would have to rise.
    """

    target: Target
    why: Why
    about: tuple[str, ...]
    best: float | None


def unreachable(
    framework: Framework, card: Scorecard, rooms: Rooms, targets: Sequence[Target]
) -> tuple[Unreachable, ...]:
    """Those of `targets` that cannot be reached, in their order."""
    highest = after(framework, card, {key: room.top for key, room in rooms.items()})
    return tuple(_explained(framework, card, rooms, highest, each) for each in targets if not holds(highest, each))


def _explained(framework: Framework, card: Scorecard, rooms: Rooms, highest: Outcome, target: Target) -> Unreachable:
    why, about = _why(framework, card, rooms, highest, target)
    return Unreachable(target, why, tuple(dict.fromkeys(about)), value_of(highest, target))


def _why(
    framework: Framework, card: Scorecard, rooms: Rooms, highest: Outcome, target: Target
) -> tuple[Why, Iterable[str]]:
    if target.kind == "practice":
        return _why_practice(framework, card, target.about)
    behind = _behind(framework, highest, target)
    if unrated := [each.id for each in behind if highest.scores[each.id] is None]:
        return "not-rated", unrated
    if target.kind == "band" and (flags := _capping(framework, highest, target)):
        return "capped", flags
    low = {each.id for each in behind}
    stuck = [key for key, room in rooms.items() if room.dimension in low and room.top < TOP_STAGE]
    return "blocked", [each for key in stuck for each in waits_for(framework, card.practices, key)]


def _capping(framework: Framework, highest: Outcome, target: Target) -> list[str]:
    """The open red flags that keep the trust band below the target, whatever is done to the practices."""
    caps = {flag: str(framework.flags[flag].caps_trust) for flag in highest.trust.capped_by}
    return [flag for flag, cap in caps.items() if BANDS.index(cap) < target.value]


def _why_practice(framework: Framework, card: Scorecard, key: str) -> tuple[Why, Iterable[str]]:
    found = card.practices.get(key)
    if found is None:
        return "not-asked", [key]
    if not found.applicable:
        return "not-applicable", [key]
    if found.stage is None:
        return "unanswered", [key]
    return "blocked", waits_for(framework, card.practices, key)


def _behind(framework: Framework, highest: Outcome, target: Target) -> Sequence[Dimension]:
    """The dimensions that a target other than a practice hangs on; of levels those that do not pass the gate."""
    if target.kind == "level":
        levels, gate = framework.levels[: int(target.value)], framework.thresholds.gate
        return [each for each in levels if not above(highest.scores[each.id] or 0.0, gate)]
    return [framework.by_dimension[target.about]] if target.kind == "dimension" else framework.factors
