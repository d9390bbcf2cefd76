"""Answers for the review, written as stages by group: `{"leaders": [3, 3, None], …}`, None does not know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils import timezone

from assessments.models import Answer, Assessment, Respondent

Stages = Mapping[str, Sequence[int | None]]


def answered(assessment: Assessment, practices: Mapping[str, Stages], *, note: str = "", evidence: str = "") -> None:
    """Everybody of a group answers each practice with the stage at their place; names tell the group."""
    now = timezone.now()
    places = dict.fromkeys(
        (group, at) for each in practices.values() for group, given in each.items() for at in range(len(given))
    )
    found = Respondent.objects.bulk_create(
        Respondent(
            workspace_id=assessment.workspace_id, assessment=assessment, name=f"{group.capitalize()} {at}", group=group
        )
        for group, at in places
    )
    people = dict(zip(places, found, strict=True))
    Answer.objects.bulk_create(
        Answer(
            workspace_id=assessment.workspace_id,
            respondent=people[group, at],
            practice=practice,
            stage=stage,
            dont_know=stage is None,
            note=note,
            evidence=evidence,
            chosen_at=now,
            saved_at=now,
        )
        for practice, stages in practices.items()
        for group, given in stages.items()
        for at, stage in enumerate(given)
    )
