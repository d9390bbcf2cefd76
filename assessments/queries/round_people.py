"""Who answered in rounds that are set side by side, and whether anything of these rounds has changed."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from django.db import connection

from ..models import Respondent
from .sheets import OF_COMPANY, OF_ROUND, AssessmentRow
from .stamps import ANSWERS, TOGETHER, rows

# By hand, because one statement does for two: the people, and beside them all that the scores are made of.
STATE = f"""
WITH around AS MATERIALIZED (SELECT b.id,
    {rows("agreedstage", "e.version", OF_ROUND)} AS settled,
    {rows("redflag", "COALESCE(e.closed_at || '', '')", OF_COMPANY)} AS flags
    FROM assessments_assessment b WHERE b.workspace_id = %s AND b.id IN ({{keys}}))
SELECT a.id, r.id, r.name, r."group", r.user_id, a.updated_at, a.state, a.anonymous, a.minimum_group,
    a.held_on, a.practice_set, a.red_flags, around.*,
    {ANSWERS}
FROM assessments_assessment a
JOIN around ON around.id = a.id
LEFT JOIN assessments_respondent r ON r.workspace_id = a.workspace_id AND r.assessment_id = a.id
WHERE a.workspace_id = %s AND a.id IN ({{keys}}) ORDER BY r.id
"""  # noqa: S608 - words of ours


def stamped_people(assessments: Sequence[AssessmentRow]) -> tuple[str, list[Respondent]]:
    """A short text that changes whenever the scores of these rounds may, and who answers in them, for `sheets_of`.

    One query. The text says nothing of today, on which the grade of confidence depends.
    """
    keys, within = [each.pk for each in assessments], assessments[0].workspace_id
    with connection.cursor() as cursor:
        cursor.execute(
            STATE.format(keys=", ".join(["%s"] * len(keys)), together=TOGETHER[connection.vendor]),
            (within, *keys, within, *keys),
        )
        rows = cursor.fetchall()
    people = [
        Respondent(pk=pk, assessment_id=of, workspace_id=within, name=name, group=group, user_id=user)
        for of, pk, name, group, user, *_rest in rows
        if pk is not None
    ]
    return sha256(repr(rows).encode()).hexdigest(), people
