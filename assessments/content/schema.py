"""The published content as values: a framework, its dimensions, practices, red flags and lenses.

Every text carries all three languages. Values are frozen: a published framework never changes.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    Strict,
    StringConstraints,
)

LANGUAGES = ("en", "zh-hans", "zh-hant")
Language = Literal["en", "zh-hans", "zh-hant"]
Size = Literal["S", "M", "L"]
Impact = Literal["L", "M", "H"]
Band = Literal["N", "P", "L", "F"]
# What is measured of customers, as assessments/voice names it.
Measure = Literal["nps", "csat", "ces", "trust-int", "trust-abl", "trust-aff", "trust-con", "trust-out"]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$", max_length=40)]
# A number or a yes in quotes is none: the JSON Schema says so too.
YesNo = Annotated[bool, Strict()]
Whole = Annotated[int, Strict()]
Number = Annotated[float, Strict()]
PositiveInt = Annotated[Whole, Field(gt=0)]
PositiveFloat = Annotated[Number, Field(gt=0)]
Share = Annotated[tuple[Whole, Whole], AfterValidator(lambda pair: _share(pair))]
Stage = Annotated[Whole, Field(ge=0, le=4)]
Percent = Annotated[Number, Field(ge=0, le=100)]
Fraction = Annotated[Number, Field(ge=0, le=1)]
Rising = AfterValidator(lambda numbers: _ordered(numbers, "rise", numbers))
Falling = AfterValidator(lambda numbers: _ordered(numbers, "fall", numbers[::-1]))


def _share(pair: tuple[int, int]) -> tuple[int, int]:
    part, whole = pair
    if not 0 < part <= whole:
        raise ValueError(f"a share is [part, whole] with 0 < part <= whole, not {list(pair)}")
    return pair


def _ordered(numbers: tuple[Any, ...], way: str, upwards: tuple[Any, ...]) -> tuple[Any, ...]:
    if any(one >= other for one, other in pairwise(upwards)):
        raise ValueError(f"the numbers must {way}, from the first to the last, not {list(numbers)}")
    return numbers


def _complete(points: dict[str, int], sizes: tuple[str, ...]) -> dict[str, int]:
    if missing := [size for size in sizes if size not in points]:
        raise ValueError(f"gives no points for {', '.join(missing)}; every size needs some")
    return points


class Frozen(BaseModel):
    """A value: no unknown fields, no changes, no infinite numbers."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, allow_inf_nan=False)


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]


class Text(Frozen):
    """One text in every language."""

    en: Line
    zh_hans: Line = Field(alias="zh-hans")
    zh_hant: Line = Field(alias="zh-hant")

    def to(self, language: str) -> str:
        """The text in `language`, one of LANGUAGES; raises KeyError for another."""
        return {"en": self.en, "zh-hans": self.zh_hans, "zh-hant": self.zh_hant}[language]


class Step(Frozen):
    """What to do to reach the next stage: `do` is one sentence that can head a card, `how` the details."""

    do: Text
    how: Text


class Practice(Frozen):
    """One thing a company does, asked as one question with five stages and the four steps between them."""

    id: Key
    quick: YesNo
    critical: YesNo
    effort: Size
    impact: Impact
    needs: tuple[Key, ...]
    moves: tuple[Key, ...]
    weight: PositiveFloat = 1.0
    title: Text
    question: Text
    why: Text
    evidence: Text
    first_sign: Text
    stages: Annotated[tuple[Text, ...], Field(min_length=5, max_length=5)]
    steps: Annotated[tuple[Step, ...], Field(min_length=4, max_length=4)]

    def step_from(self, stage: int) -> Step:
        """The step from `stage` (0..3) to the next."""
        return self.steps[stage]


class Dimension(Frozen):
    """A level of the pyramid or a trust factor, with its practices in order."""

    id: Key
    kind: Literal["level", "factor"]
    name: Text
    heading: Text
    asks: Text
    about: Text
    holds: Text
    lacks: Text
    practices: Annotated[tuple[Practice, ...], Field(min_length=1)]


class Named(Frozen):
    """Something with a key and a name: a group of respondents, a band, a metric."""

    id: Key
    title: Text


class NotApplicableReason(Named):
    """Why a practice is said not to apply. Only reasons that do not count as zero leave the score (method 1.4)."""

    counts_as_zero: YesNo


class RedFlag(Named):
    """A mistake customers meet now. `caps_trust` is the best trust band while the flag is open (method 2.2)."""

    question: Text
    about: Text
    practices: Annotated[tuple[Key, ...], Field(min_length=1)]
    caps_trust: Band | None = None


class LensItem(Frozen):
    """One heading of a lens and what stands under it."""

    title: Text
    practices: Annotated[tuple[Key, ...], Field(min_length=1)]


class Lens(Named):
    """A one-page slice of the report: practices grouped under another heading."""

    about: Text
    items: Annotated[tuple[LensItem, ...], Field(min_length=1)]


class CustomerItem(Frozen):
    """The measure of customers that speaks of a dimension, on whatever scale it has."""

    dimension: Key
    measure: Measure
    variant: str = ""


