"""The whole report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...maturity.perception import Perception
from ...maturity.scorecard import Scorecard
from ...maturity.steps import Recommendations
from .acting import RoadmapSection, StepCard, StepsSection
from .basics import Facts, Head, KeyFigure
from .customers import CustomersSection, JourneysSection
from .ground import AnswersSection, CertaintySection, MethodSection, Voice
from .seeing import GapSection
from .standing import (
    FlagsSection,
    LensesSection,
    ProfileSection,
    PyramidSection,
    StrengthsSection,
    SynergySection,
    TrustSection,
)


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The whole report. `words` holds the fixed words a renderer needs (contents, page, prepared for, …).

    `customers` is None where there is no company whose customers could be known, `journeys` where there are no maps.
    `all_steps` are the cards of every lane, `all_voices` every answer under its practice's title, for the workbook.
    """

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
    gap: GapSection
    answers: AnswersSection
    method: MethodSection
    all_steps: tuple[StepCard, ...]
    all_voices: tuple[tuple[str, Voice], ...]
    words: Mapping[str, str]
    facts: Facts
    card: Scorecard
    recommendations: Recommendations
    perception: Perception
    customers: CustomersSection | None = None
    journeys: JourneysSection | None = None

    @property
    def heads(self) -> tuple[Head, ...]:
        """The sections' heads in reading order: the contents of the report."""
        sections = (
            self.pyramid, self.trust, self.profile, self.synergy, self.strengths, self.customers, self.journeys,
            self.lenses, self.flags, self.steps, self.roadmap, self.certainty, self.gap, self.answers, self.method,
        )  # fmt: skip
        return tuple(each.head for each in sections if each)
