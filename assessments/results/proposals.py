"""What a report proposes, as a plan takes it up: reckoned once for what it is made of, then kept."""

from __future__ import annotations

from django.utils import timezone

from ..planning.proposals import IMPACTS, Proposal
from ..queries.sheets import AssessmentRow, is_sealed, stamp_of
from ..reports.sections.steps import step_cards
from .kept import kept_under
from .sources import assess_rows

Proposals = dict[str, Proposal]


def proposals_of(assessment: AssessmentRow, language: str) -> Proposals:
    """The steps of an assessment in their order, by practice, in this active language; none while it is sealed."""
    if is_sealed(assessment):
        return {}
    stamp = stamp_of(assessment.workspace_id, assessment.pk)
    key = f"steps-{assessment.code}-{language}-{timezone.localdate()}-{stamp}"
    return dict(kept_under(key, lambda: reckoned(assessment, language)))


def reckoned(assessment: AssessmentRow, language: str) -> Proposals:
    """The same, reckoned now."""
    source = assess_rows(assessment, language, files=False)
    return {
        step.practice: Proposal(
            practice=step.practice,
            dimension=step.dimension,
            from_stage=step.from_stage,
            to_stage=step.to_stage,
            lane=step.lane,
            effort=step.effort,
            impact=IMPACTS[step.impact],
            blocked_by=step.blocked_by,
            title=card.do,
            signal=card.first_sign,
            reasons=tuple((each.value, each.text) for each in card.reasons),
        )
        for step, card in zip(source.recommendations.steps, step_cards(source), strict=True)
    }
