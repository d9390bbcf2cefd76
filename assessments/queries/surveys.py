"""Our own surveys as the company sees them: each with its waves, how many were asked, and how many answered."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import BooleanField, Count, ExpressionWrapper, Max, Q
from django.http import Http404

from ..content.questionnaires import questionnaire
from ..models import Company, Message, Response, Survey, SurveyInvitation, Touchpoint, Wave

Counts = dict[int, int]


@dataclass(slots=True)
class WaveRow:
    """One wave: answers of everybody, and those of customers who were asked by e-mail.

    `counts` and `asked_counts` hold how often each score was given, by measure.
    """

    wave: Wave
    invited: int = 0
    answered: int = 0  # of those invited
    counts: dict[str, Counts] = field(default_factory=lambda: defaultdict(dict))
    asked_counts: dict[str, Counts] = field(default_factory=lambda: defaultdict(dict))

    def answers(self, headline: str) -> int:
        """How many have answered, by any way."""
        return sum(self.counts[headline].values())


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A survey in the list: its running or latest wave, all its answers, and when the last one came."""

    survey: Survey
    wave: int
    invited: int
    answered: int
    answers: int
    last: date | None


def survey_of(company: Company, code: uuid.UUID) -> Survey:
    """The company’s survey with this code; 404 where there is none."""
    rows = Survey.objects.select_related("created_by")
    survey = rows.filter(workspace=company.workspace_id, company=company, code=code).first()
    if survey is None:
        raise Http404
    survey.company = company  # the one the person was let into: it knows whether they may see the whole workspace
    return survey


def touchpoints_of(company: Company) -> list[str]:
    """The names of the company’s touchpoints."""
    rows = Touchpoint.objects.filter(workspace=company.workspace_id, company=company)
    return list(rows.order_by("name").values_list("name", flat=True))


def surveys_of(company: Company) -> list[SurveyRow]:
    """All surveys of a company, newest first; four queries however many there are."""
    mine = {"workspace": company.workspace_id, "survey__company": company}
    surveys = Survey.objects.filter(workspace=company.workspace_id, company=company).order_by("-pk")
    waves = dict(Wave.objects.filter(**mine).values_list("survey").annotate(last=Max("number")))
    asked = SurveyInvitation.objects.filter(**mine).values_list("survey")
    invited = {key: (count, done) for key, count, done in asked.annotate(Count("pk"), Count("answered_at"))}
    given = Response.objects.filter(**mine, company=company).values_list("survey", "measure").order_by()
    answers = {(key, measure): rest for key, measure, *rest in given.annotate(Count("pk"), Max("answered_on"))}
    found = []
    for each in surveys:
        each.company = company
        count, last = answers.get((each.pk, questionnaire(each.kind).headline), (0, None))
        asked_of, done = invited.get(each.pk, (0, 0))
        found.append(SurveyRow(each, waves.get(each.pk, 0), asked_of, done, count, last))
    return found


def waves_of(survey: Survey) -> list[WaveRow]:
    """The waves of a survey, newest first; three queries. They read an index entry for each answer of this survey."""
    mine = {"workspace": survey.workspace_id, "survey": survey}
    rows = {each.pk: WaveRow(each) for each in Wave.objects.filter(**mine).order_by("-number")}
    invited = SurveyInvitation.objects.filter(**mine).values_list("wave").annotate(Count("pk"), Count("answered_at"))
    for key, count, answered in invited:
        rows[key].invited, rows[key].answered = count, answered
    by_name = ExpressionWrapper(~Q(customer=""), output_field=BooleanField())
    given = Response.objects.filter(**mine).annotate(asked=by_name).order_by()
    for key, measure, score, asked, count in given.values_list("wave", "measure", "score", "asked").annotate(
        Count("pk")
    ):
        if key in rows:
            counts = rows[key].counts[measure]
            counts[score] = counts.get(score, 0) + count
            if asked:
                rows[key].asked_counts[measure][score] = count
    return list(rows.values())


def mail_of(wave: Wave | None) -> dict[str, int]:
    """How many invitations of a wave are in which state (models/message.py)."""
    if wave is None:
        return {}
    mails = Message.objects.filter(workspace=wave.workspace_id, survey_invitation__wave=wave)
    return dict(mails.values_list("status").annotate(Count("pk")))
