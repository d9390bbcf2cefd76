"""What respondents do: answer a practice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from ..maturity.answers import Answer
from ..models import Answer as Row
from ..queries.answers import Answering, KeptAnswer, kept_answer

OLDEST = timedelta(days=30)

# One statement, the same in SQLite and PostgreSQL: of two answers the one that was chosen later stays, whichever comes
# first. An answer that replaces exactly the one its device has seen is newer by that alone: the time it took to travel
# must not turn two choices of one person round. The time of choice never runs backwards.
UPSERT = f"""
INSERT INTO {Row._meta.db_table} AS answer (workspace_id, respondent_id, practice, stage, dont_know, not_applicable,
                                            note, evidence, chosen_at, saved_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (workspace_id, respondent_id, practice) DO UPDATE SET
    stage = excluded.stage, dont_know = excluded.dont_know, not_applicable = excluded.not_applicable,
    note = excluded.note, evidence = excluded.evidence, saved_at = excluded.saved_at,
    chosen_at = CASE WHEN answer.chosen_at > excluded.chosen_at THEN answer.chosen_at ELSE excluded.chosen_at END
WHERE answer.chosen_at <= excluded.chosen_at OR answer.saved_at = %s
"""  # noqa: S608 - the only thing put in is the name of our own table


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an answer: `saved`, or not, because `kept` is newer."""

    saved: bool
    kept: KeptAnswer


def save_answer(
    *, respondent: Answering, practice: str, answer: Answer, age: timedelta = timedelta(), seen: datetime | None = None
) -> Outcome:
    """Store an answer that was chosen `age` ago by the clock of the person's own device, unless a newer one is there.

    `seen` is the `saved_at` of the answer that the device showed when the person chose.
    """
    now = timezone.now()
    chosen_at = now - min(max(age, timedelta()), OLDEST)
    adapt = connection.ops.adapt_datetimefield_value
    said = (answer.stage, answer.dont_know, answer.not_applicable, answer.note, answer.evidence)
    with connection.cursor() as cursor:
        cursor.execute(
            UPSERT,
            (respondent.workspace_id, respondent.pk, practice, *said, adapt(chosen_at), adapt(now), adapt(seen)),
        )
        if cursor.rowcount:
            return Outcome(True, KeptAnswer(answer, chosen_at, now))
    kept = kept_answer(respondent, practice)
    if kept is None:  # the newer answer went away in between: with it went the reason not to save
        return save_answer(respondent=respondent, practice=practice, answer=answer, age=age, seen=seen)
    return Outcome(kept.answer == answer, kept)
