"""What people do with customers' comments: read them, mark them, see to them. The trail never repeats the words."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..models import Comment, CommentMark, Company, User
from ..voice.handling import Handling
from .audit import record


@transaction.atomic
def mark_read(*, user: User, company: Company, codes: Collection[uuid.UUID]) -> int:
    """Mark comments as read, those that were not; tells how many."""
    rows = _comments(company).filter(code__in=codes, read_at=None)
    number: int = rows.update(read_at=timezone.now())  # the version stays: reading takes nothing from anybody
    if number:
        record("comments-read", company, actor=user, detail={"comments": number})
    return number


@transaction.atomic
def handle_comment(*, user: User, company: Company, comment: Comment, seen: int, to: Handling) -> bool:
    """Keep what a person settled, unless somebody has changed the comment since version `seen`: then False.

    Who has settled something has read it.
    """
    before = _comments(company).select_for_update().filter(pk=comment.pk, version=seen).first()
    if before is None:
        return False
    was_done, was_answered = before.done_at is not None, before.replied_at is not None
    before.owner_id = to.owner
    before.reply = to.reply
    before.replied_at = _at_noon(to.replied_on or timezone.localdate(), before.replied_at) if to.reply else None
    before.done_at = (before.done_at or timezone.now()) if to.done else None
    before.read_at = before.read_at or timezone.now()
    before.version = seen + 1
    before.save()
    _mark(before, to.marks)
    record(_act(was_done, was_answered, before), company, actor=user)
    return True


def _mark(comment: Comment, wanted: dict[str, Collection[str]]) -> None:
    """Attach and take off, so that exactly these remain."""
    rows = CommentMark.objects.filter(workspace=comment.workspace_id, comment=comment)
    there = {(each.kind, each.value): each.pk for each in rows}
    wish = {(kind, value) for kind, values in wanted.items() for value in values}
    rows.filter(pk__in=[pk for key, pk in there.items() if key not in wish]).delete()
    CommentMark.objects.bulk_create(
        CommentMark(workspace_id=comment.workspace_id, comment=comment, kind=kind, value=value)
        for kind, value in sorted(wish - there.keys())
    )


def _at_noon(day: datetime.date, before: datetime.datetime | None) -> datetime.datetime:
    """The moment that stands for a day; the one noted before where the day is the same."""
    if before and timezone.localtime(before).date() == day:
        return before
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


def _act(was_done: bool, was_answered: bool, now: Comment) -> str:
    if (now.done_at is not None) != was_done:
        return "comment-opened" if was_done else "comment-done"
    return "comment-answered" if now.replied_at and not was_answered else "comment-changed"


def _comments(company: Company) -> Any:
    return Comment.objects.filter(workspace=company.workspace_id, company=company)
