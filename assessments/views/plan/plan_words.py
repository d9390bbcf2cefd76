"""The sentences over the plan: how it stands, and how full its lanes are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...queries.plan import ACTIVE, PlanRow, is_up_again
from ...reports.wording import joined
from ...words.labels import PLAN_LANES


class Counts(NamedTuple):
    """How many items there are, and how many of those that are to be done lack something; `done` is this month."""

    items: int
    active: int
    late: int
    alone: int
    done: int
    doing: int
    up_again: int


def counts_of(rows: Sequence[PlanRow]) -> Counts:
    """The numbers over the plan."""
    active = [row for row in rows if row.item.state in ACTIVE]
    month = timezone.localdate().replace(day=1)
    return Counts(
        items=len(rows),
        active=len(active),
        late=sum(row.late for row in active),
        alone=sum(not row.item.owner or row.item.due_on is None for row in active),
        done=sum(bool(row.item.done_on and row.item.done_on >= month) for row in rows),
        doing=sum(row.item.state == "doing" for row in rows),
        up_again=sum(is_up_again(row.item) for row in rows),
    )


def finding(counts: Counts, over: Sequence[str]) -> str:
    """What stands out: what is late, what lacks owner or date, a lane that is too full, else how far it is."""
    if not counts.items:
        return _("Nothing is planned yet.")
    if not counts.active:
        return _again(counts) or _("Everything in the plan is settled.")
    said = [each for each in (_late(counts), _alone(counts)) if each]
    if not said:
        words = {"count": counts.active}
        open = ngettext(
            "%(count)s item is open, and not late.", "%(count)s items are open, and none is late.", counts.active
        )
        said = [open % words, _over(over) or _again(counts)]
    return joined([each for each in said if each])


def _late(counts: Counts) -> str:
    if not counts.late:
        return ""
    words = {"count": counts.active, "late": counts.late}
    if counts.active == 1:
        return _("The one open item is late.")
    return (
        ngettext("%(late)s of %(count)s open items is late.", "%(late)s of %(count)s open items are late.", counts.late)
        % words
    )


def _alone(counts: Counts) -> str:
    if not counts.alone:
        return ""
    return ngettext(
        "%(alone)s item has no owner or no date yet.", "%(alone)s items have no owner or no date yet.", counts.alone
    ) % {"alone": counts.alone}


def _over(over: Sequence[str]) -> str:
    if not over:
        return ""
    return _("“%(lane)s” holds more than fits.") % {"lane": PLAN_LANES[over[0]]}


def _again(counts: Counts) -> str:
    if not counts.up_again:
        return ""
    return ngettext(
        "%(count)s accepted gap is to be looked at again.",
        "%(count)s accepted gaps are to be looked at again.",
        counts.up_again,
    ) % {"count": counts.up_again}


def load_said(loads: Mapping[str, int], capacity: int) -> str:
    """How full the lanes are, in a sentence."""
    over = [lane for lane, load in loads.items() if load > capacity and lane != "later"]
    if not over:
        return _("What is planned for now and next fits into what the company can take on.")
    words = {"lane": PLAN_LANES[over[0]], "points": loads[over[0]], "capacity": capacity}
    if len(over) == 2:
        return _("Both “Now” and “Next” hold more than the %(capacity)s effort points that fit.") % words
    return _("“%(lane)s” holds %(points)s effort points where %(capacity)s fit.") % words
