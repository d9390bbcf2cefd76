"""What the rules of the red flags look at, and the alarms they raise for a company today."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Max, Sum
from django.utils import timezone

from ..journey.mistakes import ONE_BAD_EXPERIENCE, raised
from ..models import Company, DailyCount, Figure, PlanItem, Response
from ..voice.alarm_rules import alarms
from ..voice.alarms import Alarm, AlarmFacts, Heard, MonthFigure
from ..voice.counts import Counts
from ..voice.metrics import TOP_BOX, csat, nps
from ..voice.series import CSAT, NPS, Question
from ..voice.standing import most_answered
from .journeys import JourneyRow, journeys_of
from .plan import ACTIVE

WINDOW = 90  # days of answers
NPS_REST = 180  # days in which nobody is asked for NPS twice
FIGURE_DAYS = 400  # as far back as two times three months can reach, and more
MANY = 1000  # customers asked too often are counted up to here
EVERYBODY = "*"
JOURNEY, WORST_MOMENT = "journey", "worst-moment"
JOURNEY_RULES = (JOURNEY, WORST_MOMENT)
ASKED_RULES = {"nps-twice", "asked-twice"}  # need a search over all responses: not looked at for a page


def alarms_of(company: Company, *, whose: str = "") -> list[Alarm]:
    """Every alarm for the company as things stand today; four queries, and two more to look for surveys too often.

    For these `whose` is the digest of the one customer to look at, or EVERYBODY, which searches all recent responses;
    with "" nobody looks.
    """
    journeys = journeys_of(company)
    found = [*alarms(_facts(company, journeys, whose)), *_of_journeys(journeys)]
    return sorted(found, key=lambda each: (each.flag, each.rule, each.places))


def _facts(company: Company, journeys: Iterable[JourneyRow], whose: str) -> AlarmFacts:
    today = timezone.localdate()
    points = (each for row in journeys for each in row.map.touchpoints())
    plan = PlanItem.objects.filter(workspace=company.workspace_id, company=company, state__in=ACTIVE)
    return AlarmFacts(
        today=today,
        figures=tuple(_figures(company, today)),
        heard=tuple(_heard(company, today)),
        nps_twice=_twice(company, today, NPS_REST, whose, measure="nps"),
        asked_twice=_twice(company, today, WINDOW, whose),
        sales=frozenset(each.name for each in points if each.moment_of_truth == "purchase"),
        actions=int(plan.exists()),
    )


def _figures(company: Company, today: datetime.date) -> Iterable[MonthFigure]:
    since = today - datetime.timedelta(days=FIGURE_DAYS)
    rows = Figure.objects.filter(workspace=company.workspace_id, company=company, month__gte=since)
    return [MonthFigure(each.kind, each.touchpoint, each.month, each.numbers) for each in rows.order_by("month")]


def _heard(company: Company, today: datetime.date) -> Iterable[Heard]:
    """NPS and CSAT of the last 90 days, of all and of each touchpoint; of each the question most have answered."""
    keys = ("about", "measure", "variant", "scale_min", "scale_max", "score")
    rows = DailyCount.objects.filter(
        workspace=company.workspace_id,
        company=company,
        cut__in=("all", "touchpoint"),
        day__range=(today - datetime.timedelta(days=WINDOW - 1), today),
        measure__in=(NPS, CSAT),
    )
    sums = rows.values(*keys).order_by().annotate(those=Sum("count"), last=Max("day")).filter(those__gt=0)
    found: dict[str, dict[Question, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    until: dict[str, datetime.date] = {}
    for about, *question, score, those, last in sums.values_list(*keys, "those", "last"):
        found[about][Question(*question)][score] = those
        until[about] = max(until.get(about, last), last)
    return [_told(about, questions, until[about]) for about, questions in sorted(found.items())]


def _told(about: str, questions: dict[Question, dict[int, int]], last: datetime.date) -> Heard:
    sound: dict[Question, Counts] = {key: counts for key, counts in questions.items() if _is_sound(key)}
    net, satisfied = most_answered(sound, NPS), most_answered(sound, CSAT)
    return Heard(
        touchpoint=about,
        nps=nps(net[1]) if net else None,
        csat=csat(satisfied[1], satisfied[0].high) if satisfied else None,
        until=f"{last:%Y-%m}",
    )


def _is_sound(question: Question) -> bool:
    """Whether the metric knows this scale."""
    scale = (question.low, question.high)
    return scale == (0, 10) if question.measure == NPS else scale[0] == 1 and scale[1] in TOP_BOX


def _twice(company: Company, today: datetime.date, days: int, whose: str, *, measure: str | None = None) -> int | None:
    """Customers who answered on two days or more within the last `days`, counted up to MANY."""
    if not whose:
        return None
    since = today - datetime.timedelta(days=days - 1)
    rows = Response.objects.filter(workspace=company.workspace_id, company=company, answered_on__range=(since, today))
    rows = rows.filter(measure=measure) if measure else rows
    rows = rows.exclude(customer="") if whose == EVERYBODY else rows.filter(customer=whose)
    often = rows.values("customer").order_by().annotate(days=Count("answered_on", distinct=True)).filter(days__gt=1)
    return often.values("customer")[:MANY].count()


def _of_journeys(journeys: Iterable[JourneyRow]) -> Iterable[Alarm]:
    """The mistakes that people have ticked on the maps, and worst moments that nobody is working on."""
    for row in journeys:
        for each in raised(row.map):
            rule = WORST_MOMENT if each.flag == ONE_BAD_EXPERIENCE else JOURNEY
            places = tuple(dict.fromkeys(point.name for point in each.touchpoints))
            yield Alarm(each.flag, rule, places=places, numbers={"journey": str(row.code), "title": row.title})
