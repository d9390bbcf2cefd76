"""The rounds before: what the people of a client said half a year and a year ago, told backwards from today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ..content.loader import framework
from ..maturity.answers import Answer, AnswerSheet, Respondent
from .answers import sheet

COMPANY = "lingting"


class Earlier(NamedTuple):
    """A round so many days before the latest: its title, and by how many stages each dimension was lower then.

    A `wobble` is a dimension in which every so many-th answer was one lower: less than can be told from chance.
    """

    title: str
    days: int
    lower: Mapping[str, int]
    wobble: Mapping[str, int]


class Deed(NamedTuple):
    """A practice on which something was done, so many days before the latest round."""

    practice: str
    days: int
    from_stage: int


ROUNDS = (
    Earlier("第一轮评估", 364, {"l2": 2, "l3": 1, "l4": 1, "int": 1, "con": 1}, {"l1": 5}),
    Earlier("第二轮评估", 182, {"l3": 1, "l4": 1, "con": 1}, {"aff": 6}),
)
DEEDS = (
    Deed("l2-case-ownership", 301, 1),
    Deed("l2-response-speed", 250, 1),
    Deed("l3-close-the-loop", 96, 1),
    Deed("con-promise-ledger", 60, 1),
    Deed("aff-genuine-care", 41, 2),
)


def earlier_sheet(earlier: Earlier, seed: int, held_on: date) -> AnswerSheet:
    """What everybody said in an earlier round: the answers of the latest, lower where less was done yet."""
    latest = sheet(COMPANY, "submitted", seed, held_on)
    people = tuple(
        Respondent(each.name, each.group, _then(each.answers, earlier, place))
        for place, each in enumerate(latest.respondents)
    )
    return replace(latest, respondents=people, agreed={}, red_flags=frozenset())


def _then(answers: Mapping[str, Answer], earlier: Earlier, place: int) -> dict[str, Answer]:
    frame = framework()
    found = {}
    for number, (practice, each) in enumerate(answers.items()):
        dimension = frame.dimension_of[practice].id
        wobbles = dimension in earlier.wobble and (number + place) % earlier.wobble[dimension] == 0
        lower = earlier.lower.get(dimension, 0) + wobbles
        stage = None if each.stage is None else max(0, each.stage - lower)
        found[practice] = replace(each, stage=stage, note="", evidence="")
    return found
