"""Where companies stand: their rounds, what each of them rests on, and the kept figures that still fit it.

Four statements, however many companies: what a page of the portfolio shows is checked each time it is shown.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Min, Q
from django.utils import timezone

from ..calendar_months import months_after
from ..models import Company, PlanItem, Standing
from .plan import ACTIVE
from .round_stamps import StampedRound, stamped_rounds_of
from .sheets import is_sealed

TRAIL = 6  # rounds whose figures are kept at hand: those of the line over time


class Next(NamedTuple):
    """The next date of a company: what is due (`closing`, `plan`, `round`), and when."""

    what: str
    on: datetime.date


@dataclass(frozen=True, slots=True)
class CompanyPlace:
    """Where a company stands: its `rounds`, newest first, those of them `counted`, and the figures that fit `kept`.

    `counted` are the rounds whose figures count, newest first: those that are closed or answered whole; where there are
    none, the newest that anybody has begun. Sealed rounds have no figures.
    """

    company: Company
    rounds: tuple[StampedRound, ...]
    counted: tuple[StampedRound, ...]
    kept: dict[int, Standing]
    next: Next | None

    @property
    def latest(self) -> StampedRound | None:
        """The round that was held last."""
        return self.rounds[0] if self.rounds else None

    @property
    def shown(self) -> StampedRound | None:
        """The round whose figures stand for the company."""
        return self.counted[0] if self.counted else None

    @property
    def standing(self) -> Standing | None:
        """The figures of `shown`; None where they must be computed first."""
        found = self.kept.get(self.shown.assessment.pk) if self.shown else None
        before = self.counted[1].stamp if len(self.counted) > 1 else ""
        return found if found and found.changes.get("since", "") == before else None

    @property
    def history(self) -> list[Standing]:
        """The figures that are kept of the rounds that count, newest first, each with its round."""
        found = []
        for each in self.counted:
            if standing := self.kept.get(each.assessment.pk):
                standing.assessment = each.assessment
                found.append(standing)
        return found

    @property
    def is_fresh(self) -> bool:
        """Whether every figure that is shown of the company is kept as it is today."""
        whole = all(each.assessment.pk in self.kept for each in self.counted)
        return whole and (self.shown is None or self.standing is not None)


def places_of(companies: Sequence[Company]) -> list[CompanyPlace]:
    """Where each company stands, in the order given; all of one workspace."""
    if not companies:
        return []
    within = companies[0].workspace_id
    rounds = stamped_rounds_of(within, companies)
    kept = _kept(within, rounds)
    due = _due(within, companies)
    found = []
    for each in companies:
        own = rounds[each.pk]
        counted = _counted(own)
        figures = {one.assessment.pk: kept[one.assessment.pk] for one in counted if one.assessment.pk in kept}
        found.append(CompanyPlace(each, tuple(own), counted, figures, _next(each, own, due.get(each.pk))))
    return found


def _counted(rounds: list[StampedRound]) -> tuple[StampedRound, ...]:
    open_to_see = [each for each in rounds if not is_sealed(each.assessment)]
    done = [each for each in open_to_see if each.is_closed or each.whole]
    return tuple(done[:TRAIL] or [each for each in open_to_see if each.begun][:1])


def _kept(within: int, rounds: dict[int, list[StampedRound]]) -> dict[int, Standing]:
    """The figures that are kept and fit the rows of today, by assessment."""
    rows = Standing.objects.filter(workspace=within, company__in=list(rounds))
    stamps = {each.assessment.pk: each.stamp for own in rounds.values() for each in own}
    return {each.assessment_id: each for each in rows if each.stamp == stamps.get(each.assessment_id)}


def _due(within: int, companies: Sequence[Company]) -> dict[int, datetime.date]:
    """The earliest date in each company’s plan: of work that is not done, or of a gap to be looked at again."""
    rows = PlanItem.objects.filter(workspace=within, company__in=[each.pk for each in companies])
    told = rows.values_list("company").annotate(
        due=Min("due_on", filter=Q(state__in=ACTIVE)), look=Min("review_on", filter=Q(state="accepted"))
    )
    return {company: min(filter(None, days)) for company, *days in told if any(days)}


def _next(company: Company, rounds: list[StampedRound], due: datetime.date | None) -> Next | None:
    """What comes first: a round’s last day, the plan’s next date, the next round."""
    found = [Next("plan", due)] if due else []
    closing = [each.assessment.closes_on for each in rounds if each.assessment.state == "collecting"]
    found += [Next("closing", each) for each in closing if each]
    if company.round_months and rounds and rounds[0].is_closed:
        found.append(Next("round", months_after(rounds[0].assessment.held_on, company.round_months)))
    return min(found, key=lambda each: each.on, default=None)


def is_past(day: datetime.date | None) -> bool:
    """Whether a date is over."""
    return day is not None and day < timezone.localdate()
