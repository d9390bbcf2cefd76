"""Invitations: made and withdrawn by owners, accepted by whoever they are for."""

from __future__ import annotations

import datetime
from typing import Literal

from allauth.account.models import EmailAddress
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from ..models import ROLES, Company, Invitation, Membership, User, Workspace
from .accounts import keep_confirmed
from .audit import record
from .messages import owe_message

Outcome = Literal["joined", "already", "other-address", "over"]
OPEN_FOR = datetime.timedelta(days=14)


@transaction.atomic
def invite(
    *, user: User, workspace: Workspace, company: Company | None, role: str, email: str, language: str
) -> Invitation:
    """Invite the owner of an e-mail address, who gets the link by mail; without one, whoever is given the link.

    A second invitation of the same address to the same place replaces the first.
    """
    email = email.strip().lower()
    if email:
        # Held, so that of many at once each sees those before it, and the last link alone opens anything.
        Workspace.objects.select_for_update().get(pk=workspace.pk)
        earlier = _open(workspace).filter(company=company, email=email)
        earlier.update(revoked_at=timezone.now())
    row = Invitation.objects.create(
        workspace=workspace,
        company=company,
        email=email,
        role=role,
        language=language,
        invited_by=user,
        expires_at=timezone.now() + OPEN_FOR,
    )
    _send(row)
    _record("member-invited", user, row)
    return row


@transaction.atomic
def renew_invitation(*, user: User, invitation: Invitation) -> None:
    """A new link for another fourteen days; that of before opens nothing any more."""
    row = _locked(invitation)
    if row.accepted_at or row.revoked_at:
        return
    row.link_version += 1
    row.expires_at = timezone.now() + OPEN_FOR
    row.save(update_fields=["link_version", "expires_at"])
    _send(row)
    _record("invitation-renewed", user, row)


@transaction.atomic
def withdraw_invitation(*, user: User, invitation: Invitation) -> None:
    """The link opens nothing any more."""
    row = _locked(invitation)
    if row.accepted_at or row.revoked_at:
        return
    row.revoked_at = timezone.now()
    row.save(update_fields=["revoked_at"])
    _record("invitation-withdrawn", user, row)


@transaction.atomic
def close_ways_back(*, user: User, membership: Membership, gone: bool) -> int:
    """Withdraw what somebody could come back by, or rise again: who is `gone`, or owns the workspace no more; how many.

    `membership` is that of before; the caller holds its workspace. Links without an address are there for every owner
    to copy, whoever made them; letters to the person’s own addresses lead to the place they are gone from.
    """
    ways = Q(email="") if membership.role == "owner" else Q(pk__in=())
    if gone:
        known = EmailAddress.objects.filter(user=membership.user_id).values_list("email", flat=True)
        letters = Q(email__in={each.lower() for each in (membership.user.email, *known)})
        ways |= letters & Q(company=membership.company_id) if membership.company_id else letters
    rows = list(_open(membership.workspace).filter(ways).select_related("company"))
    for row in rows:
        withdraw_invitation(user=user, invitation=row)
    return len(rows)


@transaction.atomic
def accept_invitation(*, user: User, invitation: Invitation, signing_up: bool = False) -> Outcome:
    """Belong to the workspace or company from now on. The caller has seen to the key of the link.

    While `signing_up`, django-allauth keeps the address of the new account itself.

    Nobody loses a role by it: one who may do more already keeps that, and the invitation stays open for another.
    """
    Workspace.objects.select_for_update().get(pk=invitation.workspace_id)
    row = _locked(invitation)
    if row.accepted_at or row.revoked_at or row.expires_at <= timezone.now():
        return "over"
    if row.email and not has_address(user, row.email):
        return "other-address"
    if not _join(user, row):
        return "already"
    row.accepted_by, row.accepted_at = user, timezone.now()
    row.save(update_fields=["accepted_by", "accepted_at"])
    if row.email and not signing_up:
        _confirm_address(user, row.email)
    _record("member-joined", user, row)
    return "joined"


def has_address(user: User, email: str) -> bool:
    """Whether the address is one of the person’s, confirmed or not: the key that came there by mail confirms it."""
    return user.email == email or EmailAddress.objects.filter(user=user, email__iexact=email).exists()


def _join(user: User, row: Invitation) -> bool:
    """Make or raise the membership; False where the person may do all this already."""
    own = list(Membership.objects.filter(workspace=row.workspace_id, user=user))
    whole = next((each for each in own if each.company_id is None), None)
    if row.company_id and whole:
        return False
    there = next((each for each in own if each.company_id == row.company_id), None)
    if there and ROLES.index(there.role) <= ROLES.index(row.role):
        return False
    if there:
        there.role = row.role
        there.save(update_fields=["role"])
        return True
    if row.company_id is None:
        Membership.objects.filter(workspace=row.workspace_id, user=user).delete()  # roles in single companies
    Membership.objects.create(workspace_id=row.workspace_id, company=row.company, user=user, role=row.role)
    return True


def _confirm_address(user: User, email: str) -> None:
    """The key came by mail, so the address is the person’s; unless another account has proved the same."""
    if EmailAddress.objects.filter(email__iexact=email, verified=True).exists():
        return
    row, _new = EmailAddress.objects.get_or_create(user=user, email=email)
    row.verified = True
    row.save(update_fields=["verified"])
    keep_confirmed(address=row)


def _open(workspace: Workspace) -> models.QuerySet[Invitation]:
    return Invitation.objects.filter(workspace=workspace, accepted_at=None, revoked_at=None)


def _locked(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("workspace", "company")
    return rows.get(workspace=invitation.workspace_id, pk=invitation.pk)


def _send(row: Invitation) -> None:
    if row.email:
        key = f"membership:{row.code}:{row.link_version}"
        owe_message(kind="membership", key=key, workspace_id=row.workspace_id, language=row.language, invitation=row)


def _record(act: str, user: User, row: Invitation) -> None:
    """The address is not noted: the invitation has it, and goes with it."""
    detail = {"invitation": str(row.code), "role": row.role, "by_mail": bool(row.email)}
    record(act, row.company or row.workspace, actor=user, detail=detail)
