"""Answers for the review, written as stages by group: `{"leaders": [3, 3, None], …}`, None does not know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils import timezone

from assessments.models import Answer, Assessment, Respondent

Stages = Mapping[str, Sequence[int | None]]


def answered(assessment: Assessment, practices: Mapping[str, Stages], *, note: str = "", evidence: str = "") -> None:
    """Everybody of a group answers each practice with the stage at their place; names tell the group."""
    now = timezone.now()
    people: dict[tuple[str, int], Respondent] = {}
    rows = []
    for practice, stages in practices.items():
        for group, given in stages.items():
            for place, stage in enumerate(given):
                if (group, place) not in people:
                    people[group, place] = Respondent.objects.create(
                        workspace_id=assessment.workspace_id,
                        assessment=assessment,
                        name=f"{group.capitalize()} {place}",
                        group=group,
                    )
                rows.append(
                    Answer(
                        workspace_id=assessment.workspace_id,
                        respondent=people[group, place],
                        practice=practice,
                        stage=stage,
                        dont_know=stage is None,
                        note=note,
                        evidence=evidence,
                        chosen_at=now,
                        saved_at=now,
                    )
                )
    Answer.objects.bulk_create(rows)
