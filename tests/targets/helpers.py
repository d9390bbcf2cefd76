"""A company with results, and what it aims at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils import timezone

from assessments.actions.goals import set_goal
from assessments.content.loader import framework
from assessments.models import Answer, Assessment, Goal, Respondent
from tests.personas import World

FRAMEWORK = framework()
LOW = {practice: place % 3 for place, practice in enumerate(FRAMEWORK.practices)}


def answered(world: World, stages: Mapping[str, int] = LOW, assessment: Assessment | None = None) -> Assessment:
    """The assessment, answered by the owner, and closed for review."""
    assessment = assessment or world.assessment
    who = Respondent.objects.get(assessment=assessment, user=world.owner)
    now = timezone.now()
    Answer.objects.bulk_create(
        Answer(
            workspace=assessment.workspace, respondent=who, practice=practice, stage=stage, chosen_at=now, saved_at=now
        )
        for practice, stage in stages.items()
    )
    assessment.state = "review"
    assessment.save()
    return assessment


def aim(world: World, *targets: tuple[str, float, str], **more: Any) -> Goal:
    rows = [{"kind": kind, "value": value, "about": about} for kind, value, about in targets]
    return set_goal(
        user=world.owner, company=world.company, assessment=more.pop("base", world.assessment), targets=rows, **more
    )


def url(world: World, name: str = "goal", *more: object) -> str:
    return reverse(name, args=[world.company.code, *more])


def finding(text: str) -> str:
    return text.split('<h1 class="cx-find cx-find-1">')[1].split("</h1>")[0]