class ConfidenceThresholds(Frozen):
    """For each of the five, [high, medium] (method 1.6)."""

    coverage: Annotated[tuple[Fraction, Fraction], Falling]
    evidence: Annotated[tuple[Fraction, Fraction], Falling]
    breadth: Annotated[tuple[PositiveInt, PositiveInt], Falling]
    disagreement: Annotated[tuple[Fraction, Fraction], Rising]
    freshness: Annotated[tuple[PositiveInt, PositiveInt], Rising]


class AgreementThresholds(Frozen):
    """Small-n rules of method 3."""

    spread_min_n: PositiveInt
    agreed_min_n: PositiveInt
    flag_range: Stage
    flag_deviation: PositiveFloat
    gap_stages: PositiveFloat
    gap_stages_large: PositiveFloat
    gap_large_n: PositiveInt
    standard_error: Annotated[tuple[tuple[PositiveInt, PositiveFloat], ...], Field(min_length=1), Rising]


class StepThresholds(Frozen):
    """The priority score and the lanes of method 5."""

    effort: Annotated[dict[Size, PositiveInt], AfterValidator(lambda points: _complete(points, get_args(Size)))]
    impact: Annotated[dict[Impact, PositiveInt], AfterValidator(lambda points: _complete(points, get_args(Impact)))]
    max_gap: Annotated[Whole, Field(ge=1, le=4)]
    block_holding: PositiveFloat
    block_near: PositiveFloat
    block_far: PositiveFloat
    weakest_factor_below: Percent
    weakest_factor_multiplier: PositiveFloat
    red_flag_multiplier: PositiveFloat
    multiplier_cap: PositiveFloat
    capacity: PositiveInt
    lane_days: PositiveInt
    quick_win_impact: tuple[Impact, ...]
    keep_up_stage: Stage
    keep_up_review_days: PositiveInt


class Thresholds(Frozen):
    """Every number the method decides on. They live in the framework's file, never in code."""

    band_edges: Annotated[tuple[Percent, Percent, Percent], Rising]
    gate: Percent
    strict_lower: Percent
    decimal_cap: Fraction
    level_min_applicable: PositiveInt
    factor_min_answered: PositiveInt
    rated_share: Share
    max_not_applicable: Annotated[Whole, Field(ge=0)]
    trust_floor: Percent
    synergy_level: PositiveInt
    synergy_trust: Percent
    prerequisite_stage: Stage
    privacy_practice: Key
    privacy_stage: Stage
    privacy_from_level: PositiveInt
    dont_know_finding: Share
    evidence_from_stage: Stage
    unevidenced_cap: Stage
    customers_min_n: PositiveInt
    confidence: ConfidenceThresholds
    agreement: AgreementThresholds
    steps: StepThresholds


class Framework(Frozen):
    """A published version of the content: what is asked, what it means, what to do next."""

    id: Key
    version: PositiveInt
    title: Text
    thresholds: Thresholds
    stages: Annotated[tuple[Text, ...], Field(min_length=5, max_length=5)]
    not_applicable_reasons: Annotated[tuple[NotApplicableReason, ...], Field(min_length=1)]
    groups: Annotated[tuple[Named, ...], Field(min_length=1)]
    bands: Annotated[tuple[Named, ...], Field(min_length=4, max_length=4)]
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    metrics: tuple[Named, ...]
    customer_items: tuple[CustomerItem, ...] = ()
    red_flags: tuple[RedFlag, ...]
    lenses: tuple[Lens, ...]

    @cached_property
    def levels(self) -> tuple[Dimension, ...]:
        """The levels, base first."""
        return tuple(each for each in self.dimensions if each.kind == "level")

    @cached_property
    def factors(self) -> tuple[Dimension, ...]:
        return tuple(each for each in self.dimensions if each.kind == "factor")

    @cached_property
    def practices(self) -> dict[str, Practice]:
        """Every practice by its id, in the order they are asked."""
        return {practice.id: practice for each in self.dimensions for practice in each.practices}

    @cached_property
    def dimension_of(self) -> dict[str, Dimension]:
        """The dimension of a practice, by the practice's id."""
        return {practice.id: each for each in self.dimensions for practice in each.practices}

    @cached_property
    def by_dimension(self) -> dict[str, Dimension]:
        return {each.id: each for each in self.dimensions}

    @cached_property
    def reasons(self) -> dict[str, NotApplicableReason]:
        return {each.id: each for each in self.not_applicable_reasons}

    @cached_property
    def flags(self) -> dict[str, RedFlag]:
        return {each.id: each for each in self.red_flags}

    @cached_property
    def metric(self) -> dict[str, Named]:
        return {each.id: each for each in self.metrics}

    @cached_property
    def group_ids(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.groups)

    def asked(self, practice_set: str) -> tuple[Practice, ...]:
        """The practices of `practice_set`: "full" is all of them, "quick" the short set."""
        return tuple(each for each in self.practices.values() if practice_set == "full" or each.quick)

    def asked_ids(self, practice_set: str) -> frozenset[str]:
        """The ids of the same."""
        return self._asked_ids["full" if practice_set == "full" else "quick"]

    @cached_property
    def _asked_ids(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(each.id for each in self.asked(name)) for name in ("full", "quick")}
