"""Whom of a list a survey may ask now, and whom not yet: from invitations, and from responses of every source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from django.db.models import Max
from django.utils import timezone

from ..customers import customer_digests
from ..models import Response, Survey, SurveyInvitation, SurveyRefusal, Wave
from ..voice.rhythm import AskedOn, Wait, kind_of, wait_of

AT_ONCE = 300  # addresses to a query: with the digests of an old secret, twice as many values


@dataclass(frozen=True, slots=True)
class SurveyVerdict:
    """Whether a customer may be asked: `state` is "ask", "wait" (then `wait` says until when), "refused" or "asked".

    "asked" is for those who have been asked in this wave already, or are by another spelling of their address.
    `customer` is the digest to keep.
    """

    email: str
    customer: str
    state: Literal["ask", "wait", "refused", "asked"]
    wait: Wait | None = None


def verdicts(survey: Survey, wave: Wave | None, emails: Sequence[str], today: date) -> list[SurveyVerdict]:
    """A verdict for each address, in their order; three queries for every 300 of them.

    Of two addresses that are those of one customer (customers.py) only the first may be asked.
    """
    found: list[SurveyVerdict] = []
    for start in range(0, len(emails), AT_ONCE):
        found += _some(survey, wave, emails[start : start + AT_ONCE], today)
    first = {each.customer: each.email for each in reversed(found)}
    return [
        replace(each, state="asked") if each.state == "ask" and first[each.customer] != each.email else each
        for each in found
    ]


def _some(survey: Survey, wave: Wave | None, emails: Sequence[str], today: date) -> Iterator[SurveyVerdict]:
    digests = {each: customer_digests(survey.company.workspace.code, each) for each in emails}
    every = [digest for each in digests.values() for digest in each]
    mine = {"workspace": survey.workspace_id, "customer__in": every}
    refused = set(SurveyRefusal.objects.filter(**mine, company=survey.company_id).values_list("customer", flat=True))
    before, in_wave = _asked_before(survey, wave, mine)
    for email, those in digests.items():
        asked = [each for digest in those for each in before[digest]]
        wait = wait_of(survey.kind, asked, today)
        if not refused.isdisjoint(those):
            yield SurveyVerdict(email, those[0], "refused")
        elif not in_wave.isdisjoint(those):
            yield SurveyVerdict(email, those[0], "asked")
        else:
            yield SurveyVerdict(email, those[0], "wait" if wait else "ask", wait)


def _asked_before(
    survey: Survey, wave: Wave | None, mine: dict[str, object]
) -> tuple[dict[str, list[AskedOn]], set[str]]:
    """When each customer was asked or answered, by digest; and who was asked in this wave."""
    before: dict[str, list[AskedOn]] = defaultdict(list)
    in_wave = set()
    invited = SurveyInvitation.objects.filter(**mine, survey__company=survey.company_id)
    for customer, kind, at, of in invited.values_list("customer", "survey__kind", "invited_at", "wave"):
        before[customer].append(AskedOn(kind, timezone.localdate(at)))
        if wave and of == wave.pk:
            in_wave.add(customer)
    answered = Response.objects.filter(**mine, company=survey.company_id).order_by()
    for customer, measure, on in (
        answered.values("customer", "measure").annotate(on=Max("answered_on")).values_list("customer", "measure", "on")
    ):
        before[customer].append(AskedOn(kind_of(measure), on))
    return before, in_wave
