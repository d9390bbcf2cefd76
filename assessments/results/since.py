"""What lies between a round and the one it was started from, for its report."""

from __future__ import annotations

from collections.abc import Iterable

from ..content.loader import framework
from ..maturity.answers import AnswerSheet
from ..maturity.scorecard import Scorecard
from ..queries.sheets import AssessmentRow, is_sealed
from ..reports.since import DoneItem, Since
from ..rounds.between import between
from ..rounds.common import Round
from .rounds import round_of, work_in


def round_before(assessment: AssessmentRow) -> AssessmentRow | None:
    """The round that this one was started from, where the two may be compared; no query where it came along."""
    previous = assessment.previous if assessment.previous_id else None
    if previous is None or is_sealed(previous) or previous.framework != assessment.framework:
        return None
    return previous


def since_last(
    assessment: AssessmentRow, previous: AssessmentRow, card: Scorecard, sheet: AnswerSheet, work: Iterable[DoneItem]
) -> Since | None:
    """What changed since the `previous` round, whose `sheet` it is, and what of the `work` done lies in between.

    None where one of the two has no answers.
    """
    if not card.respondents or not sheet.people:
        return None
    frame = framework(assessment.framework, assessment.framework_version)
    before, now = round_of(previous, sheet), Round(assessment.title, assessment.held_on, frame, card)
    items = list(work)
    step = between(before, now, [work_in(each) for each in items])
    done = tuple(each for each in items if before.held_on < each.done_on <= now.held_on)
    return Since(before, now, step, done)
