"""The scores of rounds that are set side by side, made anew only when anything that they are made of has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils import timezone

from ..content.loader import framework
from ..maturity.answers import AnswerSheet
from ..maturity.scorecard import Scorecard
from ..maturity.scoring import score
from ..queries.round_people import people_rows, respondents_in, stamp_of_rounds
from ..queries.sheets import AssessmentRow, sheets_of
from .kept import kept_under


class Scored(NamedTuple):
    """A round: its scores, how many and which `groups` answered, the smallest group it may show (0: by name)."""

    card: Scorecard
    people: int
    minimum_group: int
    groups: frozenset[str]


def scores_of(assessments: Sequence[AssessmentRow]) -> list[Scored]:
    """The scores of these rounds, in their order, as of today; one query, and two more where anything has changed."""
    within = assessments[0].workspace_id
    people = people_rows(within, assessments)

    def made() -> list[Scored]:
        sheets = sheets_of(assessments, respondents_in(within, people))
        return [_scored(each, sheet) for each, sheet in zip(assessments, sheets, strict=True)]

    return kept_under(f"rounds-{timezone.localdate()}-{stamp_of_rounds(assessments, people)}", made)


def _scored(assessment: AssessmentRow, sheet: AnswerSheet) -> Scored:
    frame = framework(assessment.framework, assessment.framework_version)
    groups = frozenset(part for each in sheet.respondents for part in each.group.split("+") if each.answers)
    return Scored(score(frame, sheet, timezone.localdate()), sheet.people, sheet.minimum_group, groups)
