"""Rows for the benchmarks: a person with a workspace and a company, and any number of assessments with answers."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

GROUPS = ("leaders", "managers", "managers", "frontline", "frontline")
NOTES = ("Seen in the shop on Monday; the rota hangs in the office.", "Only the online team does this so far.")
AGO = timedelta(days=2)


def owner() -> Any:
    """Somebody with a workspace and a company in it."""
    from assessments.actions.companies import add_company
    from assessments.actions.workspaces import open_workspace
    from assessments.models import User

    user = User.objects.create_user("owner@example.com", "pyramid-of-six-levels", name="Robin Lam")
    workspace = open_workspace(user=user, name="Northstar Advisory")
    add_company(workspace=workspace, name="Harbour Retail", industry="retail", size="250-999")
    return user


def assessments(user: Any, count: int, practices: Sequence[str], respondents: int = 1) -> list[Any]:
    """So many full assessments of the company: the person answers in each, first, beside others without an account."""
    from django.utils import timezone

    from assessments.models import Answer, Assessment, Company, Respondent

    company = Company.objects.get(workspace__memberships__user=user)
    within, chance, chosen = company.workspace_id, random.Random(count), timezone.now() - AGO
    rounds = Assessment.objects.bulk_create(
        Assessment(
            workspace_id=within, company=company, title=f"Round {number}", held_on=chosen.date(), created_by=user
        )
        for number in range(count)
    )
    people = Respondent.objects.bulk_create(
        Respondent(
            workspace_id=within,
            assessment=each,
            user=None if number else user,
            name=f"Respondent {number + 1}",
            group=GROUPS[number % len(GROUPS)],
            started_at=chosen,  # they have answered, as the rows below say; a first answer costs one statement more
        )
        for each in rounds
        for number in range(respondents)
    )
    Answer.objects.bulk_create(
        Answer(
            workspace_id=within,
            respondent=person,
            practice=practice,
            stage=min(4, max(0, round(chance.gauss(2, 1)))),
            note=chance.choice(NOTES) if chance.random() < 0.1 else "",
            chosen_at=chosen,
            saved_at=chosen,
        )
        for person in people
        for practice in practices
    )
    return rounds
