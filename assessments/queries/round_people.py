"""Who answers in rounds, and whether anything has changed that the scores of these rounds are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import connection

from ..maturity.scorecard import SCORING_VERSION
from ..models import Assessment, Respondent
from .sheets import AssessmentRow
from .stamps import ANSWERS, SCORES, TOGETHER, stamp_from, versions

# By hand, because one statement does for two: the people, and beside them all that the scores are made of.
PEOPLE = f"""
WITH beside AS MATERIALIZED (SELECT b.id AS round, {versions(SCORES)}
    FROM assessments_assessment b WHERE b.workspace_id = %s AND b.id IN ({{keys}}))
SELECT beside.round, r.id, r.name, r."group", r.user_id, {ANSWERS}, beside.*
FROM beside LEFT JOIN assessments_respondent r ON r.workspace_id = %s AND r.assessment_id = beside.round
ORDER BY r.id
"""  # noqa: S608 - words of ours


class PersonRow(NamedTuple):
    """Somebody who answers in a round; `pk` is None in the one row of a round in which nobody does.

    `said` is how many answers they have given and the sum of their stamps; `beside` what else their round is made of.
    """

    round: int
    pk: int | None
    name: str
    group: str
    user: int | None
    said: str
    beside: tuple[object, ...]

    @property
    def answered(self) -> int:
        """How many practices they have answered."""
        return int(self.said.split()[0])


def people_rows(within: int, assessments: Iterable[AssessmentRow]) -> list[PersonRow]:
    """Everybody who answers in these rounds of a workspace; one query, none for none."""
    keys = [each.pk for each in assessments]
    if not keys:
        return []
    statement = PEOPLE.format(keys=", ".join(["%s"] * len(keys)), together=TOGETHER[connection.vendor])
    with connection.cursor() as cursor:
        cursor.execute(statement, (within, *keys, within))
        rows = cursor.fetchall()
    return [PersonRow._make((*row[:6], row[6:])) for row in rows]


def stamp_of_rounds(assessments: Iterable[AssessmentRow], people: Sequence[PersonRow]) -> str:
    """A short text that changes whenever the scores of these rounds, in their order, may; `people` are theirs.

    It says nothing of today, on which the grade of confidence depends.
    """
    columns = [field.attname for field in Assessment._meta.concrete_fields]
    return stamp_from(SCORING_VERSION, [[getattr(each, name) for name in columns] for each in assessments], people)


def respondents_in(within: int, people: Iterable[PersonRow]) -> list[Respondent]:
    """The people of rounds as `sheets_of` wants them."""
    return [
        Respondent(
            pk=each.pk,
            assessment_id=each.round,
            workspace_id=within,
            name=each.name,
            group=each.group,
            user_id=each.user,
        )
        for each in people
        if each.pk is not None
    ]
