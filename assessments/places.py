"""Where somebody answers: their own place in an assessment, by an account or by a personal link; one query each.

By hand, because every saved answer asks it: the tables are reached by their workspace, so it costs the same however
many assessments there are, and the mapper would take four times as long as the database. Its marks have names, since
for SQLite Django puts those in at once, and looks for nameless ones letter by letter.
"""

from __future__ import annotations

import json
import uuid
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import Http404
from django.utils import timezone

from .access import refuse_readers
from .models import OPEN_STATES, WRITING_ROLES, Assessment, Respondent, User

COLUMNS = """
       a.workspace_id, a.id, a.code, a.title, a.framework, a.framework_version, a.practice_set, a.state, a.anonymous,
       c.code, c.name, w.code, w.name,
       r.id, r.code, r."group", r.practice_set, r.dimensions, r.practices, r.link_version, r.finished_at,
       r.started_at, a.closes_on, a.previous_id, r.earlier
"""
BY_ACCOUNT = f"""
SELECT m.role, {COLUMNS}, m.company_id
FROM assessments_membership m
JOIN assessments_assessment a
    ON a.workspace_id = m.workspace_id AND a.code = %(code)s AND (m.company_id IS NULL OR m.company_id = a.company_id)
JOIN assessments_company c ON c.id = a.company_id AND c.deleted_at IS NULL
JOIN assessments_workspace w ON w.id = a.workspace_id AND w.deleted_at IS NULL
LEFT JOIN assessments_respondent r
    ON r.workspace_id = a.workspace_id AND r.assessment_id = a.id AND r.user_id = m.user_id
WHERE m.user_id = %(user)s
"""  # noqa: S608 - our own names only
BY_LINK = f"""
SELECT 'respondent', {COLUMNS}, NULL
FROM assessments_respondent r
JOIN assessments_assessment a ON a.id = r.assessment_id
JOIN assessments_company c ON c.id = a.company_id AND c.deleted_at IS NULL
JOIN assessments_workspace w ON w.id = a.workspace_id AND w.deleted_at IS NULL
WHERE r.code = %(code)s AND r.user_id IS NULL AND r.erased_at IS NULL
"""  # noqa: S608 - our own names only


NOTHING_EARLIER: dict[str, Any] = {}


class Named(NamedTuple):
    """What a link needs to know of a company or a workspace; `partial` as in models/workspace.py."""

    code: uuid.UUID
    name: str
    partial: bool = False


class Place(NamedTuple):
    """A person's own place in an assessment. `pk` is the key of the respondent, None where they are none.

    `role` is that of their membership, or "respondent" for a personal link. `own_set`, `dimensions` and `practices` say
    which practices they get (models/respondent.py); `link_version` is that of their personal link. `previous_round` is
    the key of the round before; `earlier` what the person said here before the statements changed.
    """

    role: str
    workspace_id: int
    assessment_id: int
    assessment_code: uuid.UUID
    title: str
    framework: str
    framework_version: int
    practice_set: str
    state: str
    anonymous: bool
    company: Named
    workspace: Named
    pk: int | None
    code: str
    group: str
    own_set: str
    dimensions: tuple[str, ...]
    practices: tuple[str, ...]
    link_version: int
    finished: bool
    started: bool
    closes_on: date | None = None
    previous_round: int | None = None
    earlier: dict[str, Any] = NOTHING_EARLIER

    @property
    def may_write(self) -> bool:
        """Whether this role may change things."""
        return self.role in WRITING_ROLES

    @property
    def open_states(self) -> tuple[str, ...]:
        """The states in which answers are taken here."""
        return ("collecting",) if self.role == "respondent" else OPEN_STATES

    @property
    def is_open(self) -> bool:
        """Whether answers are taken now."""
        return self.state in self.open_states

    @property
    def may_answer(self) -> bool:
        """Whether the person is asked here, and may change things."""
        return self.pk is not None and (self.role == "respondent" or self.role in WRITING_ROLES) and self.is_open


def place_for(user: User | AnonymousUser, code: uuid.UUID, *, write: bool = True) -> Place:
    """The person's place in the assessment with this code, which they may change unless not `write`."""
    place = _place(BY_ACCOUNT, {"code": _stored(Assessment, code), "user": user.pk})
    if write:
        refuse_readers(place.role)
    return place


def place_by_code(code: uuid.UUID) -> Place:
    """The place of the respondent with this code who answers without an account.

    The code alone lets nobody in: the caller sees to the key of the personal link (assessments/links.py).
    """
    return _place(BY_LINK, {"code": _stored(Respondent, code)})


def _place(query: str, parameters: dict[str, Any]) -> Place:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        row = cursor.fetchone()
    if row is None:
        raise Http404
    role, workspace_id, key, code, title, framework, version, practice_set, state, anonymous = row[:10]
    company, company_name, workspace, workspace_name = row[10:14]
    own, own_code, group, own_set, dimensions, practices, link_version, finished_at, started_at, last = row[14:24]
    previous_round, earlier, only = row[24:]
    closes_on = date.fromisoformat(last) if isinstance(last, str) else last
    if state == "collecting" and closes_on and closes_on < timezone.localdate():
        state = "review"  # closed by its date, whether or not the table says so already (actions/life.py)
    return Place(
        role,
        workspace_id,
        key,
        _code(code),
        title,
        framework,
        version,
        practice_set,
        state,
        bool(anonymous),
        Named(_code(company), company_name),
        Named(_code(workspace), workspace_name, partial=only is not None),
        own,
        str(own_code or ""),
        group or "",
        own_set or "",
        _words(dimensions),
        _words(practices),
        link_version or 0,
        finished_at is not None,
        started_at is not None,
        closes_on,
        previous_round,
        _texts(earlier),
    )


def _stored(model: type[Assessment] | type[Respondent], code: uuid.UUID) -> Any:
    return model._meta.get_field("code").get_db_prep_value(code, connection)


@lru_cache(maxsize=1000)
def _code(stored: uuid.UUID | str) -> uuid.UUID:
    """A code as the database hands it over: SQLite keeps it as text. The same few are read again and again."""
    return stored if isinstance(stored, uuid.UUID) else uuid.UUID(stored)


def _words(stored: str | list[str] | None) -> tuple[str, ...]:
    """A list as the database hands it over: as JSON, or read already; almost always it is empty."""
    if not stored or stored == "[]":
        return ()
    return tuple(json.loads(stored) if isinstance(stored, str) else stored)


def _texts(stored: str | dict[str, Any] | None) -> dict[str, Any]:
    """An object as the database hands it over: as JSON, or read already; almost always it is empty."""
    if not stored or stored == "{}":
        return NOTHING_EARLIER
    return dict(json.loads(stored) if isinstance(stored, str) else stored)
