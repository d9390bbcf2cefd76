"""What respondents do: answer a practice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from ..maturity.answers import Answer
from ..models import STATES, Respondent, new_stamp
from ..queries.answers import Answering, KeptAnswer, kept_answer
from .answer_upsert import upsert

OLDEST = timedelta(days=30)


class AnswersClosed(Exception):
    """The assessment takes no answers any more."""


@dataclass(frozen=True, slots=True)
class SavingOutcome:
    """What became of an answer: `saved`, or not, because `kept` is newer."""

    saved: bool
    kept: KeptAnswer


def save_answer(
    *,
    respondent: Answering,
    practice: str,
    answer: Answer,
    age: timedelta = timedelta(),
    seen: datetime | None = None,
    states: tuple[str, ...] = STATES,
) -> SavingOutcome:
    """Store an answer that was chosen `age` ago by the clock of the person's own device, unless a newer one is there.

    `seen` is the `saved_at` of the answer that the device showed when the person chose. Raises AnswersClosed where the
    assessment is in none of these `states` at the moment of storing, or the person has been erased.
    """
    now = timezone.now()
    chosen_at = now - min(max(age, timedelta()), OLDEST)
    adapt = connection.ops.adapt_datetimefield_value
    values = {
        "workspace": respondent.workspace_id,
        "respondent": respondent.pk,
        "practice": practice,
        "stage": answer.stage,
        "dont_know": answer.dont_know,
        "not_applicable": answer.not_applicable,
        "note": answer.note,
        "evidence": answer.evidence,
        "chosen_at": adapt(chosen_at),
        "saved_at": adapt(now),
        "stamp": new_stamp(),
        "seen": adapt(seen),
    }
    with connection.cursor() as cursor:
        cursor.execute(upsert(states), values)
        if cursor.rowcount:
            return SavingOutcome(True, KeptAnswer(answer, chosen_at, now))
    kept = kept_answer(respondent, practice)
    if kept is not None and kept.chosen_at > chosen_at and kept.saved_at != seen:
        return SavingOutcome(kept.answer == answer, kept)
    if not Respondent.objects.filter(pk=respondent.pk or 0, erased_at=None, assessment__state__in=states).exists():
        raise AnswersClosed
    # The newer answer went away in between: with it went the reason not to save.
    return save_answer(respondent=respondent, practice=practice, answer=answer, age=age, seen=seen, states=states)
