"""The climb: how many levels stand, how strictly, how far to the next (method 1.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..content.schema import Framework, Thresholds
from .lines import above, below
from .scorecard import PracticeScore, Reservation

Scores = Sequence[float | None]


def achieved(scores: Scores, thresholds: Thresholds) -> int:
    """The largest k such that every level 1..k is rated and above the gate. Exactly at the gate does not hold."""
    level = 0
    for score in scores:
        if score is None or not above(score, thresholds.gate):
            break
        level += 1
    return level


def possible(lows: Scores, highs: Scores, thresholds: Thresholds) -> tuple[int, ...]:
    """The levels that can be achieved with every score between its ends, lowest first."""
    may_stand = achieved(highs, thresholds)
    may_fall = [level for level, low in enumerate(lows) if low is None or not above(low, thresholds.gate)]
    return tuple(level for level in (*may_fall, len(lows)) if level <= may_stand)


def strict(scores: Scores, thresholds: Thresholds) -> int | None:
    """The strict line: level k above the gate and every lower one above `strict_lower`.

    None where the climb ends at a level that is not rated.
    """
    level = 0
    for score in scores:
        if score is None:
            return None
        if not above(score, thresholds.gate):
            break
        level += 1
        if not above(score, thresholds.strict_lower):
            break
    else:
        return level
    following = scores[level] if level < len(scores) else 0
    return None if following is None else level


def decimal(scores: Scores, thresholds: Thresholds) -> float | None:
    """Achieved level plus the way to the next, for progress bars; None where the next level is not rated."""
    level = achieved(scores, thresholds)
    if level == len(scores):
        return float(level)
    following = scores[level]
    return None if following is None else level + min(thresholds.decimal_cap, following / thresholds.gate)


def average(scores: Scores) -> float | None:
    """The plain mean of the rated levels. An index, not the maturity level."""
    rated = [score for score in scores if score is not None]
    return sum(rated) / len(rated) if rated else None


def reservations(framework: Framework, practices: dict[str, PracticeScore], level: int) -> tuple[Reservation, ...]:
    """What an achieved `level` is subject to: absent critical practices of it, of those below or of trust; privacy."""
    if not level:
        return ()
    return tuple(_reservations(framework, practices, level))


def _reservations(framework: Framework, practices: dict[str, PracticeScore], level: int) -> Iterable[Reservation]:
    thresholds = framework.thresholds
    for dimension in (*framework.levels[:level], *framework.factors):
        for practice in dimension.practices:
            found = practices.get(practice.id)
            if practice.critical and found and found.stage is not None and found.reached == 0:
                yield Reservation("critical-absent", practice.id, found.stage)
    privacy = practices.get(thresholds.privacy_practice)
    claimed = level >= thresholds.privacy_from_level
    if claimed and privacy and privacy.stage is not None and below(privacy.stage, thresholds.privacy_stage):
        yield Reservation("privacy-behind", privacy.id, privacy.stage)
