"""Our own surveys as the company sees them: each with its waves, how many were asked, and how many answered."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Max, QuerySet, Sum
from django.shortcuts import get_object_or_404

from ..content.questionnaires import questionnaire
from ..models import Company, DailyCount, Message, Survey, SurveyInvitation, Touchpoint, Wave

Counts = dict[int, int]
SurveyRecord = Survey  # the name under which views may speak of a row without importing models


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
    survey = get_object_or_404(rows, workspace=company.workspace_id, company=company, code=code)
    survey.company = company  # the one the person was let into: it knows whether they may see the whole workspace
    return survey


def touchpoints_of(company: Company) -> list[str]:
    """The names of the company’s touchpoints."""
    rows = Touchpoint.objects.filter(workspace=company.workspace_id, company=company)
    return list(rows.order_by("name").values_list("name", flat=True))


def surveys_of(company: Company) -> list[SurveyRow]:
    """All surveys of a company, newest first; four queries however many there are, and however many answers."""
    mine = {"workspace": company.workspace_id, "survey__company": company}
    surveys = Survey.objects.filter(workspace=company.workspace_id, company=company).order_by("-pk")
    numbered = Wave.objects.filter(**mine).values_list("pk", "survey", "number").order_by("number")
    waves = {key: (survey, number) for key, survey, number in numbered}
    last_wave = dict(waves.values())
    asked = SurveyInvitation.objects.filter(**mine).values_list("survey")
    invited = {key: (count, done) for key, count, done in asked.annotate(Count("pk"), Count("answered_at"))}
    answers: dict[tuple[int, str], list[tuple[int, date]]] = defaultdict(list)
    given = _counted(company, ["wave"], waves).values_list("about", "measure").annotate(Sum("count"), Max("day"))
    for wave, measure, count, last in given:
        answers[waves[int(wave)][0], measure].append((count, last))
    found = []
    for each in surveys:
        each.company = company
        told = answers[each.pk, questionnaire(each.kind).headline]
        count, last = sum(number for number, _day in told), max((day for _number, day in told), default=None)
        asked_of, done = invited.get(each.pk, (0, 0))
        found.append(SurveyRow(each, last_wave.get(each.pk, 0), asked_of, done, count, last))
    return found


def waves_of(survey: Survey) -> list[WaveRow]:
    """The waves of a survey, newest first; three queries, whatever the number of answers."""
    mine = {"workspace": survey.workspace_id, "survey": survey}
    rows = {each.pk: WaveRow(each) for each in Wave.objects.filter(**mine).order_by("-number")}
    invited = SurveyInvitation.objects.filter(**mine).values_list("wave").annotate(Count("pk"), Count("answered_at"))
    for key, count, answered in invited:
        rows[key].invited, rows[key].answered = count, answered
    given = _counted(survey.company, ("wave", "invited"), rows).values_list("cut", "about", "measure", "score")
    for cut, wave, measure, score, count in given.annotate(those=Sum("count")):
        row = rows[int(wave)]
        counts = row.counts if cut == "wave" else row.asked_counts
        counts[measure][score] = count
    return list(rows.values())


def _counted(company: Company, cuts: Iterable[str], waves: Iterable[int]) -> QuerySet[DailyCount]:
    rows = DailyCount.objects.filter(workspace=company.workspace_id, company=company, cut__in=cuts, count__gt=0)
    return rows.filter(about__in=[str(each) for each in waves]).order_by()


def mail_of(wave: Wave | None) -> dict[str, int]:
    """How many invitations of a wave are in which state (models/message.py)."""
    if wave is None:
        return {}
    mails = Message.objects.filter(workspace=wave.workspace_id, survey_invitation__wave=wave)
    return dict(mails.values_list("status").annotate(Count("pk")))
