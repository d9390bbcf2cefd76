"""The answers of many people who say the same: written for the first, and copied by the database for the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from django.utils import timezone

from assessments.models import Answer, Respondent

COPIED = [each.column for each in Answer._meta.concrete_fields if each.name not in ("id", "respondent", "stamp")]
COPY = """
INSERT INTO assessments_answer (respondent_id, stamp, {columns})
SELECT other.id, said.stamp + other.id, {said}
FROM assessments_answer said JOIN assessments_respondent other ON other.id IN ({others})
WHERE said.respondent_id = %s
"""


def all_say(people: Sequence[Respondent], stages: Mapping[str, int], **more: Any) -> None:
    """Each of these people gives each practice its stage; `more` are other columns of every answer."""
    first, *others = people
    said = {"chosen_at": timezone.now(), "saved_at": timezone.now(), **more}
    Answer.objects.bulk_create(
        Answer(workspace_id=first.workspace_id, respondent=first, practice=practice, stage=stage, **said)
        for practice, stage in stages.items()
    )
    if others:
        sql = COPY.format(
            columns=", ".join(COPIED),
            said=", ".join(f"said.{each}" for each in COPIED),
            others=", ".join(["%s"] * len(others)),
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [*(each.pk for each in others), first.pk])
