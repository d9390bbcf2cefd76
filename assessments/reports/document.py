"""The report as one value, in one language, its text finished. Screen, PDF, JSON and XLSX only place it.

Raw numbers travel beside the text (`card`, `recommendations`), so that every rendering shows the same ones. A `Number`
carries the key under which a reader can see what it was made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..maturity.scorecard import Scorecard
from ..maturity.steps import Recommendations


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about an assessment besides its answers. `prepared_by` is the workspace's name or empty."""

    company: str
    industry: str
    size: str
    title: str
    held_on: date
    prepared_by: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as shown, its exact value (None: not rated) and the key of its explanation."""

    text: str
    value: float | None
    key: str


@dataclass(frozen=True, slots=True)
class Head:
    """The opening of a section: its topic, its finding in one sentence, and at most two paragraphs more."""

    number: int
    key: str
    topic: str
    finding: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFigure:
    label: str
    number: Number
    note: str


@dataclass(frozen=True, slots=True)
class FigureText:
    """What a chart says to those who cannot see it."""

    title: str
    desc: str


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """A level or factor in a figure. `status` is attained, next, beyond or unrated (levels), rated or unrated (factors).

    `low` and `high` bound the score by the don't-knows; `evidenced` is the score with unevidenced claims cut.
    """

    id: str
    number: int
    name: str
    asks: str
    status: str
    status_text: str
    score: Number
    low: float | None
    high: float | None
    evidenced: float | None
    band_text: str
    range_text: str
    coverage_text: str
    evidenced_text: str
    title: str


@dataclass(frozen=True, slots=True)
class PyramidSection:
    head: Head
    figure: FigureText
    levels: tuple[DimensionRow, ...]
    achieved: int
    gate: float
    ray_label: str
    caption: str


@dataclass(frozen=True, slots=True)
class TrustSection:
    head: Head
    factors: tuple[DimensionRow, ...]
    index: Number
    mean: Number
    band_text: str
    caption: str


@dataclass(frozen=True, slots=True)
class ProfileSection:
    head: Head
    rows: tuple[DimensionRow, ...]
    legend_score: str
    legend_range: str
    legend_evidenced: str
    caption: str


@dataclass(frozen=True, slots=True)
class SynergySection:
    """`experience` and `trust` place the dot, 0..100; None where one of them is not rated. `quadrants` run top left,
    top right, bottom left, bottom right."""

    head: Head
    figure: FigureText
    experience: float | None
    trust: float | None
    quadrants: tuple[str, str, str, str]
    x_label: str
    y_label: str
    caption: str


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """A practice with the sentence of the stage it has reached."""

    practice: str
    dimension: str
    title: str
    sentence: str
    stage: Number
    note: str


@dataclass(frozen=True, slots=True)
class StrengthsSection:
    head: Head
    strengths_title: str
    strengths: tuple[PracticeLine, ...]
    gaps_title: str
    gaps: tuple[PracticeLine, ...]
    keep_up_title: str
    keep_up: tuple[PracticeLine, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class LensItem:
    title: str
    score: Number
    practices: tuple[PracticeLine, ...]


@dataclass(frozen=True, slots=True)
class LensPage:
    id: str
    title: str
    about: str
    items: tuple[LensItem, ...]


@dataclass(frozen=True, slots=True)
class LensesSection:
    head: Head
    lenses: tuple[LensPage, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class FlagRow:
    id: str
    title: str
    about: str
    effect: str
    practices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlagsSection:
    head: Head
    flags: tuple[FlagRow, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason for a step: it opens with its number or sign."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class StepCard:
    """`move` says from which stage to which; `signs` how to see that it works; `facts` are label-value pairs."""

    number: int
    practice: str
    dimension: str
    dimension_name: str
    practice_title: str
    do: str
    how: str
    move: str
    lane: str
    lane_text: str
    quick_win: str
    first_sign: str
    facts: tuple[tuple[str, str], ...]
    reasons: tuple[ReasonLine, ...]
    priority: Number


@dataclass(frozen=True, slots=True)
class StepsSection:
    head: Head
    reasons_title: str
    first_sign_title: str
    steps: tuple[StepCard, ...]
    more: str


@dataclass(frozen=True, slots=True)
class RoadmapItem:
    number: int
    dimension: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class RoadmapLane:
    """`scores` are the six level scores expected once every step of this lane and the earlier ones is done."""

    id: str
    name: str
    period: str
    outcome: str
    scores: tuple[float | None, ...]
    achieved: int
    figure: FigureText
    items: tuple[RoadmapItem, ...]


@dataclass(frozen=True, slots=True)
class RoadmapSection:
    head: Head
    lanes: tuple[RoadmapLane, ...]
    gate: float
    caption: str


@dataclass(frozen=True, slots=True)
class CertaintyRow:
    id: str
    name: str
    value: str
    grade: str
    grade_text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class CertaintySection:
    head: Head
    rows: tuple[CertaintyRow, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """What one respondent said about one practice."""

    who: str
    answer: str
    note: str
    evidence: str


@dataclass(frozen=True, slots=True)
class PracticeRow:
    practice: str
    title: str
    question: str
    stage: Number
    answer: str
    remarks: tuple[str, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class PracticeGroup:
    dimension: str
    name: str
    score: Number
    rows: tuple[PracticeRow, ...]


@dataclass(frozen=True, slots=True)
class AnswersSection:
    head: Head
    groups: tuple[PracticeGroup, ...]


@dataclass(frozen=True, slots=True)
class MethodSection:
    head: Head
    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The whole report. `words` holds the fixed words a renderer needs (contents, page, prepared for, …)."""

    language: str
    title: str
    company: str
    subtitle: str
    date_text: str
    eyebrow: tuple[str, ...]
    finding: str
    notices: tuple[str, ...]
    keys: tuple[KeyFigure, ...]
    pyramid: PyramidSection
    trust: TrustSection
    profile: ProfileSection
    synergy: SynergySection
    strengths: StrengthsSection
    lenses: LensesSection
    flags: FlagsSection
    steps: StepsSection
    roadmap: RoadmapSection
    certainty: CertaintySection
    answers: AnswersSection
    method: MethodSection
    words: Mapping[str, str]
    facts: Facts
    card: Scorecard
    recommendations: Recommendations

    @property
    def heads(self) -> tuple[Head, ...]:
        """The sections' heads in reading order: the contents of the report."""
        return (
            self.pyramid.head, self.trust.head, self.profile.head, self.synergy.head, self.strengths.head,
            self.lenses.head, self.flags.head, self.steps.head, self.roadmap.head, self.certainty.head,
            self.answers.head, self.method.head,
        )  # fmt: skip
