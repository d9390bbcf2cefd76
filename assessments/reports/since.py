"""What the report of a round with a predecessor is written from: both rounds, and what lies between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ..rounds.between import Between
from ..rounds.common import Round


@dataclass(frozen=True, slots=True)
class DoneItem:
    """Something of the plan that was done: its code, its title, its practice ("" for none), the day.

    `origin` says where it comes from: "step" for one that a report recommended. With a title of "" it is called by its
    practice.
    """

    code: str
    title: str
    practice: str
    done_on: date
    origin: str = "own"


@dataclass(frozen=True, slots=True)
class Since:
    """The round before, this one, what changed, and what was done in between."""

    before: Round
    now: Round
    between: Between
    done: tuple[DoneItem, ...]


def for_outside(since: Since) -> Since:
    """The same for people outside: of what was done only steps, called by their practices.

    What people wrote themselves may name somebody, so neither their own items nor reworded titles come along.
    """
    known = since.now.framework.practices
    steps = [each for each in since.done if each.origin == "step" and each.practice in known]
    return replace(since, done=tuple(replace(each, code="", title="") for each in steps))
