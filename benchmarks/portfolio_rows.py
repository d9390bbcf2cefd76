"""Workspaces of any number of companies for the benchmark of the portfolio, with figures that fit their rows."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

AT_ONCE = 500
OPEN = 2  # one company in so many has a round in review, the others a final one
PEOPLE, PRACTICES = 3, 20


def workspace(user: Any, count: int) -> Any:
    """A workspace of `user` with so many companies of two rounds each, all counted."""
    from assessments.actions.workspaces import open_workspace
    from assessments.models import INDUSTRIES, SIZES, Company

    within, chance = open_workspace(user=user, name=f"{count} companies"), random.Random(count)
    for start in range(0, count, AT_ONCE):
        companies = Company.objects.bulk_create(
            Company(
                workspace=within,
                name=f"{chance.choice(('Lantern', 'Harbour', 'Meridian', '珠江', '云杉'))} {start + at:05}",
                industry=chance.choice(INDUSTRIES),
                size=chance.choice(SIZES),
                round_months=12,
            )
            for at in range(min(AT_ONCE, count - start))
        )
        _rounds(within, companies, chance)
        _figures(companies, chance)
    return within


def _rounds(within: Any, companies: list[Any], chance: random.Random) -> None:
    from django.utils import timezone

    from assessments.content.loader import framework
    from assessments.models import Answer, Assessment, Respondent

    today, now, practices = timezone.localdate(), timezone.now(), list(framework().practices)[:PRACTICES]
    rounds = Assessment.objects.bulk_create(
        Assessment(
            workspace=within,
            company=each,
            title=f"Round {number}",
            held_on=today - timedelta(days=chance.randint(5, 300) + 365 * (2 - number)),
            state="review" if number == 2 and at % OPEN == 0 else "final",
        )
        for at, each in enumerate(companies)
        for number in (1, 2)
    )
    people = Respondent.objects.bulk_create(
        Respondent(workspace=within, assessment=each, name=f"Person {at}", group="managers")
        for each in rounds
        if each.state == "review"
        for at in range(PEOPLE)
    )
    Answer.objects.bulk_create(
        (
            Answer(workspace=within, respondent=each, practice=key, stage=2, chosen_at=now, saved_at=now)
            for each in people
            for key in practices
        ),
        batch_size=5000,
    )


def _figures(companies: list[Any], chance: random.Random) -> None:
    """Invented figures under the stamps of the rows, so that nothing has to be computed."""
    from assessments.actions.standings import note_columns
    from assessments.models import Standing
    from assessments.queries.standings import places_of

    Standing.objects.bulk_create(
        _standing(place, number, chance) for place in places_of(companies) for number in range(len(place.counted))
    )
    note_columns(places_of(companies))


def _standing(place: Any, number: int, chance: random.Random) -> Any:
    from assessments.models import Standing

    row, before = place.counted[number].assessment, place.counted[number + 1 :]
    scores = {key: chance.uniform(10, 95) for key in ("l1", "l2", "l3", "l4", "l5", "l6", "int", "abl", "aff", "con")}
    since = before[0].stamp if before else ""
    changes = {"since": since, "level": "up", "experience": [6.0, "up"], "trust": [-3.0, "no-visible-change"]}
    return Standing(
        workspace_id=row.workspace_id,
        company_id=row.company_id,
        assessment=row,
        stamp=place.counted[number].stamp,
        held_on=row.held_on or date.min,
        level=chance.randint(0, 6),
        decimal=2.0,
        average=chance.uniform(10, 95),
        trust=chance.uniform(10, 95),
        scores=scores,
        changes=changes if before else {},
        respondents=PEOPLE,
        framework=row.framework,
        framework_version=row.framework_version,
        scoring_version="1",
    )
