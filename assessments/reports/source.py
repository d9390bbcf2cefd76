"""What every section of the report is written from: the inputs and everything computed from them, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..content.schema import Framework, Text
from ..maturity.anonymity import groups_of
from ..maturity.answers import QUICK, Answer, AnswerSheet, counted
from ..maturity.dimensions import ratable
from ..maturity.outside_in import Comparison
from ..maturity.perception import Perception
from ..maturity.projection import Projection
from ..maturity.scorecard import DimensionScore, PracticeScore, Scorecard
from ..maturity.steps import Recommendations
from ..value.ledger import Ledger
from .document import Facts, Number, Owned
from .look import OURS, Look
from .outside import Outside
from .since import Since
from .wording import distance_text, index_text, listed, opened, score_text, stage_text


@dataclass(frozen=True, slots=True)
class Source:
    """One assessment, scored, in the reader's language. `projections` hold the pyramid after each lane, by lane id.

    `outside` is None where there is no company whose customers could be known: `compared` has no rows then. `look` is
    the house style of whoever prepares the report, with their notes. `since` is None in a first round.
    `ledger` holds the assumptions on what experience is worth, with what money is called;
    `owned` what the plan says of practices.
    """

    framework: Framework
    sheet: AnswerSheet
    facts: Facts
    card: Scorecard
    recommendations: Recommendations
    projections: dict[str, Projection]
    perception: Perception
    language: str
    today: date
    compared: Comparison
    outside: Outside | None
    look: Look = OURS
    since: Since | None = None
    ledger: Ledger = field(default_factory=dict)
    owned: Mapping[str, Owned] = field(default_factory=dict)
    currency: str = ""

    def text(self, text: Text) -> str:
        """A text of the content in the reader's language."""
        return text.to(self.language)

    @property
    def company(self) -> str:
        return self.facts.company or _("Your company")

    @property
    def company_within(self) -> str:
        """The same within a sentence, where what stands for a name begins with a small letter."""
        return self.facts.company or pgettext("within a sentence", "your company")

    @property
    def quick(self) -> bool:
        return self.card.practice_set == QUICK

    @property
    def answered(self) -> bool:
        """Whether any practice has a stage."""
        return any(each.stage is not None for each in self.card.practices.values())

    @property
    def applies(self) -> bool:
        """Whether any practice applies: where none does, no answers are missing."""
        return any(each.applicable for each in self.card.practices.values())

    @property
    def gate(self) -> float:
        return self.framework.thresholds.gate

    def name(self, dimension: str) -> str:
        """The short name of a dimension."""
        return self.text(self.framework.by_dimension[dimension].name)

    def practice(self, practice: str) -> str:
        """The title of a practice."""
        return self.text(self.framework.practices[practice].title)

    def band(self, band: str | None) -> str:
        """A band in words; empty where not rated."""
        return next((self.text(each.title) for each in self.framework.bands if each.id == band), "")

    def group(self, name: str) -> str:
        """A group of people, or several that are shown together: “Leaders and managers”."""
        titles = [self._group_title(each) for each in groups_of(name)]
        return opened(listed([titles[0], *(each[:1].lower() + each[1:] for each in titles[1:])]))

    def group_within(self, name: str) -> str:
        """The same within a sentence: “leaders and managers”, “the front line”."""
        within = {"leaders": _("leaders"), "managers": _("managers"), "frontline": _("the front line")}
        return listed([within.get(each, each) for each in groups_of(name)])

    def _group_title(self, group: str) -> str:
        return next((self.text(each.title) for each in self.framework.groups if each.id == group), group)

    def score_text(self, score: float | None) -> str:
        """A percentage as it is shown."""
        return score_text(score, self.framework.thresholds)

    def score(self, score: float | None, key: str) -> Number:
        """The same with the key of its explanation."""
        return Number(self.score_text(score), score, key)

    def below_gate(self, score: float) -> str:
        """The points that a score lacks to the gate, as the score is shown."""
        return distance_text(score, self.gate, self.framework.thresholds)

    def index(self, index: float | None, key: str) -> Number:
        """A mean over dimensions with the key of its explanation."""
        return Number(index_text(index), index, key)

    def stage(self, stage: float | None, key: str) -> Number:
        """A stage with the key of its explanation."""
        return Number(stage_text(stage), stage, key)

    def stage_name(self, stage: int) -> str:
        return self.text(self.framework.stages[stage])

    def reached_text(self, found: PracticeScore) -> str:
        """The sentence of the stage a practice has reached: its step asks for the next. "" where no stage is known."""
        return "" if found.reached is None else self.text(self.framework.practices[found.id].stages[found.reached])

    def found(self, dimension: str) -> DimensionScore:
        """The score of a dimension."""
        return next(each for each in self.card.dimensions if each.id == dimension)

    def counted(self, answer: Answer | None) -> int | None:
        """The stage for which an answer counts; None where it is no stage."""
        return counted(self.framework, answer) if answer else None

    def ratable(self, found: DimensionScore) -> bool:
        """Whether more answers could rate it; not where too few of its practices apply."""
        return ratable(self.framework, found, self.card.practice_set)

    @property
    def weakest_factors(self) -> tuple[DimensionScore, ...]:
        """The factors that show the lowest score: several where they are level; none where no factor is rated."""
        rated = [each for each in self.card.trust.factors if each.score is not None]
        lowest = min(rated, key=lambda each: each.score or 0.0, default=None)
        shown = self.score_text(lowest.score) if lowest else ""
        return tuple(each for each in rated if self.score_text(each.score) == shown)

    @property
    def weak_factor(self) -> DimensionScore | None:
        """The weakest factor where it does not pass the gate."""
        weakest = self.card.trust.weakest
        if weakest is None:
            return None
        found = self.found(weakest)
        return found if found.score is not None and found.score <= self.gate else None
