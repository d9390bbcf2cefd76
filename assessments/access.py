"""Who may: the only door to a workspace's rows.

Every function asks one question with one query, joined to the memberships of the person. A stranger gets 404, as if
the thing did not exist; a viewer who wants to write gets 403.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import F, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from .models import WRITING_ROLES, Assessment, Company, User, Workspace

Thing = TypeVar("Thing", Workspace, Company, Assessment)


class Granted(NamedTuple, Generic[Thing]):
    """A thing that the person may see, and their role in its workspace."""

    thing: Thing
    role: str

    @property
    def may_write(self) -> bool:
        """Whether this role may change things."""
        return self.role in WRITING_ROLES


def workspace_for(user: User | AnonymousUser, code: uuid.UUID, *, write: bool = False) -> Granted[Workspace]:
    """The workspace with this code, and the person's role in it."""
    rows = Workspace.objects.filter(memberships__user=user.pk).annotate(role=F("memberships__role"))
    return _granted(rows, code, write)


def company_for(user: User | AnonymousUser, code: uuid.UUID, *, write: bool = False) -> Granted[Company]:
    """The company with this code (its workspace comes along), and the person's role there."""
    rows = Company.objects.select_related("workspace").filter(workspace__memberships__user=user.pk)
    return _granted(rows.annotate(role=F("workspace__memberships__role")), code, write)


def assessment_for(user: User | AnonymousUser, code: uuid.UUID, *, write: bool = False) -> Granted[Assessment]:
    """The assessment with this code (company and workspace come along), and the person's role there."""
    rows = Assessment.objects.select_related("company", "workspace").filter(workspace__memberships__user=user.pk)
    return _granted(rows.annotate(role=F("workspace__memberships__role")), code, write)


# By hand, because every saved answer asks it: the tables are reached by their workspace, so it costs the same however
# many assessments there are, and the mapper would take four times as long as the database.
PLACE = """
SELECT m.role, a.workspace_id, a.id, a.title, a.framework, a.framework_version, a.practice_set,
       c.code, c.name, w.code, w.name, r.id, r.code, r."group"
FROM assessments_membership m
JOIN assessments_assessment a ON a.workspace_id = m.workspace_id AND a.code = %s
JOIN assessments_company c ON c.id = a.company_id
JOIN assessments_workspace w ON w.id = a.workspace_id
LEFT JOIN assessments_respondent r
    ON r.workspace_id = a.workspace_id AND r.assessment_id = a.id AND r.user_id = m.user_id
WHERE m.user_id = %s
"""


class Named(NamedTuple):
    """What a link needs to know of a company or a workspace."""

    code: uuid.UUID
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """A person's own place in an assessment. `pk` is the key of the respondent, None where they are none."""

    role: str
    workspace_id: int
    assessment_id: int
    assessment_code: uuid.UUID
    title: str
    framework: str
    framework_version: int
    practice_set: str
    names: tuple[uuid.UUID | str, str, uuid.UUID | str, str]
    pk: int | None
    code: str
    group: str

    @property
    def company(self) -> Named:
        """Whose assessment it is."""
        return Named(_code(self.names[0]), self.names[1])

    @property
    def workspace(self) -> Named:
        """Where it belongs."""
        return Named(_code(self.names[2]), self.names[3])

    @property
    def may_answer(self) -> bool:
        """Whether the person is asked here, and may change things."""
        return self.pk is not None and self.role in WRITING_ROLES


def place_for(user: User | AnonymousUser, code: uuid.UUID, *, write: bool = True) -> Place:
    """The person's place in the assessment with this code, which they may change unless not `write`; one query."""
    with connection.cursor() as cursor:
        cursor.execute(PLACE, (Assessment._meta.get_field("code").get_db_prep_value(code, connection), user.pk))
        row = cursor.fetchone()
    if row is None:
        raise Http404
    role, workspace_id, key, title, framework, version, practice_set, *names, own, own_code, group = row
    if write:
        _refuse_readers(role)
    about = (title, framework, version, practice_set, tuple(names))
    return Place(role, workspace_id, key, code, *about, own, str(own_code or ""), group or "")


def _code(stored: uuid.UUID | str) -> uuid.UUID:
    """A code as the database hands it over: SQLite keeps it as text."""
    return stored if isinstance(stored, uuid.UUID) else uuid.UUID(stored)


def _granted(rows: QuerySet[Thing], code: uuid.UUID, write: bool) -> Granted[Thing]:
    try:
        thing = rows.get(code=code)
    except rows.model.DoesNotExist:
        raise Http404 from None
    granted = Granted(thing, str(getattr(thing, "role", "")))
    if write:
        _refuse_readers(granted.role)
    return granted


def _refuse_readers(role: str) -> None:
    if role not in WRITING_ROLES:
        raise PermissionDenied(_("You may look here, but not change anything. Ask the owner of the workspace."))
