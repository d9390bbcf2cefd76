"""Reads of the people who answer: the list, one of them, the links of groups, and what they are told first."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from ..maturity.progress import PASSED_ON_ONLY
from ..models import (
    GROUPS,
    WRITING_ROLES,
    Answer,
    Assessment,
    AuditEntry,
    GroupLink,
    Membership,
    Message,
    Respondent,
)
from .by_name import by_name
from .messages import practices_asked

PAGE = 50
NAMELESS = Q(name="", user=None)  # those who came by the link of a group, and stay without a name
UNASKED = Q(user=None) & ~Q(email="") & ~Exists(Message.objects.filter(respondent=OuterRef("pk")))
# An anonymous round of fewer people hides nearly everything: the page proposes a workshop with names instead.
FEW = 10


@dataclass(frozen=True, slots=True)
class RespondentRow:
    """A respondent in the list; `has_answers` and `has_all` are asked only where answers go by name."""

    respondent: Respondent
    has_answers: bool
    has_all: bool = False

    @property
    def email(self) -> str:
        """The address we would write to."""
        return self.respondent.email or (self.respondent.user.email if self.respondent.user else "")

    @property
    def state(self) -> str:
        """`done`, `active` or `open`."""
        if self.respondent.finished_at or self.has_all:
            return "done"
        return "active" if self.has_answers or self.respondent.started_at else "open"

    @property
    def part(self) -> str:
        """Which practices they get: `all`, `quick`, `passed` or `chosen`."""
        return part_of(self.respondent)


def part_of(respondent: Respondent) -> str:
    """Which practices a respondent gets: `all`, `quick`, `passed` on by colleagues, or of `chosen` dimensions."""
    if tuple(respondent.dimensions) == PASSED_ON_ONLY:
        return "passed"
    if respondent.dimensions:
        return "chosen"
    return "quick" if respondent.practice_set == "quick" else "all"


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many people answer, by group.

    `joined` are those of an anonymous round who came by the link of a group, `unasked` those to whom no e-mail went.
    """

    groups: dict[str, int]
    joined: int
    unasked: int

    @property
    def total(self) -> int:
        """Everybody."""
        return sum(self.groups.values())

    @property
    def few(self) -> bool:
        """Whether so few that an anonymous round would hide nearly everything."""
        return self.total < FEW


def headcount(assessment: Assessment) -> Headcount:
    """How many people answer, in which groups; one query."""
    counted = {"all": Count("pk"), "joined": Count("pk", filter=NAMELESS), "unasked": Count("pk", filter=UNASKED)}
    rows = _people(assessment).values("group").annotate(**counted)
    found = {each["group"]: each for each in rows}
    counts = {group: found[group]["all"] if group in found else 0 for group in GROUPS}
    joined, unasked = (sum(each[name] for each in found.values()) for name in ("joined", "unasked"))
    return Headcount(counts, joined, unasked)


def respondents_page(assessment: Assessment, page: str = "1") -> tuple[Page[Respondent], list[RespondentRow]]:
    """A page of the list by name; two queries, however many there are.

    Of an anonymous round only those whom the team has put there, and nothing of what they have done since.
    """
    people = _people(assessment).select_related("user").order_by(*by_name(), "code")
    people = people.exclude(NAMELESS) if assessment.anonymous else people.annotate(answered=Count("answers"))
    shown = Paginator(people, PAGE).get_page(page)
    return shown, [_row(assessment, each, getattr(each, "answered", 0)) for each in shown]


def _row(assessment: Assessment, person: Respondent, answered: int) -> RespondentRow:
    """Done is who has answered everything, as on the progress board; in an anonymous round nothing is told."""
    return RespondentRow(person, answered > 0, bool(answered) and answered >= practices_asked(assessment, person))


def respondent_in(assessment: Assessment, code: uuid.UUID) -> RespondentRow:
    """One whom the team may change; 404 for all others. One query."""
    people = _people(assessment).select_related("user")
    if assessment.anonymous:
        people = people.exclude(NAMELESS)
    people = people.annotate(has_answers=Exists(Answer.objects.filter(respondent=OuterRef("pk"))))
    row = get_object_or_404(people, code=code)
    return RespondentRow(row, bool(getattr(row, "has_answers", False)))


def may_go_on(person: Respondent, assessment: Assessment) -> bool:
    """Whether somebody who answers by an account still belongs where the assessment is, and does more than read."""
    mine = Membership.objects.filter(workspace=assessment.workspace_id, user=person.user_id, user__is_active=True)
    return mine.filter(Q(company=None) | Q(company=assessment.company_id), role__in=WRITING_ROLES).exists()


def group_links(assessment: Assessment) -> dict[str, GroupLink | None]:
    """The link of each group, None where there never was one; one query."""
    rows = GroupLink.objects.filter(workspace=assessment.workspace_id, assessment=assessment)
    found = {each.group: each for each in rows}
    return {group: found.get(group) for group in GROUPS}


def group_link_by_code(code: uuid.UUID) -> GroupLink | None:
    """The link with this code, its assessment and company along; None where it, or what it leads to, is gone."""
    rows = GroupLink.objects.select_related("assessment__company", "assessment__workspace")
    alive = {"assessment__company__deleted_at": None, "workspace__deleted_at": None}
    return rows.filter(code=code, **alive).first()


def addresses_of(assessment: Assessment) -> set[str]:
    """Every address that somebody of this round has, in lower case; one query."""
    rows = _people(assessment).values_list("email", "user__email")
    return {address.lower() for pair in rows for address in pair if address}


def colleagues_of(assessment_id: int, workspace_id: int, own: int) -> list[tuple[str, str]]:
    """Codes and names of the others who answer, by name. Never asked where answers are anonymous."""
    rows = Respondent.objects.filter(workspace=workspace_id, assessment=assessment_id, erased_at=None)
    found = rows.exclude(pk=own).exclude(name="").order_by(*by_name(), "code")
    return [(str(code), name) for code, name in found.values_list("code", "name")]


@dataclass(frozen=True, slots=True)
class Opening:
    """What a respondent is told before the first question."""

    name: str
    email: str
    language: str
    asker: str
    minimum_group: int
    closes_on: datetime.date | None


def opening_of(respondent_id: int) -> Opening:
    """Who asks, and until when; one query. 404 where the person was just removed."""
    row = (
        Respondent.objects.filter(pk=respondent_id)
        .values_list(
            "name",
            "email",
            "language",
            "assessment__created_by__name",
            "assessment__minimum_group",
            "assessment__closes_on",
        )
        .first()
    )
    if row is None:
        raise Http404
    name, email, language, asker, minimum_group, closes_on = row
    return Opening(name, email, language, asker or "", minimum_group, closes_on)


def closed_on(assessment_id: int, workspace_id: int) -> datetime.datetime | None:
    """When the assessment last stopped to collect; one query."""
    moves = AuditEntry.objects.filter(workspace=workspace_id, assessment=assessment_id, act="assessment-moved")
    return moves.filter(detail__before="collecting").order_by("-id").values_list("at", flat=True).first()


def _people(assessment: Assessment) -> QuerySet[Respondent]:
    return Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment, erased_at=None)
