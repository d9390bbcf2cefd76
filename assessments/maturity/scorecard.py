"""Everything computed from the answers, as frozen values.

Scores are percentages 0..100, stages 0..4, None where not rated. The many small ones are named tuples, which are made
several times faster than frozen dataclasses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from .agreement import Spread
from .lines import HAIR

SCORING_VERSION = 1
Grade = Literal["high", "medium", "low"]
Synergy = Literal["strong-both", "experience-without-trust", "trust-without-experience", "neither"]


class PracticeScore(NamedTuple):
    """One practice over all respondents.

    `stage` is the agreed one where a review settled on one (`agreed`, and then `plain` is the score without it); else
    it is role-balanced. `low` and `high` set every don't-know to 0 and 4; `evidenced` counts unevidenced high
    stages as the cap. The counts are of respondents: `claims` gave a stage that needs evidence, `backed` of them a note
    or a link.
    """

    id: str
    dimension: str
    weight: float
    stage: float | None
    low: float | None
    high: float | None
    evidenced: float | None
    answered: int
    dont_know: int
    not_applicable: int
    claims: int
    backed: int
    applicable: bool
    widely_unknown: bool
    spread: Spread | None
    agreed: int | None = None
    plain: PracticeScore | None = None

    @property
    def self_rated(self) -> float | None:
        """The role-balanced mean of what people said, whether or not a stage was agreed."""
        return self.stage if self.plain is None else self.plain.stage

    @property
    def reached(self) -> int | None:
        """The stage that is whole: a mean of 1.7 has reached stage 1."""
        return None if self.stage is None else int(self.stage + HAIR)


class DimensionScore(NamedTuple):
    """A level or a trust factor. `coverage` is the answered share of the applicable weight (None: none applies).

    `self_rated` is the score on the answers alone, where agreed stages count in `score`.
    """

    id: str
    score: float | None
    low: float | None
    high: float | None
    evidenced: float | None
    coverage: float | None
    rated: bool
    band: str | None
    practices: int
    applicable: int
    answered: int
    self_rated: float | None = None


@dataclass(frozen=True, slots=True)
class Trust:
    """The four factors together (method 2.2): geometric index, arithmetic mean, weakest factor and its band."""

    index: float | None
    mean: float | None
    weakest: str | None
    band: str | None
    capped_by: tuple[str, ...]
    factors: tuple[DimensionScore, ...]


@dataclass(frozen=True, slots=True)
class Reservation:
    """Why an achieved level is shown with reservation: a critical practice is absent, or privacy lags the claim."""

    kind: Literal["critical-absent", "privacy-behind"]
    practice: str
    stage: float


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the five behind the confidence grade: its value (a share, a count or days; None: nothing to judge)."""

    id: Literal["coverage", "evidence", "breadth", "disagreement", "freshness"]
    value: float | None
    grade: Grade


@dataclass(frozen=True, slots=True)
class Confidence:
    """The worst of the five criteria, with all of them (method 1.6)."""

    grade: Grade
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The staged headline beside the continuous profile, never blended (method 1.1).

    `self_rated_level` is the level achieved on the answers alone; the others count agreed stages where there are any.
    """

    achieved_level: int
    strict_level: int | None
    decimal: float | None
    average: float | None
    evidenced_level: int
    self_rated_level: int
    lowest_level: int
    highest_level: int
    provisional: tuple[str, ...]
    reservations: tuple[Reservation, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Everything computed from one answer sheet. Never stored, always computable."""

    framework_id: str
    framework_version: int
    scoring_version: int
    practice_set: str
    respondents: int
    headline: Headline
    confidence: Confidence
    levels: tuple[DimensionScore, ...]
    trust: Trust
    synergy: Synergy | None
    practices: dict[str, PracticeScore]
    red_flags: tuple[str, ...]

    @property
    def agreed(self) -> tuple[PracticeScore, ...]:
        """The practices on which a review settled."""
        return tuple(each for each in self.practices.values() if each.agreed is not None)

    @property
    def dimensions(self) -> tuple[DimensionScore, ...]:
        return self.levels + self.trust.factors
