"""Reads of answers, one respondent at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from django.db import connection
from django.db.models import F, IntegerField, Value
from django.utils.dateparse import parse_datetime

from ..maturity import answers as values
from ..models import AgreedStage, Answer, Assessment, Respondent

# By hand, because every question asks it. Only the practice that is shown brings its texts along.
ANSWERED = """
SELECT practice, stage, dont_know, not_applicable, CASE WHEN practice = %s THEN note ELSE '' END,
       CASE WHEN practice = %s THEN evidence ELSE '' END, chosen_at, saved_at
FROM assessments_answer WHERE workspace_id = %s AND respondent_id = %s
"""


class Answering(Protocol):
    """Who answers: a row of the respondents, or what is known of it."""

    @property
    def pk(self) -> int | None: ...
    @property
    def workspace_id(self) -> int: ...


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer as it is stored: what was said, when it was chosen, when we stored it."""

    answer: values.Answer
    chosen_at: datetime
    saved_at: datetime


def answers_at(respondent: Answering, practice: str) -> tuple[set[str], KeptAnswer | None]:
    """The practices a respondent has answered, and what they said about this one; one query."""
    with connection.cursor() as cursor:
        cursor.execute(ANSWERED, (practice, practice, respondent.workspace_id, respondent.pk))
        rows = {row[0]: row[1:] for row in cursor.fetchall()}
    if practice not in rows:
        return set(rows), None
    stage, dont_know, reason, note, evidence, chosen_at, saved_at = rows[practice]
    answer = values.Answer(stage, bool(dont_know), reason, note, evidence)
    return set(rows), KeptAnswer(answer, _moment(chosen_at), _moment(saved_at))


def kept_answer(respondent: Answering, practice: str) -> KeptAnswer | None:
    """What a respondent said about a practice, or None; one query."""
    return answers_at(respondent, practice)[1]


def answered_practices(respondent: Answering) -> set[str]:
    """The practices a respondent has answered; one query."""
    return answers_at(respondent, "")[0]


def _moment(stored: datetime | str) -> datetime:
    """A time as the database hands it over: SQLite writes it as text, in UTC."""
    moment = parse_datetime(stored) if isinstance(stored, str) else stored
    assert moment is not None  # noqa: S101 - the column holds times only
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


NOBODY = Value(None, output_field=IntegerField())


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who has answered what in an assessment: `own` the person's own place, if they have one.

    What is `settled` has a stage that counts, whether or not anybody has answered it: in a workshop nobody need.
    Where fewer than `minimum` people have answered a practice, that is not told; an anonymous assessment sets it.
    """

    own: Respondent | None
    answered: dict[int, set[str]]
    settled: frozenset[str] = frozenset()
    minimum: int = 1

    @property
    def mine(self) -> set[str]:
        """The practices the person has answered themselves."""
        return self.answered.get(self.own.pk, set()) if self.own else set()

    @property
    def asks_others(self) -> bool:
        """Whether anybody but the person is asked."""
        return len(self.answered) > (1 if self.own else 0)

    @property
    def together(self) -> set[str]:
        """The practices that somebody has answered, or enough people to tell, and those that are settled."""
        counts = Counter(practice for practices in self.answered.values() for practice in practices)
        return {practice for practice, count in counts.items() if count >= self.minimum} | self.settled

    @property
    def others(self) -> int:
        """How many other people have answered something; none where that would be told of too few."""
        count = sum(1 for key, practices in self.answered.items() if practices and (not self.own or key != self.own.pk))
        return count if count >= self.minimum else 0


def turnout(assessment: Assessment, user_id: int | None) -> Turnout:
    """Who has answered what; two queries, however many answered."""
    people = list(Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment))
    own = next((each for each in people if user_id is not None and each.user_id == user_id), None)
    answered: dict[int, set[str]] = {each.pk: set() for each in people}
    rows = Answer.objects.filter(workspace=assessment.workspace_id, respondent__assessment=assessment)
    agreed = AgreedStage.objects.filter(workspace=assessment.workspace_id, assessment=assessment, stage__isnull=False)
    settled: set[str] = set()
    for practice, key in rows.values_list("practice", F("respondent")).union(agreed.values_list("practice", NOBODY)):
        (settled if key is None else answered[key]).add(practice)
    return Turnout(own, answered, frozenset(settled), assessment.minimum_group if assessment.anonymous else 1)
