"""Reads of links to reports: the list of an assessment, and one that somebody opens."""

from __future__ import annotations

import uuid
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ..models import WRITING_ROLES, Assessment, Membership, Milestone, ShareLink, User


class SharedRow(NamedTuple):
    """A link in the list. `state` is open, expired, withdrawn, or left where who made it belongs here no more."""

    link: ShareLink
    state: str

    @property
    def field(self) -> str:
        """The id of its field on the page."""
        return f"link-of-{self.link.code}"


def shares_of(assessment: Assessment) -> list[SharedRow]:
    """The links to the reports of an assessment, the last one first; one query."""
    rows = ShareLink.objects.filter(workspace=assessment.workspace_id, assessment=assessment)
    rows = rows.select_related("milestone", "created_by").defer("milestone__content")
    found = rows.annotate(maker_is_here=Exists(_maker())).order_by("-pk")
    return [SharedRow(each, _state(each)) for each in found]


def share_of(assessment: Assessment, code: uuid.UUID) -> ShareLink:
    """A link of this assessment, whatever its state; 404 where it has none of this code."""
    return get_object_or_404(ShareLink, workspace=assessment.workspace_id, assessment=assessment, code=code)


def open_share(code: uuid.UUID) -> ShareLink | None:
    """The link of a code that holds today, with its assessment, company and workspace; one query.

    None for one that is withdrawn or expired, whose company or workspace is deleted, or whose maker may not share here
    any more. The code alone lets nobody in: the caller sees to the key (assessments/links.py).
    """
    rows = ShareLink.objects.select_related("assessment__company", "workspace", "milestone")
    rows = rows.defer("milestone__content").filter(
        Q(expires_on=None) | Q(expires_on__gte=timezone.localdate()),
        Q(milestone=None) | Q(milestone__assessment=F("assessment")),
        Exists(_maker()),
        code=code,
        withdrawn_at=None,
        assessment__company__deleted_at=None,
        workspace__deleted_at=None,
    )
    if found := rows.first():
        found.assessment.as_of_today()
    return found


def content_of(link: ShareLink) -> str:
    """What the milestone of a link holds; it is read only when a report is made of it."""
    rows = Milestone.objects.filter(workspace=link.workspace_id, pk=link.milestone_id)
    return rows.values_list("content", flat=True).get()


def belongs_here(user: User, link: ShareLink) -> bool:
    """Whether somebody belongs to the workspace or the company of a shared report: their looks are not counted."""
    here = Q(company=None) | Q(company=link.assessment.company_id)
    return Membership.objects.filter(here, workspace=link.workspace_id, user=user.pk).exists()


def _maker() -> QuerySet[Membership]:
    """The membership by which whoever made the link may share it still."""
    company = OuterRef("assessment__company")
    return Membership.objects.filter(
        Q(company=None) | Q(company=company),
        workspace=OuterRef("workspace"),
        user=OuterRef("created_by"),
        role__in=WRITING_ROLES,
    )


def _state(link: ShareLink) -> str:
    if link.withdrawn_at:
        return "withdrawn"
    if link.expires_on and link.expires_on < timezone.localdate():
        return "expired"
    return "open" if getattr(link, "maker_is_here", False) else "left"
