"""An item of the plan as a card: its signs, what has to come before it, and why it is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...content.loader import framework
from ...planning.board import LANES
from ...planning.proposals import Proposal
from ...queries.plan import ACTIVE, PlanRow, is_up_again, seen_of
from ...queries.plan_reach import leads_to
from ...words.labels import PLAN_STATES

SIGNS = {"open": "", "doing": "is-active", "done": "is-done", "dropped": "is-dropped", "accepted": "is-dropped"}


@dataclass(frozen=True)
class Need:
    """What has to come before an item: `how` is `before` (it does), `late` (in a later lane) or `missing`."""

    practice: str
    how: str
    number: int = 0


@dataclass
class PlanCard:
    """An item with what its page says of it; `number` counts through the board, `first` and `last` are of its lane."""

    number: int
    row: PlanRow
    dimension: str
    sign: str
    state: str
    seen: str
    needs: list[Need] = field(default_factory=list)
    reasons: Sequence[tuple[str, str]] = ()
    first: bool = False
    last: bool = False
    up_again: bool = False

    @property
    def item(self) -> Any:
        return self.row.item

    @property
    def is_active(self) -> bool:
        return self.item.state in ACTIVE

    @property
    def without(self) -> str:
        """What its menu does not offer: the lane and the state it has, and to leave its lane at either end."""
        return without(self.item, self.first, self.last)

    @property
    def late_needs(self) -> list[Need]:
        return [each for each in self.needs if each.how == "late"]

    @property
    def missing_needs(self) -> list[Need]:
        return [each for each in self.needs if each.how == "missing"]

    @property
    def early_needs(self) -> list[Need]:
        return [each for each in self.needs if each.how == "before"]


def without(item: Any, first: bool, last: bool) -> str:
    """The moves and states that make no sense for an item, with spaces between; `first` and `last` of its lane."""
    return " ".join((item.lane, item.state, *["up"] * first, *["down"] * last))


def cards_of(rows: Sequence[PlanRow], proposals: Mapping[str, Proposal]) -> list[PlanCard]:
    """Every item as a card: what is to be done first and numbered, in the order of the board."""
    ordered = sorted(rows, key=lambda row: row.item.state not in ACTIVE)
    cards = [_card(number, row, proposals) for number, row in enumerate(ordered, start=1)]
    for lane in LANES:
        here = [each for each in cards if each.is_active and each.item.lane == lane]
        if here:
            here[0].first = here[-1].last = True
    about: dict[str, list[PlanCard]] = {}
    for card in cards:
        about.setdefault(card.item.practice, []).append(card)
    for card in cards:
        card.needs = _needs(card, about, proposals) if card.is_active else []
    return cards


def _card(number: int, row: PlanRow, proposals: Mapping[str, Proposal]) -> PlanCard:
    item = row.item
    dimension = framework().dimension_of.get(item.practice)
    step = proposals.get(item.practice) if item.origin == "step" else None
    return PlanCard(
        number=number,
        row=row,
        dimension=dimension.id if dimension else "",
        sign="is-late" if row.late else SIGNS[item.state],
        state=str(PLAN_STATES[item.state]),
        seen=seen_of(item),
        reasons=step.reasons if step else (),
        up_again=is_up_again(item),
    )


def open_needs(practice: str, proposals: Mapping[str, Proposal]) -> list[str]:
    """The practices that have to come before this one and are not far enough, by the last report."""
    found, enough = framework().practices.get(practice), framework().thresholds.prerequisite_stage
    needs = found.needs if found else ()
    return [each for each in needs if each in proposals and proposals[each].from_stage < enough]


def _needs(card: PlanCard, about: Mapping[str, Sequence[PlanCard]], proposals: Mapping[str, Proposal]) -> list[Need]:
    """What has to come before a card; `about` are all cards by practice."""
    found = framework().practices.get(card.item.practice)
    missing = set(open_needs(card.item.practice, proposals))
    same, needs = about[card.item.practice], found.needs if found else ()
    first = [_before(each, card) for each in same if each.is_active and leads_to(each.item, card.item)]
    return [*first, *(n for each in needs if (n := _need(each, card, about.get(each, ()), each in missing)))]


def _before(first: PlanCard, card: PlanCard) -> Need:
    late = LANES.index(first.item.lane) > LANES.index(card.item.lane)
    return Need(first.item.practice, "late" if late else "before", first.number)


def _need(practice: str, card: PlanCard, here: Sequence[PlanCard], missing: bool) -> Need | None:
    """The same of one practice; `here` are the cards about it."""
    active = next((each for each in here if each.is_active), None)
    if active:
        return _before(active, card)
    settled = any(each.item.state in ("done", "accepted") for each in here)
    return Need(practice, "missing") if missing and not settled else None
