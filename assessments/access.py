"""Who may: the only door to a workspace's rows; assessments/places.py is its half for those who answer.

Every function asks one question with one query, joined to the memberships of the person. A stranger gets 404, as if
the thing did not exist; a viewer who wants to write gets 403. What is deleted does not exist either.
"""

from __future__ import annotations

import uuid
from typing import Generic, NamedTuple, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from .models import WRITING_ROLES, Assessment, Company, Journey, User, Workspace

Thing = TypeVar("Thing", Workspace, Company, Assessment, Journey)


class Granted(NamedTuple, Generic[Thing]):
    """A thing that the person may see, and their role in its workspace, or in its company alone."""

    thing: Thing
    role: str

    @property
    def may_write(self) -> bool:
        """Whether this role may change things."""
        return self.role in WRITING_ROLES

    @property
    def may_own(self) -> bool:
        """Whether this role may do what only owners may: people, deletion, the audit trail."""
        return self.role == "owner"


def workspace_for(
    user: User | AnonymousUser, code: uuid.UUID, *, write: bool = False, own: bool = False
) -> Granted[Workspace]:
    """The workspace with this code, and the person's role in all of it; people of one company do not see it."""
    rows = Workspace.objects.filter(deleted_at=None, memberships__user=user.pk, memberships__company=None)
    return _granted(rows.annotate(role=F("memberships__role")), code, write, own)


def company_for(
    user: User | AnonymousUser, code: uuid.UUID, *, write: bool = False, own: bool = False
) -> Granted[Company]:
    """The company with this code (its workspace comes along), and the person's role there."""
    rows = Company.objects.select_related("workspace").filter(_may_see(user, "pk"), deleted_at=None)
    return _granted(_with_role(rows), code, write, own)


def assessment_for(
    user: User | AnonymousUser, code: uuid.UUID, *, write: bool = False, own: bool = False
) -> Granted[Assessment]:
    """The assessment with this code (company and workspace come along), and the person's role there."""
    rows = Assessment.objects.select_related("company", "workspace", "previous")
    rows = rows.filter(_may_see(user, "company"), company__deleted_at=None)
    granted = _granted(_with_role(rows), code, write, own)
    granted.thing.as_of_today()
    return granted


def journey_for(user: User | AnonymousUser, code: uuid.UUID, *, write: bool = False) -> Granted[Journey]:
    """The journey with this code (company and workspace come along), and the person's role there."""
    rows = Journey.objects.select_related("company", "workspace")
    rows = rows.filter(_may_see(user, "company"), company__deleted_at=None)
    return _granted(_with_role(rows), code, write, own=False)


def refuse_readers(role: str) -> None:
    """403 for those who may only look."""
    if role not in WRITING_ROLES:
        raise PermissionDenied(_("You may look here, but not change anything. Ask the owner of the workspace."))


def _may_see(user: User | AnonymousUser, company: str) -> Q:
    """Belongs to the whole workspace, or to this company of it; one join, one row at most: nobody has both."""
    anywhere = Q(workspace__memberships__company=None) | Q(workspace__memberships__company=F(company))
    return Q(workspace__memberships__user=user.pk, workspace__deleted_at=None) & anywhere


def _with_role(rows: QuerySet[Thing]) -> QuerySet[Thing]:
    return rows.annotate(role=F("workspace__memberships__role"), member_of=F("workspace__memberships__company"))


def _granted(rows: QuerySet[Thing], code: uuid.UUID, write: bool, own: bool) -> Granted[Thing]:
    try:
        thing = rows.get(code=code)
    except rows.model.DoesNotExist:
        raise Http404 from None
    granted = Granted(thing, str(getattr(thing, "role", "")))
    if not isinstance(thing, Workspace):
        thing.workspace.partial = getattr(thing, "member_of", None) is not None
    if own and not granted.may_own:
        raise PermissionDenied(_("Only an owner of the workspace may do this."))
    if write:
        refuse_readers(granted.role)
    return granted
