"""Links to reports for people without an account: made, withdrawn, renewed, looked at."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Any, Literal

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from ..models import Assessment, Milestone, ShareLink, User
from .audit import record

MOST, WITHIN = 10, datetime.timedelta(minutes=15)  # wrong passwords, of all who hold the key together
Tried = Literal["right", "wrong", "too-many"]


@transaction.atomic
def make_share_link(
    *,
    user: User,
    assessment: Assessment,
    name: str,
    language: str,
    milestone: Milestone | None = None,
    hidden: Collection[str] = (),
    may_download: bool = False,
    password: str = "",
    expires_on: datetime.date | None = None,
) -> ShareLink:
    """Let whoever has its key see the report, live or that of a milestone of the same assessment (else ValueError)."""
    if milestone and milestone.assessment_id != assessment.pk:
        raise ValueError("the milestone belongs to another assessment")
    link = ShareLink.objects.create(
        workspace_id=assessment.workspace_id,
        assessment=assessment,
        milestone=milestone,
        name=name.strip(),
        language=language,
        hidden=sorted(hidden),
        may_download=may_download,
        password=make_password(password) if password else "",
        expires_on=expires_on,
        created_by=user,
    )
    more = {"language": language, "expires_on": str(expires_on) if expires_on else None, "password": bool(password)}
    _note("share-made", user, link, more | ({"milestone": milestone.number} if milestone else {}))
    return link


@transaction.atomic
def withdraw_share_link(*, user: User, link: ShareLink) -> None:
    """Let nobody see it any more, those who have it open included. Doing it twice does nothing more."""
    row = _locked(link)
    if row.withdrawn_at is None:
        row.withdrawn_at = timezone.now()
        row.save(update_fields=["withdrawn_at"])
        _note("share-withdrawn", user, row)


@transaction.atomic
def renew_share_link(*, user: User, link: ShareLink, expires_on: datetime.date | None) -> None:
    """Put a new key in the place of the old one, which leads nowhere from now on; whoever does it answers for it."""
    row = _locked(link)
    row.version += 1
    row.withdrawn_at, row.expires_on, row.created_by = None, expires_on, user
    row.attempts, row.attempts_from = 0, None
    row.save(update_fields=["version", "withdrawn_at", "expires_on", "created_by", "attempts", "attempts_from"])
    _note("share-renewed", user, row, {"expires_on": str(expires_on) if expires_on else None})


def count_view(*, link: ShareLink) -> None:
    """Count one more visitor, whoever else is counted at the same moment."""
    _rows(link).update(views=F("views") + 1, last_viewed_at=timezone.now())


def try_password(*, link: ShareLink, password: str) -> Tried:
    """Whether this is the password of a link; not even asked where too many wrong ones came in the last minutes.

    An attempt is counted before it is judged, by one conditional update: many at once are no way around.
    """
    now = timezone.now()
    _rows(link).filter(Q(attempts_from=None) | Q(attempts_from__lt=now - WITHIN)).update(attempts=0, attempts_from=now)
    if not _rows(link).filter(attempts__lt=MOST).update(attempts=F("attempts") + 1):
        return "too-many"
    if not check_password(password, link.password):
        return "wrong"
    _rows(link).filter(attempts__gt=0).update(attempts=F("attempts") - 1)
    return "right"


def _rows(link: ShareLink) -> Any:
    return ShareLink.objects.filter(workspace=link.workspace_id, pk=link.pk)


def _locked(link: ShareLink) -> ShareLink:
    return ShareLink.objects.select_for_update().get(workspace=link.workspace_id, pk=link.pk)


def _note(act: str, user: User, link: ShareLink, more: dict[str, Any] | None = None) -> None:
    detail = {"name": link.name, **(more or {})}
    record(act, link.assessment, actor=user, detail=detail)
