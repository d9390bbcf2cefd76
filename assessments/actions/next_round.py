"""Starting the next round from the last one: the same people and targets, and none of the answers."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from ..content.loader import framework, newest
from ..maturity.progress import PASSED_ON_ONLY
from ..models import Assessment, Respondent, User
from .audit import record
from .life import locked
from .reminders import invite_respondents


class NotOver(Exception):
    """The round still takes answers: the next one begins when it is over."""


@transaction.atomic
def start_next_round(*, user: User, assessment: Assessment, title: str, invite: bool = False) -> Assessment:
    """Start the round that follows this one; the one that is there already, where somebody was quicker.

    The set of practices, the targets and whether it is anonymous stay; the framework is the newest version. The people
    of the list come along, with new links, and `invite` mails them to those with an address. Red flags are those that
    are open in the company. Raises NotOver while the round takes answers.
    """
    last = locked(assessment)
    if last.is_open:
        raise NotOver
    there = Assessment.objects.filter(workspace=last.workspace_id, previous=last).order_by("pk").first()
    if there:
        return there
    row = _row(user, last, title)
    count = len(Respondent.objects.bulk_create(_people(row, last)))
    detail = {"title": row.title, "last": last.title, "count": count}
    record("next-round-started", row, actor=user, detail=detail)
    if invite:
        invite_respondents(user=user, assessment=row)
    return row


def _row(user: User, last: Assessment, title: str) -> Assessment:
    version = newest(last.framework)
    known = framework(last.framework, version).practices
    return Assessment.objects.create(
        workspace_id=last.workspace_id,
        company_id=last.company_id,
        title=title.strip() or last.title,
        framework=last.framework,
        framework_version=version,
        practice_set=last.practice_set,
        held_on=timezone.localdate(),
        anonymous=last.anonymous,
        minimum_group=last.minimum_group,
        targets={key: stage for key, stage in last.targets.items() if key in known},
        previous=last,
        created_by=user,
    )


def _people(row: Assessment, last: Assessment) -> Iterable[Respondent]:
    """Everybody of the list, whether or not they answered: of an anonymous round nothing that would tell who did.

    Whoever came by the link of a group without saying who they are is on no list; nor is, there, whoever is asked only
    what colleagues did not know: that they were asked says what somebody else has answered.
    """
    people = Respondent.objects.filter(workspace=last.workspace_id, assessment=last, erased_at=None).order_by("pk")
    for each in people:
        passed_only = tuple(each.dimensions) == PASSED_ON_ONLY
        if not (each.name or each.user_id or (each.email and not last.anonymous)) or (passed_only and last.anonymous):
            continue
        yield Respondent(
            workspace_id=row.workspace_id,
            assessment=row,
            name=each.name,
            group=each.group,
            user_id=each.user_id,
            email=each.email,
            language=each.language,
            practice_set=each.practice_set,
            dimensions=each.dimensions,
            practices=[] if last.anonymous else each.practices,
            previous=each,
        )
