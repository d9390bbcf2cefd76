"""One round of the demo: an assessment, its respondents and their answers."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from django.utils import timezone

from ..content.loader import CURRENT, framework
from ..maturity import answers as values
from ..models import ANSWER_FIELDS, AgreedStage, Answer, Assessment, Company, Respondent, User

PACE = datetime.timedelta(seconds=25)
DAYS_TO_ANSWER = 8


def add_round(
    company: Company,
    owner: User,
    title: str,
    sheet: values.AnswerSheet,
    begun: Sequence[datetime.datetime],
    state: str,
    user: User | None = None,
    anonymous: bool = False,
) -> Assessment:
    """An assessment with its respondents and their answers; `begun` says when each of them sat down to answer."""
    id, version = CURRENT
    within = company.workspace_id
    assessment = Assessment.objects.create(
        workspace_id=within,
        company=company,
        title=title,
        framework=id,
        framework_version=version,
        practice_set=sheet.practice_set,
        held_on=sheet.held_on,
        red_flags=sorted(sheet.red_flags),
        targets=dict(sheet.targets),
        state=state,
        anonymous=anonymous,
        created_by=owner,
    )
    AgreedStage.objects.bulk_create(
        AgreedStage(
            workspace_id=within,
            assessment=assessment,
            practice=practice,
            stage=each.stage,
            reason=each.reason,
            settled_by=owner,
            settled_at=timezone.now(),
        )
        for practice, each in sheet.agreed.items()
    )
    people = Respondent.objects.bulk_create(
        Respondent(
            workspace_id=within,
            assessment=assessment,
            name=each.name,
            group=each.group,
            user=user,
            started_at=start if each.answers else None,
            finished_at=start + PACE * len(each.answers) if _is_done(sheet, each) else None,
        )
        for each, start in zip(sheet.respondents, begun, strict=True)
    )
    Answer.objects.bulk_create(
        row
        for person, each, start in zip(people, sheet.respondents, begun, strict=True)
        for row in _rows(person, each.answers, start)
    )
    return assessment


def sittings(day: datetime.date, count: int) -> list[datetime.datetime]:
    """When each of `count` people answered: one after another in the days up to `day`."""
    noon = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
    return [noon - datetime.timedelta(days=DAYS_TO_ANSWER * each / count) for each in reversed(range(count))]


def _is_done(sheet: values.AnswerSheet, person: values.Respondent) -> bool:
    """Whether everything that is asked is answered."""
    return all(practice.id in person.answers for practice in framework().asked(sheet.practice_set))


def _rows(person: Respondent, given: Mapping[str, values.Answer], start: datetime.datetime) -> Iterator[Answer]:
    for position, (practice, each) in enumerate(given.items()):
        chosen_at = start + PACE * position
        yield Answer(
            workspace_id=person.workspace_id,
            respondent=person,
            practice=practice,
            chosen_at=chosen_at,
            saved_at=chosen_at,
            **{name: getattr(each, name) for name in ANSWER_FIELDS},
        )
