"""Reads of customers' comments: lists, counts, what people say they are about."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, Count, ExpressionWrapper, Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ..models import MOODS, Comment, CommentMark, Company, DailyCount
from ..voice.counts import median
from .comment_filter import ANSWERED, UNREAD, CommentFilter, comments_where

PAGE = 25
CHUNK = 500
CUTS = ("touchpoint", "segment")
MOST_THEMES = 8
MOST_TAGS = 200
ORDER = (ExpressionWrapper(Q(read_at=None), output_field=BooleanField()).desc(), "-answered_on", "-pk")
CommentRow = Comment  # the name under which views may speak of a row without importing models


@dataclass(frozen=True, slots=True)
class CommentCounts:
    """How many comments there are in a choice, whatever their mood, and how many of them were answered.

    `days` are the days that each noted reply took.
    """

    total: int
    unhappy: int
    neutral: int
    happy: int
    unread: int
    answered: int
    unhappy_answered: int
    days: Counter[int]

    def of(self, mood: str) -> int:
        """The number that one of the moods, "unread" or "" (all) holds."""
        return int(getattr(self, mood or "total"))

    @property
    def days_to_reply(self) -> float | None:
        """The median of days from the comment to the reply; None where nobody has replied."""
        return median(self.days) if self.days else None


@dataclass(frozen=True, slots=True)
class Theme:
    """What people attached to comments of a choice: the kind of mark, its value, and to how many."""

    kind: str
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What a list can be narrowed to: names of touchpoints and segments, and tags in use."""

    touchpoints: list[str]
    segments: list[str]
    tags: list[str]


def counts_of(company: Company, wanted: CommentFilter) -> CommentCounts:
    """Counts over a choice with any mood; two queries, however many comments there are."""
    rows = comments_where(company, wanted, any_mood=True)
    moods = {mood: Count("answered_on", filter=Q(mood=mood)) for mood in MOODS}
    found = rows.aggregate(
        total=Count("*"),
        unread=Count("answered_on", filter=Q(read_at=None)),
        answered=Count("answered_on", filter=ANSWERED),
        unhappy_answered=Count("answered_on", filter=ANSWERED & Q(mood="unhappy")),
        **moods,
    )
    replies = rows.filter(replied_at__isnull=False).values_list("answered_on", "replied_at")
    days = Counter(max(0, (timezone.localtime(replied).date() - said).days) for said, replied in replies)
    return CommentCounts(**found, days=days)


def comments_page(company: Company, wanted: CommentFilter, counts: CommentCounts, page: str) -> Page[Any]:
    """A page of comments, those not read first, then the newest first; three queries.

    Which they are is told from the index; only their own rows are read.
    """
    keys = comments_where(company, wanted).order_by(*ORDER).values_list("pk", flat=True)
    pages = Paginator(keys, PAGE)
    pages.count = counts.of(wanted.mood)  # counted already
    chosen = pages.get_page(page)
    place = {key: at for at, key in enumerate(chosen)}
    rows = _with_marks(Comment.objects.filter(workspace=company.workspace_id, pk__in=place))
    return Page(sorted(rows, key=lambda each: place[each.pk]), chosen.number, pages)


def comments_in_full(company: Company, wanted: CommentFilter) -> Iterator[Comment]:
    """All comments of a choice, read as they are sent."""
    return _with_marks(comments_where(company, wanted).order_by(*ORDER)).iterator(chunk_size=CHUNK)


def themes_of(company: Company, wanted: CommentFilter) -> list[Theme]:
    """What people say the comments of a choice are about, the most frequent first; one query."""
    marks = CommentMark.objects.filter(workspace=company.workspace_id, kind__in=("tag", "practice"))
    marks = marks.filter(comment__in=comments_where(company, wanted).values("pk"))
    rows = marks.values("kind", "value").order_by().annotate(those=Count("pk")).order_by("-those", "kind", "value")
    return [Theme(each["kind"], each["value"], each["those"]) for each in rows[:MOST_THEMES]]


def choices_of(company: Company, wanted: CommentFilter) -> Choices:
    """What there is to choose from: where customers have answered, and tags in use; two queries."""
    found: dict[str, set[str]] = {cut: {getattr(wanted, cut)} for cut in CUTS}
    counts = DailyCount.objects.filter(workspace=company.workspace_id, company=company, cut__in=CUTS)
    for cut, about in counts.values_list("cut", "about").order_by().distinct():
        found[cut].add(about)
    return Choices(*(sorted(found[cut] - {""}) for cut in CUTS), tags=tags_of(company))


def tags_of(company: Company) -> list[str]:
    """The tags in use in the company, the most frequent first; one query."""
    marks = CommentMark.objects.filter(workspace=company.workspace_id, kind="tag", comment__company=company)
    rows = marks.values("value").order_by().annotate(those=Count("pk")).order_by("-those", "value")
    return [each["value"] for each in rows[:MOST_TAGS]]


def has_comments(company: Company) -> bool:
    """Whether any customer has ever written anything."""
    return Comment.objects.filter(workspace=company.workspace_id, company=company).exists()


def comment_of(company: Company, code: uuid.UUID) -> Comment:
    """One comment with its marks and owner; 404 where there is none. Two queries."""
    rows = Comment.objects.filter(workspace=company.workspace_id, company=company)
    return get_object_or_404(_with_marks(rows), code=code)


def next_unread(company: Company, after: Comment) -> uuid.UUID | None:
    """The newest comment that nobody has read, other than this one; one query."""
    rows = comments_where(company, CommentFilter(mood=UNREAD)).exclude(pk=after.pk)
    return rows.order_by("-answered_on", "-pk").values_list("code", flat=True).first()


def marks_of(comment: Any, kind: str) -> list[str]:
    """The values of a kind that are attached to a comment, in order."""
    return sorted(each.value for each in comment.marks.all() if each.kind == kind)


def _with_marks(rows: QuerySet[Comment]) -> QuerySet[Comment]:
    marks = CommentMark.objects.order_by("kind", "value")
    return rows.select_related("owner").prefetch_related(Prefetch("marks", marks))
