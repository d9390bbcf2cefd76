"""The whole report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ...maturity.perception import Perception
from ...maturity.scorecard import Scorecard
from ...maturity.steps import Recommendations
from ..look import SUMMARY, Note
from .acting import RoadmapSection, StepCard, StepsSection
from .basics import Facts, Head, KeyFigure
from .customers import CustomersSection, JourneysSection
from .cuts import BoardCut, GroupPage
from .ground import AnswersSection, CertaintySection, MethodSection, Voice
from .seeing import GapSection
from .since import SinceSection
from .standing import (
    FlagsSection,
    LensesSection,
    ProfileSection,
    PyramidSection,
    StrengthsSection,
    SynergySection,
    TrustSection,
)
from .value import ValueSection
from .workings import Workings

SECTIONS = (
    "pyramid", "trust", "since", "profile", "synergy", "strengths", "customers", "journeys", "lenses", "flags", "steps",
    "roadmap", "certainty", "gap", "value", "answers", "method",
)  # fmt: skip


class Shown(NamedTuple):
    """A section of a report as it is shown: its id, what it says, and what its consultant wrote on it."""

    id: str
    section: Any
    note: Note | None

    @property
    def template(self) -> str:
        """The part of the page that shows it."""
        return f"report/sections/{self.id}.html"


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """The whole report. `words` holds the fixed words a renderer needs (contents, figure, not rated, …).

    `customers` is None where there is no company whose customers could be known, `journeys` where there are no maps,
    `since` in a first round, `value` where no assumption was entered.
    `all_steps` are the cards of every lane, `all_voices` every answer under its practice's title, for the workbook;
    `workings` is what it calculates with.
    `board` and `groups` are what the short forms say besides the sections; a group that may not be shown has no page.
    `borrowed` are the texts in which sections tell of another one, by its id (reports/audience.py).
    `order` are the ids of the sections to show, () for all of SECTIONS; `notes` what was written on them.
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
    value: ValueSection | None = None
    order: tuple[str, ...] = ()
    notes: Mapping[str, Note] = field(default_factory=dict)
    workings: Workings | None = None
    board: BoardCut | None = None
    groups: tuple[GroupPage, ...] = ()
    since: SinceSection | None = None
    borrowed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The sections in reading order; what is not there is not among them."""
        sections = ((name, getattr(self, name)) for name in self.order or SECTIONS)
        return tuple(Shown(name, section, self.notes.get(name)) for name, section in sections if section)

    @property
    def summary(self) -> Note | None:
        """The executive summary, where somebody has written one."""
        return self.notes.get(SUMMARY)

    @property
    def heads(self) -> tuple[Head, ...]:
        """The sections' heads in reading order: the contents of the report."""
        return tuple(each.section.head for each in self.shown)
