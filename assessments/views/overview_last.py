"""What the page of a new round says of somebody’s own answers of last time: how many are confirmed, where to go on."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..maturity.progress import Progress
from ..queries.last_time import own_last_time


class Again(NamedTuple):
    """`confirmed` and `waiting` count answers of last time that are asked again; `door` is the first that waits, or "".

    `title` is that of the round before, "" where the statements have changed within this one.
    """

    title: str
    confirmed: int
    waiting: int
    door: str

    @property
    def together(self) -> int:
        """How many there are."""
        return self.confirmed + self.waiting


def again(assessment: Any, own: Any, mine: set[str], way: Progress) -> Again | None:
    """None where the person said nothing before that is asked again; one query, none in a first round."""
    last = own_last_time(assessment, own) if own else None
    if last is None:
        return None
    confirmed, waiting = last.confirmed(mine, way.order)
    door = next((each for each in way.order if each in last.answers and each not in mine), "")
    return Again(last.title, confirmed, waiting, door) if confirmed + waiting else None
