"""The statement that stores an answer."""

from __future__ import annotations

from functools import cache

from django.db import connection

from ..models import STATES, Answer, Assessment, Respondent

# One statement, the same in SQLite and PostgreSQL: of two answers the one that was chosen later stays, whichever comes
# first. An answer that replaces exactly the one its device has seen is newer by that alone: the time it took to travel
# must not turn two choices of one person round. The time of choice never runs backwards. Nothing is stored where the
# assessment has just been closed, nor of somebody who has just been erased; in PostgreSQL the locks make an answer that
# comes with the closing or the erasing wait for it.
UPSERT = """
INSERT INTO {answer} AS answer (workspace_id, respondent_id, practice, stage, dont_know, not_applicable,
                                note, evidence, chosen_at, saved_at, stamp)
SELECT %(workspace)s, r.id, %(practice)s, %(stage)s, %(dont_know)s, %(not_applicable)s,
       %(note)s, %(evidence)s, %(chosen_at)s, %(saved_at)s, %(stamp)s
FROM {respondent} r JOIN {assessment} a ON a.id = r.assessment_id
WHERE r.id = %(respondent)s AND r.erased_at IS NULL AND a.state IN ({states}) {lock}
ON CONFLICT (workspace_id, respondent_id, practice) DO UPDATE SET
    stage = excluded.stage, dont_know = excluded.dont_know, not_applicable = excluded.not_applicable,
    note = excluded.note, evidence = excluded.evidence, saved_at = excluded.saved_at,
    stamp = excluded.stamp,
    chosen_at = CASE WHEN answer.chosen_at > excluded.chosen_at THEN answer.chosen_at ELSE excluded.chosen_at END
WHERE answer.chosen_at <= excluded.chosen_at OR answer.saved_at = %(seen)s
"""


@cache
def upsert(states: tuple[str, ...]) -> str:
    """The statement for the database at hand and an assessment in one of these states; its marks have names."""
    tables = {each.__name__.lower(): each._meta.db_table for each in (Respondent, Assessment)}
    lock = "FOR SHARE OF a, r" if connection.vendor == "postgresql" else ""
    named = ", ".join(f"'{each}'" for each in STATES if each in states)
    return UPSERT.format(answer=Answer._meta.db_table, **tables, states=named, lock=lock)
