"""Which comments are wanted: by time, place, mood, state, owner, marks and words."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from ..models import Comment, CommentMark, Company
from ..voice.comments import searchable

ANSWERED = Q(replied_at__isnull=False) | Q(done_at__isnull=False)
UNREAD = "unread"
MARK_KINDS = ("tag", "practice", "flag")
STATES = {
    "open": ~ANSWERED,
    "answered": Q(replied_at__isnull=False, done_at=None),
    "done": Q(done_at__isnull=False),
}


@dataclass(frozen=True, slots=True)
class CommentFilter:
    """What a reader asked for; empty means all. `since` and `until` are days of the answer, both included.

    `mood` is one of the moods or "unread"; `state` one of STATES; `owner` the id of a person, as text.
    """

    since: datetime.date | None = None
    until: datetime.date | None = None
    mood: str = ""
    touchpoint: str = ""
    segment: str = ""
    state: str = ""
    owner: str = ""
    tag: str = ""
    practice: str = ""
    flag: str = ""
    words: str = ""

    @property
    def narrows(self) -> bool:
        """Whether anything but time and mood leaves comments out."""
        rest = (self.touchpoint, self.segment, self.state, self.owner, self.tag, self.practice, self.flag, self.words)
        return any(rest)


def comments_where(company: Company, wanted: CommentFilter, *, any_mood: bool = False) -> QuerySet[Comment]:
    """The comments of a company that fit; with `any_mood` the mood is left open."""
    fits = _time(wanted) & _place(wanted) & STATES.get(wanted.state, Q())
    if wanted.mood and not any_mood:
        fits &= Q(read_at=None) if wanted.mood == UNREAD else Q(mood=wanted.mood)
    rows = Comment.objects.filter(fits, workspace=company.workspace_id, company=company)
    for kind in MARK_KINDS:
        if value := getattr(wanted, kind):
            marks = CommentMark.objects.filter(workspace=company.workspace_id, kind=kind, value=value)
            rows = rows.filter(pk__in=marks.values("comment"))
    for word in searchable(wanted.words).split():
        rows = rows.filter(search__contains=word)
    return rows


def _time(wanted: CommentFilter) -> Q:
    fits = Q(answered_on__gte=wanted.since) if wanted.since else Q()
    return fits & Q(answered_on__lte=wanted.until) if wanted.until else fits


def _place(wanted: CommentFilter) -> Q:
    fits = Q(owner=int(wanted.owner)) if wanted.owner.isdecimal() else Q()
    for name in ("touchpoint", "segment"):
        if value := getattr(wanted, name):
            fits &= Q(**{name: value})
    return fits
