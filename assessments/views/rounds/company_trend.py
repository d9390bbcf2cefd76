"""On a company's first screen: its course over the rounds, and when the next one is due."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ...calendar_months import months_after
from ...queries.round_people import people_rows, stamp_of_rounds
from ...queries.rounds import over
from ...queries.sheets import AssessmentRow
from ...reports.charts.voice_trend import Month
from ...reports.wording import day_text, moments_text
from ...results.kept import kept_under
from ...results.rounds import comparable
from ...results.trend import Trend, trend_of
from ...rounds.rounds import MOST
from ...words.reader import reader_language
from .next_round import offered_of

WHOLE = [(0.0, "0"), (50.0, "50"), (100.0, "100")]  # cut short, noise would look like a rise


def trend_context(company: Any, assessments: Sequence[AssessmentRow], may_write: bool) -> dict[str, Any]:
    """What the page shows of the company's course; nothing, and no query, before a first round is over."""
    closed = comparable(over(assessments))[:MOST]
    if not closed:
        return {}
    trend = _kept(closed)
    if not trend.points:
        return {}
    names = moments_text([each.held_on for each in trend.points])
    return {
        "trend": trend,
        "trend_names": names,
        "trend_levels": [each.level for each in trend.points],
        "trend_months": [Month(name, each.trust) for name, each in zip(names, trend.points, strict=True)],
        "trend_ticks": WHOLE,
        "next_due": _due(company, closed[0]),
        "offer": offered_of(assessments, closed) if may_write else None,
    }


def _kept(closed: Sequence[AssessmentRow]) -> Trend:
    """The trend, made anew when anything of these rounds has changed."""
    language = reader_language()
    stamp = stamp_of_rounds(closed, people_rows(closed[0].workspace_id, closed))
    key = f"trend-{closed[0].code}-{language}-{stamp}"
    return kept_under(key, lambda: trend_of(closed, language))


def _due(company: Any, last: AssessmentRow) -> str:
    """When the next round is due, in words; "" where nobody has said how often."""
    if not company.round_months:
        return ""
    day = months_after(last.held_on, company.round_months)
    words = {"day": day_text(day)}
    if day < timezone.localdate():
        return _("The next round was due on %(day)s.") % words
    return _("The next round is due on %(day)s.") % words
