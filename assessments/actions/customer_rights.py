"""What becomes of customers’ data when they, or the law, ask: erased, and the counts follow."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ..customers import customer_digests
from ..models import Comment, Company, ErasedCustomer, Response, SurveyInvitation, User, Workspace
from .audit import record
from .responses import remove_responses
from .survey_answers import forget


@dataclass(frozen=True, slots=True)
class KnownOfCustomer:
    """How much is kept of one customer: scores, comments, and invitations that still hold the address."""

    scores: int
    comments: int
    addresses: int

    def __bool__(self) -> bool:
        return bool(self.scores or self.comments or self.addresses)


def known_of(company: Company, who: str) -> KnownOfCustomer:
    """How much is kept of the customer with this address or number; three queries."""
    digests = customer_digests(company.workspace.code, who)
    return KnownOfCustomer(
        Response.objects.filter(_of(company), customer__in=digests).count(),
        Comment.objects.filter(_of(company), submission__in=_submissions(company, digests)).count(),
        SurveyInvitation.objects.filter(_invited(company, digests), workspace=company.workspace_id).count(),
    )


@transaction.atomic
def erase_customer(*, user: User, company: Company, who: str) -> KnownOfCustomer:
    """Remove every response, comment and address of a customer, whatever brought them; how much there was.

    Their digest stays, so that the file they came from does not bring them back.
    """
    Company.objects.select_for_update().get(workspace=company.workspace_id, pk=company.pk)
    known, digests = known_of(company, who), customer_digests(company.workspace.code, who)
    Comment.objects.filter(_of(company), submission__in=_submissions(company, digests)).delete()
    remove_responses(company, Q(customer__in=digests))
    forget(_invited(company, digests), company.workspace_id)
    for each in digests:
        ErasedCustomer.objects.update_or_create(
            workspace_id=company.workspace_id,
            company=company,
            customer=each,
            defaults={"erased_on": timezone.localdate()},
        )
    detail = {"count": known.scores + known.comments}
    record("customer-erased", company, actor=user, detail=detail)
    return known


@transaction.atomic
def forget_addresses(*, workspace: Workspace, before: datetime.datetime) -> int:
    """Drop the addresses of invitations that are older than the workspace keeps people; how many."""
    return forget(Q(invited_at__lt=before), workspace.pk)


def _of(company: Company) -> Q:
    return Q(workspace=company.workspace_id, company=company)


def _invited(company: Company, digests: list[str]) -> Q:
    return Q(survey__company=company, customer__in=digests, erased_at=None)


def _submissions(company: Company, digests: list[str]) -> list[uuid.UUID]:
    rows = Response.objects.filter(_of(company), customer__in=digests)
    return list(rows.values_list("submission", flat=True).distinct())
