"""What owners do with the people of a workspace, and what everyone may do: leave."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from ..models import COMPANY_ROLES, ROLES, Membership, User, Workspace
from .audit import record
from .invitations import close_ways_back


class LastOwner(Exception):
    """The act would leave a workspace without an owner."""


class NotHere(Exception):
    """The person does not belong here any more, or cannot have this role: somebody else was quicker."""


@transaction.atomic
def change_role(*, user: User, membership: Membership, role: str) -> int:
    """Give a member another role; how many invitations were withdrawn, by which they could have the old one again.

    Raises LastOwner where nobody else could look after the workspace.
    """
    row = _locked(membership)
    if role not in (COMPANY_ROLES if row.company_id else ROLES):
        raise NotHere
    if role == row.role:
        return 0
    withdrawn = 0
    if row.role == "owner":
        _another_owner(row)
        withdrawn = close_ways_back(user=user, membership=row, gone=False)
    before, row.role = row.role, role
    row.save(update_fields=["role"])
    _record("member-changed", user, row, {"before": before, "after": role})
    return withdrawn


@transaction.atomic
def remove_member(*, user: User, membership: Membership) -> int:
    """Take somebody out of the workspace, or of one company; how many invitations were withdrawn with it."""
    return _end("member-removed", user, membership)


@transaction.atomic
def leave(*, user: User, membership: Membership) -> None:
    """Go: a person needs nobody’s leave for that, unless they are the last owner."""
    _end("member-left", user, membership)


@transaction.atomic
def hand_over(*, user: User, membership: Membership) -> int:
    """Make a member of the whole workspace its owner; `user`, who was one, stays as a consultant.

    How many invitations were withdrawn, by which they could become an owner again.
    """
    row = _locked(membership)
    own = Membership.objects.filter(workspace=row.workspace_id, user=user, company=None, role="owner").first()
    if own is None or row.company_id or own.pk == row.pk:
        raise NotHere
    withdrawn = close_ways_back(user=user, membership=own, gone=False)
    row.role, own.role = "owner", "consultant"
    row.save(update_fields=["role"])
    own.save(update_fields=["role"])
    _record("ownership-handed-over", user, row, {})
    return withdrawn


def _end(act: str, user: User, membership: Membership) -> int:
    row = _locked(membership)
    if row.role == "owner":
        _another_owner(row)
    _record(act, user, row, {"role": row.role})
    withdrawn = close_ways_back(user=user, membership=row, gone=True)
    row.delete()
    return withdrawn


def _locked(membership: Membership) -> Membership:
    """The membership as it is now; the workspace is held, so that of two owners not both can go at once."""
    Workspace.objects.select_for_update().get(pk=membership.workspace_id)
    found = Membership.objects.select_related("company", "user", "workspace").filter(workspace=membership.workspace_id)
    row = found.filter(pk=membership.pk).first()
    if row is None:
        raise NotHere
    return row


def _another_owner(row: Membership) -> None:
    owners = Membership.objects.filter(workspace=row.workspace_id, company=None, role="owner")
    if not owners.exclude(pk=row.pk).exists():
        raise LastOwner


def _record(act: str, user: User, row: Membership, detail: dict[str, Any]) -> None:
    """The member is known by number, as the actor is: no name stays when the account goes."""
    record(act, row.company or row.workspace, actor=user, detail={"member": row.user_id, **detail})
