"""What the report of a round with a predecessor is written from: both rounds, and what lies between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..rounds.between import Between
from ..rounds.common import Round


@dataclass(frozen=True, slots=True)
class DoneItem:
    """Something of the plan that was done: its code, its title, its practice ("" for none), the day."""

    code: str
    title: str
    practice: str
    done_on: date


@dataclass(frozen=True, slots=True)
class Since:
    """The round before, this one, what changed, and what was done in between."""

    before: Round
    now: Round
    between: Between
    done: tuple[DoneItem, ...]
