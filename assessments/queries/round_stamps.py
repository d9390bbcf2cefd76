"""The rounds of companies, and a stamp for each of what its figures are made of. Two statements, however many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ..content.loader import framework
from ..models import Assessment, Company
from .round_people import PersonRow, people_rows, stamp_of_rounds


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
    """The rounds of each company, newest first. Nothing of one that is final can change but its own row."""
    rows = Assessment.objects.filter(workspace=within, company__in=[each.pk for each in companies])
    found = [each.as_of_today() for each in rows.order_by("-held_on", "-pk")]
    people: dict[int, list[PersonRow]] = defaultdict(list)
    for person in people_rows(within, (each for each in found if each.state != "final")):
        people[person.round].append(person)
    rounds: dict[int, list[StampedRound]] = defaultdict(list)
    for each in found:
        rounds[each.company_id].append(_round(each, people[each.pk]))
    return rounds


def _round(assessment: Assessment, people: list[PersonRow]) -> StampedRound:
    frame = framework(assessment.framework, assessment.framework_version)
    counts = [each.answered for each in people if each.pk is not None]
    asked = len(frame.asked_ids(assessment.practice_set))
    stamp = stamp_of_rounds([assessment], people)
    return StampedRound(assessment, stamp, len(counts), sum(map(bool, counts)), max(counts, default=0), asked)
