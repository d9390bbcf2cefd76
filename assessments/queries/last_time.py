"""What a person answered last time: shown beside the question, and counted nowhere until they say it again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from django.db import connection

from ..maturity.answers import Answer
from ..models import Assessment, Respondent

# Somebody's own answers and nobody else's: the same account, or the same address, to which alone the link is mailed.
# Where answers go by name, whoever has neither is the person of the row that was copied.
LAST = """
SELECT b.title, b.framework_version, s.practice, s.stage, s.dont_know, s.not_applicable, s.note, s.evidence
FROM assessments_respondent r
JOIN assessments_assessment b ON b.id = %s AND b.workspace_id = r.workspace_id
JOIN assessments_respondent p ON p.workspace_id = r.workspace_id AND p.assessment_id = b.id AND p.erased_at IS NULL
    AND (p.user_id = r.user_id
        OR (p.user_id IS NULL AND r.user_id IS NULL AND p.email = r.email AND p.email <> '')
        OR (p.user_id IS NULL AND r.user_id IS NULL AND p.email = '' AND p.id = r.previous_id AND b.anonymous = %s))
JOIN assessments_answer s ON s.workspace_id = p.workspace_id AND s.respondent_id = p.id
WHERE r.workspace_id = %s AND r.id = %s
"""


class Continuing(Protocol):
    """Who answers: a place of assessments/places.py."""

    @property
    def pk(self) -> int | None: ...
    @property
    def workspace_id(self) -> int: ...
    @property
    def framework_version(self) -> int: ...
    @property
    def previous_round(self) -> int | None: ...
    @property
    def earlier(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class LastTime:
    """What somebody said before, by practice: in the round with this `title`, or `here`, before the statements changed.

    `versions` are those of the framework that they were asked with, by practice.
    """

    title: str
    answers: Mapping[str, Answer]
    versions: Mapping[str, int]
    here: Collection[str] = ()

    def confirmed(self, answered: set[str], asked: Any) -> tuple[int, int]:
        """How many of these that are asked again have an answer of today, and how many wait for one."""
        again = {each for each in self.answers if each in asked}
        return len(again & answered), len(again - answered)


def last_time(place: Continuing) -> LastTime | None:
    """What the person said last time; None where there was none. One query, and none in a first round."""
    earlier = {key: Answer(**said) for key, (said, _version) in place.earlier.items()}
    versions = {key: version for key, (_said, version) in place.earlier.items()}
    title, answers = _of_the_round_before(place, versions)
    found = {**answers, **earlier}
    return LastTime(title, found, versions, frozenset(earlier)) if found else None


def _of_the_round_before(place: Continuing, versions: dict[str, int]) -> tuple[str, dict[str, Answer]]:
    if place.previous_round is None or place.pk is None:
        return "", {}
    with connection.cursor() as cursor:
        cursor.execute(LAST, (place.previous_round, False, place.workspace_id, place.pk))
        rows = cursor.fetchall()
    answers = {}
    for _title, version, practice, stage, dont_know, reason, note, evidence in rows:
        answers[practice] = Answer(stage, bool(dont_know), reason, note, evidence)
        versions.setdefault(practice, version)
    return (rows[0][0] if rows else ""), answers


class _Own(NamedTuple):
    """Somebody’s place, as the row of an assessment and its respondent tell it."""

    pk: int
    workspace_id: int
    framework_version: int
    previous_round: int | None
    earlier: Mapping[str, Any]


def own_last_time(assessment: Assessment, own: Respondent) -> LastTime | None:
    """The same for a row of the respondents of an assessment; one query, and none in a first round."""
    previous = assessment.previous_id
    return last_time(_Own(own.pk, own.workspace_id, assessment.framework_version, previous, own.earlier))
