"""What the page of the plan shows."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple, cast

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ...content.loader import framework
from ...planning.board import LANES, points
from ...planning.proposals import Proposal
from ...queries.plan import PlanRow
from ...queries.plan_steps import is_taken
from ...reports.wording import month_text
from ...words.labels import PLAN_LANES, PLAN_STATES
from .plan_cards import PlanCard, cards_of, open_needs
from .plan_figures import load_bar, matrix_of, timeline_of
from .plan_filter import PlanFilter
from .plan_words import counts_of, finding, load_said

MOVES = ("open", "doing", "done", "dropped")
OVER = 30  # so many of what is done or dropped are shown at first, the last ones: a plan of years has hundreds
NOTHING = uuid.UUID(int=0)  # in the one menu of the board, the place of an item’s code


class LaneView(NamedTuple):
    """A lane: its months, what of it is shown, how many it has, and how full it is."""

    id: str
    name: str
    period: str
    cards: list[PlanCard]
    total: int
    load: int
    over: bool
    bar: SafeString


class Offer(NamedTuple):
    """A step the last report proposes: the practices it waits for, and which of them are not in the plan."""

    step: Proposal
    lane: str
    needs: list[str]
    missing: list[str]


def page_of(
    rows: Sequence[PlanRow], company: Any, told: tuple[Any, Mapping[str, Proposal]], chosen: PlanFilter, user: Any
) -> dict[str, Any]:
    """The context of the page; `told` are the last assessment with a report, and what it proposes."""
    assessment, proposals = told
    cards = cards_of(rows, proposals)
    active = [each for each in cards if each.is_active]
    loads = {lane: points(each.item.effort for each in active if each.item.lane == lane) for lane in LANES}
    over = [lane for lane in ("now", "next") if loads[lane] > company.plan_capacity]
    counts = counts_of(rows)
    shown = chosen.shown(active, user)
    past = sorted((each for each in cards if each.item.state in ("done", "dropped")), key=_when, reverse=True)
    over_shown = past if chosen.over else past[:OVER]
    left_out = {each.number for each in past[len(over_shown) :]}
    return {
        "finding": finding(counts, over),
        "counts": counts,
        "load_said": load_said(loads, company.plan_capacity),
        "lanes": [_lane(lane, active, shown, loads, company.plan_capacity) for lane in LANES],
        "accepted": sorted(
            (each for each in cards if each.item.state == "accepted"), key=lambda each: str(each.item.review_on or "")
        ),
        "over": over_shown,
        "over_count": len(past),
        "matrix": matrix_of(cards),
        "timeline": timeline_of([each for each in cards if each.number not in left_out]),
        "offers": offers_of(rows, assessment, proposals),
        "reported": assessment,
        **choices_of_acts(),
        "nothing": NOTHING,
        "chosen": chosen,
        "hidden": len(active) - len(shown),
        "owners": sorted({each.item.owner for each in active if each.item.owner}),
        "dimensions": [each.id for each in framework().dimensions if any(card.dimension == each.id for card in active)],
    }


def _when(card: PlanCard) -> datetime:
    """When an item was last touched, which is when it was done or dropped where nobody has been at it since."""
    return cast("datetime", card.item.updated_at)


def choices_of_acts() -> dict[str, Any]:
    """The states and lanes that an item can be moved to, in words."""
    return {"moves": [(state, PLAN_STATES[state]) for state in MOVES], "lane_names": PLAN_LANES.items()}


def offers_of(rows: Sequence[PlanRow], assessment: Any, proposals: Mapping[str, Proposal]) -> list[Offer]:
    """The steps of the last report that nobody has adopted, in its order."""
    taken = {row.item.practice for row in rows if is_taken(row.item, assessment.pk if assessment else None)}
    planned = {row.item.practice for row in rows if row.item.state != "dropped"}
    offers = []
    for step in proposals.values():
        if step.practice not in taken:
            needs = open_needs(step.practice, proposals)
            missing = [each for each in needs if each not in planned]
            offers.append(Offer(step, str(PLAN_LANES[step.lane]), needs, missing))
    return offers


def _lane(
    lane: str, active: Sequence[PlanCard], shown: Sequence[PlanCard], loads: Mapping[str, int], room: int
) -> LaneView:
    return LaneView(
        id=lane,
        name=str(PLAN_LANES[lane]),
        period=_period(lane, timezone.localdate()),
        cards=[each for each in shown if each.item.lane == lane],
        total=sum(each.item.lane == lane for each in active),
        load=loads[lane],
        over=lane != "later" and loads[lane] > room,
        bar=load_bar(loads[lane], room, max(loads.values())),
    )


def _period(lane: str, today: date) -> str:
    """The months of a lane, counted from today."""
    days = framework().thresholds.steps.lane_days
    start = today + timedelta(days=days * LANES.index(lane))
    if lane == "later":
        return _("From %(start)s") % {"start": month_text(start)}
    return _("%(start)s to %(end)s") % {"start": month_text(start), "end": month_text(start + timedelta(days=days))}
