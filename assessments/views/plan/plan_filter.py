"""What of the plan is shown: by owner, state, lane and dimension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from .plan_cards import PlanCard

MINE, NOBODY = "me", "nobody"
STATES = ("open", "doing", "late")


@dataclass(frozen=True)
class PlanFilter:
    """What the reader asked to see; "" is everything."""

    owner: str = ""
    state: str = ""
    lane: str = ""
    dimension: str = ""
    over: str = ""  # "all": not only the last of what is over

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything of what is to be done out."""
        return any((self.owner, self.state, self.lane, self.dimension))

    @property
    def with_all_that_is_over(self) -> str:
        """The end of the address that shows the same, and all that is over."""
        return replace(self, over="all").query

    @property
    def query(self) -> str:
        """The same as the end of an address, so that a form comes back to the same view."""
        said = {key: value for key, value in vars(self).items() if value}
        return f"?{urlencode(said)}" if said else ""

    def shown(self, cards: Sequence[PlanCard], user: Any) -> list[PlanCard]:
        """The cards that it lets through."""
        return [each for each in cards if self._fits(each, user)]

    def _fits(self, card: PlanCard, user: Any) -> bool:
        item = card.item
        if self.owner == MINE and not is_mine(item, user):
            return False
        if self.owner == NOBODY and item.owner:
            return False
        if self.owner not in ("", MINE, NOBODY) and item.owner != self.owner:
            return False
        if self.state and not (card.row.late if self.state == "late" else item.state == self.state):
            return False
        return (not self.lane or item.lane == self.lane) and (not self.dimension or card.dimension == self.dimension)


def filter_of(asked: Mapping[str, str]) -> PlanFilter:
    """The filter of an address; what nobody offered is left out."""
    state = asked.get("state", "")
    return PlanFilter(
        owner=asked.get("owner", "")[:150],
        state=state if state in STATES else "",
        lane=asked.get("lane", "") if asked.get("lane") in ("now", "next", "later") else "",
        dimension=asked.get("dimension", "")[:3],
        over="all" if asked.get("over") == "all" else "",
    )


def is_mine(item: Any, user: Any) -> bool:
    """Whether this person owns it: by address, or where none is given by name."""
    if item.owner_email:
        return bool(item.owner_email.lower() == user.email.lower())
    return bool(item.owner and item.owner == user.name)
