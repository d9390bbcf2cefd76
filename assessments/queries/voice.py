"""What customers said, read from the daily counts alone: a page costs what its days cost, and not its responses."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import TruncMonth

from ..models import Comment, Company, DailyCount, SurveyInvitation, Touchpoint
from ..voice.counts import Counts
from ..voice.series import NPS, Question, Series
from ..voice.series_of_cuts import CutCell, series_of_cuts
from ..voice.summary import Asked, VoiceSummary, summary
from ..voice.tally import ALL, CUTS, TOUCHPOINT, Tally
from ..voice.windows import Window, days_until, first_of, months_until

COMMENTS = 5
QUESTION = ("measure", "variant", "scale_min", "scale_max")


def voice_in(company: Company, window: Window, *, cut: str = ALL, about: str = "") -> VoiceSummary:
    """What customers said in a window, of all or of one touchpoint or segment; four queries, however many they are."""
    return summary(
        window,
        _tallies(company, window),
        _months(company, window, cut, about),
        dict(touchpoints_of(company)),
        cut=cut,
        about=about,
        asked=_asked(company, window, cut, about),
    )


def glance(company: Company, until: datetime.date, days: int) -> VoiceSummary:
    """The numbers of the window alone, without months, importances and whom surveys asked; one query."""
    window = days_until(until, days)
    return summary(window, _tallies(company, window), {}, {})


def has_responses(company: Company) -> bool:
    """Whether any customer of the company has ever answered."""
    return _counts(company).filter(cut=ALL).exists()


def touchpoints_of(company: Company) -> Iterable[tuple[str, int]]:
    """The touchpoints that have been given an importance, with it."""
    rows = Touchpoint.objects.filter(workspace=company.workspace_id, company=company)
    return rows.values_list("name", "importance")


def series_of(company: Company) -> list[Series]:
    """Every series there has ever been, by month, of all, of each touchpoint and of each segment; one query."""
    found: dict[CutCell, dict[int, int]] = {}
    rows = _counts(company).annotate(month=TruncMonth("day"))
    for cut, about, *question, month, score, count in _summed(rows, ("cut", "about", *QUESTION, "month", "score")):
        found.setdefault(CutCell(cut, about, Question(*question), f"{month:%Y-%m}"), {})[score] = count
    return series_of_cuts({**found})


def latest_comments(company: Company, window: Window, *, cut: str = ALL, about: str = "") -> list[Comment]:
    """The newest comments of the window, in the chosen place; one query."""
    rows = Comment.objects.filter(
        workspace=company.workspace_id, company=company, answered_on__range=(window.first, window.last)
    )
    if cut != ALL:
        rows = rows.filter(**{cut: about})
    return list(rows.order_by("-answered_on", "-pk")[:COMMENTS])


def _counts(company: Company) -> QuerySet[DailyCount]:
    return DailyCount.objects.filter(workspace=company.workspace_id, company=company, cut__in=CUTS)


def _summed(rows: QuerySet[DailyCount], keys: tuple[str, ...]) -> Iterable[tuple]:
    """The rows added up by `keys`; sums of nothing are left out."""
    return rows.values(*keys).order_by().annotate(those=Sum("count")).filter(those__gt=0).values_list(*keys, "those")


def _tallies(company: Company, window: Window) -> list[Tally]:
    """Both windows of every cut at once."""
    now = Q(day__range=(window.first, window.last))
    before = Q(day__range=(window.before_first, window.before_last))
    keys = ("cut", "about", *QUESTION, "score")
    rows = _counts(company).filter(now | before).values(*keys).order_by()
    sums = rows.annotate(those=Sum("count", filter=now), earlier=Sum("count", filter=before))
    found: dict[tuple[str, str, Question], Tally] = {}
    for cut, about, *question, score, those, earlier in sums.values_list(*keys, "those", "earlier"):
        key = (cut, about, Question(*question))
        tally = found.setdefault(key, Tally(*key, {}, {}))
        for counts, number in ((tally.now, those), (tally.before, earlier)):
            if number and number > 0:
                counts[score] = number  # type: ignore[index]  # ours until it is handed on
    return [*found.values()]


def _months(company: Company, window: Window, cut: str, about: str) -> dict[tuple[Question, str], Counts]:
    """The months of the line, in the chosen cut."""
    first = first_of(months_until(window.last)[0])
    rows = _counts(company).filter(cut=cut, about=about, day__range=(first, window.last))
    found: dict[tuple[Question, str], dict[int, int]] = {}
    rows = rows.annotate(month=TruncMonth("day"))
    for *question, month, score, count in _summed(rows, (*QUESTION, "month", "score")):
        found.setdefault((Question(*question), f"{month:%Y-%m}"), {})[score] = count
    return {**found}


def _asked(company: Company, window: Window, cut: str, about: str) -> Asked | None:
    """Whom our own surveys asked by name in the window, in the chosen cut, and how many answered."""
    rows = SurveyInvitation.objects.filter(
        workspace=company.workspace_id,
        survey__company=company,
        invited_at__date__range=(window.first, window.last),
    )
    if cut != ALL:
        rows = rows.filter(**{"survey__touchpoint" if cut == TOUCHPOINT else cut: about})
    silent = Count("pk", filter=Q(survey__kind=NPS, answered_at=None))
    found = rows.aggregate(asked=Count("pk"), answered=Count("answered_at"), silent=silent)
    return Asked(**found) if found["asked"] else None
