"""Taking an open assessment on to a newer version of the framework, with a milestone of how it was."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction

from ..content.loader import framework, newest
from ..models import ANSWER_FIELDS, AgreedStage, Answer, Assessment, Respondent, User
from ..rounds.upgrades import carried
from .audit import record
from .life import NoLonger, locked
from .milestones import StillSealed, keep_milestone

__all__ = ["AlreadyNewest", "StillSealed", "upgrade_framework"]


class AlreadyNewest(Exception):
    """The assessment asks the newest version already."""


@transaction.atomic
def upgrade_framework(*, user: User, assessment: Assessment, milestone: str) -> int:
    """Ask the newest version from now on; how many answers wait to be confirmed.

    First a milestone called `milestone` keeps everything as it was. Answers whose question and statements are the same
    stay; the others count no more, and are shown to whoever gave them as those of before. Raises NoLonger where answers
    are closed, StillSealed for an anonymous round, whose milestone would tell, and AlreadyNewest.
    """
    row = locked(assessment, changing=True)
    if not row.is_open:
        raise NoLonger
    version = newest(row.framework)
    if version <= row.framework_version:
        raise AlreadyNewest
    keep_milestone(user=user, assessment=assessment, name=milestone)
    before, now = framework(row.framework, row.framework_version), framework(row.framework, version)
    known = set(now.practices)
    waiting = _set_aside(row, carried(before, now), known)
    row.framework_version = version
    row.targets = {key: stage for key, stage in row.targets.items() if key in known}
    row.red_flags = [each for each in row.red_flags if each in now.flags]
    row.save(update_fields=["framework_version", "targets", "red_flags", "updated_at"])
    detail = {"before": before.version, "after": version, "count": waiting}
    record("framework-upgraded", row, actor=user, detail=detail)
    assessment.framework_version = version
    return waiting


def _set_aside(row: Assessment, kept: Collection[str], known: Collection[str]) -> int:
    """Put answers that are not kept where only their person sees them; drop those of practices that are gone."""
    within = {"workspace": row.workspace_id}
    answers = Answer.objects.filter(**within, respondent__assessment=row).exclude(practice__in=kept)
    by_person: dict[int, dict[str, Any]] = {}
    for each in answers:
        if each.practice in known:
            said = {name: getattr(each, name) for name in ANSWER_FIELDS}
            by_person.setdefault(each.respondent_id, {})[each.practice] = [said, row.framework_version]
    for person in Respondent.objects.filter(**within, assessment=row).select_for_update():
        person.earlier = {**person.earlier, **by_person.get(person.pk, {})}
        person.practices = [each for each in person.practices if each in known]
        person.save(update_fields=["earlier", "practices"])
    answers.delete()
    AgreedStage.objects.filter(**within, assessment=row).exclude(practice__in=kept).delete()
    return sum(len(each) for each in by_person.values())
