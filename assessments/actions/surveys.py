"""What the team does with its own surveys of customers: make, change, open in waves, close."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from ..models import Company, Message, Survey, Touchpoint, User, Wave
from .audit import record
from .meanwhile import still_as_read

FIXED_ONCE_OPENED = ("kind", "variant")


@transaction.atomic
def add_survey(*, user: User, company: Company, **fields: Any) -> Survey:
    """A new survey, still a draft; `fields` as in models/survey.py."""
    row = Survey.objects.create(workspace_id=company.workspace_id, company=company, created_by=user, **fields)
    _know_touchpoint(row)
    _note("survey-added", user, row)
    return row


@transaction.atomic
def update_survey(*, user: User, survey: Survey, **fields: Any) -> None:
    """Change a survey; what is measured stays as it is once a wave was opened, or its numbers would mean two things.

    Raises MeanwhileChanged where somebody else has changed it since it was read.
    """
    row = _locked(survey)
    wanted = {name: fields[name] for name in fields if row.state == "draft" or name not in FIXED_ONCE_OPENED}
    still_as_read(row, survey, wanted)
    for name, value in wanted.items():
        setattr(row, name, value)
    row.save()
    _know_touchpoint(row)
    _note("survey-changed", user, row)


@transaction.atomic
def open_wave(*, user: User, survey: Survey, number: int = 0) -> Wave:
    """Open the survey in its next wave; a wave that is running ends with it.

    `number` is the wave that was asked for, where the asking says so: one that there is already is not opened again.
    """
    row = _locked(survey)
    waves = Wave.objects.filter(workspace=row.workspace_id, survey=row)
    if number and (there := waves.filter(number=number).first()):
        return there
    _close_running(row)
    number = waves.count() + 1
    wave = Wave.objects.create(workspace_id=row.workspace_id, survey=row, number=number, opened_on=timezone.localdate())
    row.state = "open"
    row.save(update_fields=["state"])
    _note("survey-opened", user, row, {"wave": number})
    return wave


@transaction.atomic
def close_survey(*, user: User, survey: Survey) -> None:
    """Take no more answers, and send no more invitations."""
    row = _locked(survey)
    if row.state != "open":
        return
    _close_running(row)
    row.state = "closed"
    row.save(update_fields=["state"])
    _note("survey-closed", user, row)


def _locked(survey: Survey) -> Survey:
    """The row as it is now, held until the transaction ends: of two who press a button one comes after the other.

    The company comes first, as where an answer is kept: nobody waits for another in a circle.
    """
    Company.objects.select_for_update().get(workspace=survey.workspace_id, pk=survey.company_id)
    return Survey.objects.select_for_update().get(workspace=survey.workspace_id, pk=survey.pk)


def _close_running(survey: Survey) -> None:
    running = Wave.objects.filter(workspace=survey.workspace_id, survey=survey, closed_on=None)
    queued = Message.objects.filter(survey_invitation__wave__in=running, status="queued")
    queued.update(status="dropped")
    running.update(closed_on=timezone.localdate())


def _know_touchpoint(survey: Survey) -> None:
    """A touchpoint that a survey names is one of the company’s."""
    if survey.touchpoint:
        Touchpoint.objects.get_or_create(
            workspace_id=survey.workspace_id, company_id=survey.company_id, name=survey.touchpoint
        )


def _note(act: str, user: User, survey: Survey, more: dict[str, Any] | None = None) -> None:
    detail = {"survey": survey.title, **(more or {})}
    record(act, survey.company, actor=user, detail=detail)
