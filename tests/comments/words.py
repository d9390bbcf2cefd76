"""Comments for tests."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from assessments.models import Comment, CommentMark, Company
from assessments.voice.comments import mood_of, searchable


def said(
    company: Company, text: str, score: int | None = 2, *, days_ago: int = 1, read: bool = False, **more: Any
) -> Comment:
    """A comment with an NPS rating, as an import stores it."""
    return Comment.objects.create(
        workspace=company.workspace,
        company=company,
        text=text,
        search=searchable(text),
        answered_on=timezone.localdate() - datetime.timedelta(days=days_ago),
        measure="" if score is None else "nps",
        score=score,
        scale_min=None if score is None else 0,
        scale_max=None if score is None else 10,
        mood=mood_of("nps", score, 0, 10),
        read_at=timezone.now() if read else None,
        **more,
    )


def marked(comment: Comment, kind: str, value: str) -> CommentMark:
    """The same with a mark."""
    return CommentMark.objects.create(workspace=comment.workspace, comment=comment, kind=kind, value=value)
