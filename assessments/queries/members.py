"""Reads of who belongs to a workspace or a company, and of who is invited."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

from ..links import code_in, fits
from ..models import ROLES, Company, Invitation, Membership, Message, User, Workspace
from .codes import as_code

KEPT_KEY = "invitation"  # where the session keeps the key of a link until somebody accepts


@dataclass
class InvitationRow:
    """An invitation nobody has taken up. `mail` is what became of its letter: empty where there is none.

    `link` is for the page to fill in, where the invitation has no address to go to.
    """

    invitation: Invitation
    mail: str
    link: str = ""

    @property
    def is_over(self) -> bool:
        """Whether its days are over: it can be renewed."""
        return self.invitation.expires_at <= timezone.now()


def people_of(workspace: Workspace, company: Company | None = None, *, partial: bool = False) -> list[Membership]:
    """Who belongs here, owners first; one query. Of a company: its own people, and unless `partial` the whole’s."""
    rows = Membership.objects.filter(workspace=workspace).select_related("user", "company")
    if company:
        rows = rows.filter(Q(company=company) if partial else Q(company=company) | Q(company=None))
    rows = rows.exclude(company__deleted_at__isnull=False)
    found = rows.order_by(F("company__name").asc(nulls_first=True), "user__name", "user__email", "pk")
    return sorted(found, key=lambda each: (each.company_id is not None, each.role != "owner"))


def member_of(workspace: Workspace, company_code: str, email: str) -> Membership | None:
    """The membership of the person with this address in the whole (no code) or in the company with this code."""
    rows = Membership.objects.select_related("user", "company").filter(workspace=workspace, user__email=email)
    if not company_code:
        return rows.filter(company=None).first()
    code = as_code(company_code)
    return rows.filter(company__code=code).first() if code else None


def belongs_already(workspace: Workspace, company: Company | None, email: str, role: str) -> Membership | None:
    """The membership by which an invitation of this address would bring nothing; one query.

    Whoever belongs to the whole workspace needs no role in a company, and nobody loses a role by an invitation.
    """
    rows = Membership.objects.select_related("user", "company").filter(workspace=workspace, user__email=email)
    enough = Q(company=company, role__in=ROLES[: ROLES.index(role) + 1])
    return rows.filter(enough | Q(company=None) if company else enough).first()


def own_membership(user: User, *, workspace_code: str = "", company_code: str = "") -> Membership | None:
    """The person’s own membership in the workspace, or in the one company, with this code."""
    rows = Membership.objects.filter(user=user, workspace__deleted_at=None).select_related("workspace", "company")
    if company_code:
        code = as_code(company_code)
        return rows.filter(company__code=code, company__deleted_at=None).first() if code else None
    code = as_code(workspace_code)
    return rows.filter(workspace__code=code, company=None).first() if code else None


def invitations_of(workspace: Workspace, company: Company | None = None) -> list[InvitationRow]:
    """The invitations that nobody has taken up or withdrawn, the newest first; one query."""
    letters = Message.objects.filter(invitation=OuterRef("pk")).order_by("-pk").values("status")[:1]
    rows = Invitation.objects.filter(workspace=workspace, accepted_at=None, revoked_at=None)
    rows = rows.filter(company=company) if company else rows.exclude(company__deleted_at__isnull=False)
    rows = rows.select_related("company").annotate(mail=Subquery(letters)).order_by("-invited_at", "-pk")
    return [InvitationRow(each, str(getattr(each, "mail", "") or "")) for each in rows]


def invitation_of(workspace: Workspace, company: Company | None, code: str) -> Invitation | None:
    """One of these invitations, by its code."""
    rows = Invitation.objects.filter(workspace=workspace, code=as_code(code))
    return (rows.filter(company=company) if company else rows).first()


def invitation_by_key(key: str) -> Invitation | None:
    """The invitation that a link leads to, as it stands; None for a key that is none, or opens nothing any more."""
    code = code_in(key)
    rows = Invitation.objects.select_related("workspace", "company", "invited_by")
    row = rows.filter(code=code, workspace__deleted_at=None).first() if code else None
    if row is None or not fits("invitation", row, key) or (row.company and row.company.deleted_at):
        return None
    return row


def state_of(invitation: Invitation) -> str:
    """`open`, or why it is not: `used`, `withdrawn` or `over`."""
    if invitation.accepted_at:
        return "used"
    if invitation.revoked_at:
        return "withdrawn"
    return "over" if invitation.expires_at <= timezone.now() else "open"
