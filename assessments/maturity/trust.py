"""The four factors together, and experience beside trust (method 2.2, 2.3)."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from ..content.schema import Framework, Thresholds
from .lines import above
from .scorecard import DimensionScore, Synergy, Trust
from .units import BANDS


def score_trust(framework: Framework, factors: tuple[DimensionScore, ...], red_flags: Sequence[str]) -> Trust:
    """Trust from its four factors and the open red flags. Index, mean and band need all four rated."""
    rated = [each for each in factors if each.score is not None]
    scores = [each.score for each in rated if each.score is not None]
    complete = len(rated) == len(factors)
    weakest = min(rated, key=lambda each: each.score or 0.0) if rated else None
    band = _band(factors) if complete else None
    caps = {flag: cap for flag in red_flags if (cap := framework.flags[flag].caps_trust)}
    capping = tuple(flag for flag, cap in caps.items() if band and BANDS.index(band) > BANDS.index(cap))
    if capping:
        band = min((caps[flag] for flag in capping), key=BANDS.index)
    return Trust(
        index=geometric_mean(scores, framework.thresholds) if complete else None,
        mean=sum(scores) / len(scores) if complete else None,
        weakest=weakest.id if weakest else None,
        band=band,
        capped_by=capping,
        factors=factors,
    )


def geometric_mean(scores: Sequence[float], thresholds: Thresholds) -> float:
    """The geometric mean of percentages, each at least the floor, so that one weak factor pulls the whole down."""
    return float(prod(max(thresholds.trust_floor, score) for score in scores) ** (1 / len(scores)))


def _band(factors: Sequence[DimensionScore]) -> str:
    """The weakest factor's band, one better only where the three others are full."""
    bands = sorted((str(each.band) for each in factors), key=BANDS.index)
    lowest = BANDS.index(bands[0])
    lifted = all(band == "F" for band in bands[1:])
    return BANDS[min(lowest + 1, 3)] if lifted else BANDS[lowest]


def synergy(thresholds: Thresholds, levels: Sequence[float | None], achieved: int, trust: Trust) -> Synergy | None:
    """Experience beside trust. None while the answers do not yet decide one of the two sides."""
    experienced = _experienced(thresholds, levels, achieved)
    trusted = _trusted(thresholds, trust)
    if experienced is None or trusted is None:
        return None
    if experienced:
        return "strong-both" if trusted else "experience-without-trust"
    return "trust-without-experience" if trusted else "neither"


def _experienced(thresholds: Thresholds, levels: Sequence[float | None], achieved: int) -> bool | None:
    if achieved >= thresholds.synergy_level:
        return True
    below = levels[: thresholds.synergy_level]
    failed = any(score is not None and not above(score, thresholds.gate) for score in below)
    return False if failed else None


def _trusted(thresholds: Thresholds, trust: Trust) -> bool | None:
    scores = [each.score for each in trust.factors]
    if any(score is not None and not above(score, thresholds.synergy_trust) for score in scores):
        return False
    return None if None in scores else True
