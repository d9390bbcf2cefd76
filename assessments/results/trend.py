"""The course of a company over its rounds, in finished words and small enough to be kept: for its first screen."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from ..queries.sheets import AssessmentRow, sheets_of
from ..reports.round_words import beside, finding
from ..rounds.common import Round
from ..rounds.rounds import FEWEST, MOST, compare
from .rounds import round_of


@dataclass(frozen=True, slots=True)
class Point:
    """One round: its level and trust index (0..100, None: not rated), and from how many people."""

    code: uuid.UUID
    title: str
    held_on: datetime.date
    level: int
    trust: float | None
    people: int


@dataclass(frozen=True, slots=True)
class Trend:
    """The rounds that anybody answered, oldest first; what changed from the last but one to the last, in words.

    `finding` and `lede` are empty where there is one round only.
    """

    points: tuple[Point, ...]
    finding: str = ""
    lede: str = ""


def trend_of(assessments: Sequence[AssessmentRow], language: str) -> Trend:
    """The trend of these rounds, newest first and closed, in the active language; four queries however many."""
    rows = sorted(assessments[:MOST], key=lambda each: (each.held_on, each.pk))
    scored = [(each, round_of(each, sheet)) for each, sheet in zip(rows, sheets_of(rows), strict=True)]
    scored = [(each, held) for each, held in scored if held.card.respondents]
    points = tuple(_point(*each) for each in scored)
    if len(points) < FEWEST:
        return Trend(points)
    before, now = (held for _each, held in scored[-FEWEST:])
    whole = compare([before, now]).whole
    frame = now.framework

    def name(dimension: str) -> str:
        return frame.by_dimension[dimension].name.to(language)

    return Trend(points, finding(whole, before, now, name), beside(whole, before, now))


def _point(assessment: AssessmentRow, held: Round) -> Point:
    card = held.card
    level, trust = card.headline.achieved_level, card.trust.index
    return Point(assessment.code, assessment.title, assessment.held_on, level, trust, card.respondents)
