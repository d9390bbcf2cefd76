"""What a phone in a workshop does: take a seat, and vote."""

from __future__ import annotations

import uuid

from django.db import connection, transaction
from django.utils import timezone

from ..models import Assessment, Company, Seat, Vote, Workshop, Workspace

MOST_SEATS = 500

# One statement for both databases: the vote counts where its round is being voted on, at the moment it is stored. In
# PostgreSQL the lock makes a vote that comes with the reveal wait for it, and then see it; SQLite writes one at a time.
CAST = """
INSERT INTO {vote} AS vote (workspace_id, workshop_id, seat_id, practice, round, stage, voted_at)
SELECT w.workspace_id, w.id, s.id, w.practice, w.round, %s, %s
FROM {seat} s JOIN {workshop} w ON w.id = s.workshop_id
JOIN {assessment} a ON a.id = w.assessment_id AND a.state <> 'final'
JOIN {company} c ON c.id = a.company_id AND c.deleted_at IS NULL
JOIN {workspace} k ON k.id = w.workspace_id AND k.deleted_at IS NULL
WHERE s.code = %s AND w.phase = 'voting' AND w.practice = %s AND w.round = %s {lock}
ON CONFLICT (workspace_id, workshop_id, practice, round, seat_id) DO UPDATE SET
    stage = excluded.stage, voted_at = excluded.voted_at
"""


class RoomIsFull(Exception):
    """More phones than any room has: somebody is playing."""


@transaction.atomic
def take_seat(*, workshop: Workshop, group: str) -> Seat:
    """A seat for one more phone; raises RoomIsFull."""
    rows = Seat.objects.filter(workspace=workshop.workspace_id, workshop=workshop)
    if rows.count() >= MOST_SEATS:
        raise RoomIsFull
    return rows.create(workspace_id=workshop.workspace_id, workshop=workshop, group=group)


def cast_vote(*, seat: uuid.UUID, practice: str, number: int, stage: int | None) -> bool:
    """What a seat says in round `number` about a practice; False where that round is not being voted on any more."""
    stored = Seat._meta.get_field("code").get_db_prep_value(seat, connection)
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(_statement(), (stage, now, stored, practice, number))
        return bool(cursor.rowcount)


def _statement() -> str:
    tables = {
        each.__name__.lower(): each._meta.db_table for each in (Vote, Seat, Workshop, Assessment, Company, Workspace)
    }
    return CAST.format(**tables, lock="FOR SHARE OF w" if connection.vendor == "postgresql" else "")
