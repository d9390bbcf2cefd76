"""The pictures of the plan: effort against impact, how full the lanes are, and when things happen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from ...pieces import drawn
from ...queries.plan import WORKED_ON
from ...reports.charts import catalogue as charts
from ...words.labels import PLAN_EFFORTS, PLAN_IMPACTS
from .plan_cards import PlanCard

AROUND = timedelta(days=14)  # kept free before the first and after the last day
MONTHS_NAMED = 7
LINES = "plan-time"  # the id of what the rows of the timeline share


class Span(NamedTuple):
    """A card on the timeline: from when to when, and the bar that says so."""

    card: PlanCard
    starts: date
    ends: date
    bar: SafeString


class Timeline(NamedTuple):
    """The rows of the timeline under its months; `undated` counts the items without a date."""

    rows: list[Span]
    months: SafeString
    undated: int


def matrix_of(cards: Sequence[PlanCard]) -> SafeString:
    """The cards with effort and impact as dots; empty where there is none."""
    dots = [
        charts.Dot(each.number, each.dimension, each.item.effort, each.item.impact, each.item.state == "done")
        for each in cards
        if each.item.effort and each.item.impact and each.item.state in WORKED_ON
    ]
    if not dots:
        return SafeString("")
    first = [str(each.number) for each in dots if each.effort == "S" and each.impact == "L"]
    comma = pgettext("between the names of a list", ", ")
    desc = _("Strong impact for small effort: %(numbers)s.") % {"numbers": comma.join(first)} if first else ""
    figure = charts.matrix(
        charts.WEB,
        "plan-matrix",
        dots,
        (_("Do first"), _("Plan for"), _("Fit in"), _("Reconsider")),
        ngettext("Effort and impact of %(count)s item", "Effort and impact of %(count)s items", len(dots))
        % {"count": len(dots)},
        desc,
        _("Effort"),
        _("Impact"),
        [str(each) for each in PLAN_EFFORTS.values()],
        [str(each) for each in PLAN_IMPACTS.values()],
    )
    return drawn(figure)


def load_bar(points: int, capacity: int, most: int) -> SafeString:
    """How full a lane is; `most` is what the fullest lane holds."""
    scale = max(capacity * 1.25, float(most), 1.0)
    return drawn(charts.load_row(points, capacity, scale))


def timeline_of(cards: Sequence[PlanCard]) -> Timeline | None:
    """What has a date, by its beginning; None where nothing has."""
    shown = [each for each in cards if each.item.state in WORKED_ON]
    dated = sorted((each for each in shown if each.item.due_on), key=lambda each: (_starts(each), each.number))
    if not dated:
        return None
    today = timezone.localdate()
    begin = min(*(_starts(each) for each in dated), today) - AROUND
    days = (max(*(_ends(each) for each in dated), today) + AROUND - begin).days
    now = 100 * (today - begin).days / days
    months = _months(begin, days)
    rows = [_span(each, begin, days) for each in dated]
    step = -(-len(months) // MONTHS_NAMED)
    names = [(at, _month(day)) for at, day in months[::step]]
    head = charts.month_row(names, now, _("Today"), LINES, [at for at, _day in months])
    undated = sum(each.is_active and not each.item.due_on for each in shown)
    return Timeline(rows, drawn(head), undated)


def _span(card: PlanCard, begin: date, days: int) -> Span:
    starts, ends = _starts(card), _ends(card)
    at = 100 * (starts - begin).days / days
    until = 100 * ((ends - begin).days + 1) / days
    bar = charts.span_row(at, until, LINES, card.dimension, card.item.state == "done")
    return Span(card, starts, ends, drawn(bar))


def _starts(card: PlanCard) -> date:
    """When it begins: as people said, else when it came into the plan; never after it ends."""
    said: date = card.item.starts_on or timezone.localdate(card.item.created_at)
    return min(said, card.item.due_on)


def _ends(card: PlanCard) -> date:
    due: date = card.item.due_on
    return due


def _months(begin: date, days: int) -> list[tuple[float, date]]:
    """The first day of each month after `begin`, with its place 0..100."""
    found: list[tuple[float, date]] = []
    day = begin
    while True:
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        at = 100 * (day - begin).days / days
        if at > 96:
            return found
        found.append((at, day))


def _month(day: date) -> str:
    """A month in a few letters, with the year in January."""
    if get_language() != "en":
        return date_format(day, "Y年n月" if day.month == 1 else "n月")
    return date_format(day, "M Y" if day.month == 1 else "M")
