"""The rounds of companies, and a stamp for each of what its figures are made of. Three statements, however many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from django.db.models import Count, Sum

from ..content.loader import framework
from ..maturity.scorecard import SCORING_VERSION
from ..models import AgreedStage, Assessment, Company, Respondent


class StampedRound(NamedTuple):
    """A round with who answers in it and how many of them have begun; `whole`: somebody has answered all of it.

    `stamp` changes whenever anything changes that its figures are made of.
    """

    assessment: Assessment
    stamp: str
    people: int
    begun: int
    answered: int
    asked: int

    @property
    def whole(self) -> bool:
        return self.answered >= self.asked

    @property
    def is_closed(self) -> bool:
        return self.assessment.state in ("review", "final")


def stamped_rounds_of(within: int, companies: Sequence[Company]) -> dict[int, list[StampedRound]]:
    """The rounds of each company, newest first."""
    rows = Assessment.objects.filter(workspace=within, company__in=[each.pk for each in companies])
    found = [each.as_of_today() for each in rows.order_by("-held_on", "-pk")]
    open_ones = [each.pk for each in found if each.state != "final"]
    people, settled = _people(within, open_ones), _settled(within, open_ones)
    rounds: dict[int, list[StampedRound]] = defaultdict(list)
    for each in found:
        own = people.get(each.pk, [])
        rounds[each.company_id].append(_round(each, own, settled.get(each.pk)))
    return rounds


def _round(assessment: Assessment, people: list[tuple[Any, ...]], settled: tuple[Any, ...] | None) -> StampedRound:
    frame = framework(assessment.framework, assessment.framework_version)
    basis = (assessment.updated_at, assessment.state, assessment.framework_version, assessment.practice_set)
    stamp = sha256(repr((SCORING_VERSION, basis, people, settled)).encode()).hexdigest()
    counts = [each[2] for each in people]
    asked = len(frame.asked_ids(assessment.practice_set))
    return StampedRound(assessment, stamp, len(counts), sum(map(bool, counts)), max(counts, default=0), asked)


def _people(within: int, assessments: Iterable[int]) -> dict[int, list[tuple[Any, ...]]]:
    """Of each assessment who answers, in which group, how much, and the sum of what each write draws anew."""
    rows = Respondent.objects.filter(workspace=within, assessment__in=assessments).order_by("pk")
    told = rows.values_list("assessment", "pk", "group", Count("answers"), Sum("answers__stamp"))
    people: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for assessment, *person in told:
        people[assessment].append(tuple(person))
    return people


def _settled(within: int, assessments: Iterable[int]) -> dict[int, tuple[Any, ...]]:
    """Of each assessment how much is agreed, and how often that was changed: both only grow, except where a newer
    framework takes stages away, which the row of the assessment tells."""
    rows = AgreedStage.objects.filter(workspace=within, assessment__in=assessments)
    told = rows.values_list("assessment").annotate(Count("pk"), Sum("version"))
    return {assessment: tuple(rest) for assessment, *rest in told}
