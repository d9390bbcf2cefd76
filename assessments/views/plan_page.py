"""What the page of the plan shows, and the sentence over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..content.loader import framework
from ..labels import PLAN_STATES
from ..queries.plan import ACTIVE, PlanRow

SIGNS = {"open": "", "doing": "is-active", "done": "is-done", "dropped": "is-dropped"}


def page_of(rows: Sequence[PlanRow]) -> dict[str, Any]:
    """The context: what is to be done, what is over, how many of each."""
    entries = [_entry(row) for row in rows]
    return {
        "finding": finding(rows),
        "active": [each for each in entries if each["row"].item.state in ACTIVE],
        "over": [each for each in entries if each["row"].item.state not in ACTIVE],
        "counts": [(name, sum(row.item.state == state for row in rows)) for state, name in PLAN_STATES.items()],
        "late": sum(row.late for row in rows),
        "states": PLAN_STATES.items(),
    }


def _entry(row: PlanRow) -> dict[str, Any]:
    dimension = framework().dimension_of.get(row.item.practice)
    return {
        "row": row,
        "dimension": dimension.id if dimension else "",
        "sign": "is-late" if row.late else SIGNS[row.item.state],
        "state": PLAN_STATES[row.item.state],
    }


def finding(rows: Sequence[PlanRow]) -> str:
    """What stands out: what is late, else what nobody owns, else how far it is."""
    active = [row for row in rows if row.item.state in ACTIVE]
    if not rows:
        return _("Nothing is planned yet.")
    if not active:
        return _("Everything in the plan is done or dropped.")
    late = sum(row.late for row in active)
    if late:
        words = ngettext(
            "%(late)s of %(count)s open item is late.", "%(late)s of %(count)s open items are late.", len(active)
        )
        return words % {"late": late, "count": len(active)}
    alone = sum(not row.item.owner for row in active)
    if alone:
        words = ngettext(
            "%(alone)s of %(count)s open item has no owner yet.",
            "%(alone)s of %(count)s open items have no owner yet.",
            len(active),
        )
        return words % {"alone": alone, "count": len(active)}
    words = ngettext(
        "%(count)s item is open, and not late.", "%(count)s items are open, and none is late.", len(active)
    )
    return words % {"count": len(active)}
