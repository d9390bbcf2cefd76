"""Where a company stands and what it aims at, scored: what the pages of targets are made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.functional import cached_property

from ..content.loader import framework
from ..content.schema import Framework
from ..maturity.answers import AnswerSheet
from ..maturity.scorecard import Scorecard
from ..maturity.scoring import score
from ..planning.cheapest import cheapest
from ..planning.outcome import Outcome, after
from ..planning.plan import Plan
from ..planning.progress import Progress, progress
from ..planning.stored import targets_in
from ..planning.targets import Targets
from ..queries.goals import open_goal
from ..queries.plan_steps import reported
from ..queries.sheets import AssessmentRow, is_sealed, sheet_of, sheets_of
from ..reports.plan_words import PlanWords
from ..rounds.frameworks import incomparable
from ..words.reader import reader_language


@dataclass
class GoalStanding:
    """A company with its newest assessment that has results, scored, and its open goal, None where it has none."""

    company: Any
    assessment: Any
    frame: Framework
    sheet: AnswerSheet
    card: Scorecard
    goal: Any

    @property
    def language(self) -> str:
        """The reader’s language."""
        return reader_language()

    @cached_property
    def now(self) -> Outcome:
        """The result as it is."""
        return after(self.frame, self.card, {})

    @cached_property
    def targets(self) -> Targets:
        """What is aimed at, as far as this version of the framework knows it."""
        return targets_in(self.frame, self.goal.targets, self.goal.by) if self.goal else Targets()

    @cached_property
    def plan(self) -> Plan:
        """The cheapest steps from here to the targets."""
        return cheapest(self.frame, self.card, self.targets)

    @property
    def is_over(self) -> bool:
        """Whether the day of the open goal is over."""
        return bool(self.goal and self.goal.by and self.goal.by < timezone.localdate())

    @property
    def words(self) -> PlanWords:
        """The plan in words."""
        return PlanWords(self.frame, self.language, self.plan)

    @cached_property
    def progress(self) -> tuple[Progress, ...] | None:
        """The way made since the base, None where the two rounds cannot be compared."""
        base = self.goal.assessment
        if base.pk == self.assessment.pk:
            return progress(self.targets.all(self.frame), self.now, self.now)
        before = framework(base.framework, base.framework_version)
        if is_sealed(base) or base.practice_set != self.assessment.practice_set or incomparable(before, self.frame):
            return None
        return progress(self.targets.all(self.frame), outcomes_of([base])[base.pk], self.now)


def goal_standing_of(company: Any) -> GoalStanding | None:
    """The standing of a company, None where no assessment of it has results to show."""
    assessment = reported(company)
    if assessment is None:
        return None
    frame, sheet = framework(assessment.framework, assessment.framework_version), sheet_of(assessment)
    card = score(frame, sheet, timezone.localdate())
    if all(each.stage is None for each in card.practices.values()):
        return None
    return GoalStanding(company, assessment, frame, sheet, card, open_goal(company))


def outcomes_of(assessments: Sequence[AssessmentRow]) -> dict[int, Outcome]:
    """The results of assessments of one company, by row; three queries, none for none."""
    found, today = {}, timezone.localdate()
    for row, sheet in zip(assessments, sheets_of(assessments) if assessments else (), strict=True):
        frame = framework(row.framework, row.framework_version)
        found[row.pk] = after(frame, score(frame, sheet, today), {})
    return found
