"""What people do with the answers of the 10-minute check: keep them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from ..cookies.check import Given
from ..models import ANSWER_FIELDS, Answer, Assessment, Company, Respondent, User, Workspace
from .assessments import start_assessment
from .audit import record
from .companies import add_company


@transaction.atomic
def keep_check(
    *,
    user: User,
    place: Company | Workspace,
    company_name: str,
    title: str,
    held_on: datetime.date,
    group: str,
    given: Mapping[str, Given],
) -> Assessment:
    """Turn the check into a full assessment that has its answers: of a company, or of a new one in a workspace.

    A button that was pressed twice keeps it once.
    """
    User.objects.select_for_update().get(pk=user.pk)  # the second press waits for the first
    if there := _kept_before(user, place, company_name, given):
        return there
    company = add_company(user=user, workspace=place, name=company_name) if isinstance(place, Workspace) else place
    assessment = start_assessment(
        user=user, company=company, title=title, held_on=held_on, practice_set="full", group=group
    )
    respondent = Respondent.objects.get(workspace=company.workspace_id, assessment=assessment, user=user)
    now = timezone.now()
    Answer.objects.bulk_create(
        Answer(
            workspace_id=company.workspace_id,
            respondent=respondent,
            practice=practice,
            chosen_at=min(each.chosen_at, now),
            saved_at=now,
            **{name: getattr(each.answer, name) for name in ANSWER_FIELDS},
        )
        for practice, each in given.items()
    )
    record("check-kept", assessment, actor=user)
    return assessment


def _kept_before(
    user: User, place: Company | Workspace, company_name: str, given: Mapping[str, Given]
) -> Assessment | None:
    """The assessment that this very check has become: nobody chooses twice in the same thousandth of a second."""
    within = place if isinstance(place, Workspace) else place.workspace
    rows = Answer.objects.filter(
        workspace=within, respondent__user=user, respondent__assessment__company__deleted_at=None
    )
    if isinstance(place, Workspace):
        rows = rows.filter(respondent__assessment__company__name=company_name.strip())
    else:
        rows = rows.filter(respondent__assessment__company=place)
    practice, said = next(iter(given.items()))
    found = rows.filter(practice=practice, chosen_at=said.chosen_at).select_related("respondent__assessment").first()
    return found.respondent.assessment if found else None
