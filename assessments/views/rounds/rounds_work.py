"""What of the plan was done between two rounds, and whether what it is about has visibly moved."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...reports.round_words import practice_change_text
from ...results.rounds import Compared, DoneWork
from .rounds_rows import title_of


class DoneRow(NamedTuple):
    """An item of the plan that was done between the rounds; `change` is that of its practice, "" where not told."""

    title: str
    practice: str
    day: datetime.date
    verdict: str
    change: str


def done_rows(found: Compared, items: Iterable[DoneWork], language: str) -> list[DoneRow]:
    """What was done after the first round and up to the last, in the order in which it was done."""
    first, last = found.comparison.rounds[0], found.comparison.rounds[-1]
    changes = {each.id: each for each in found.comparison.whole.practices}
    rows = []
    for each in items:
        if each.done_on is None or not first.held_on < each.done_on <= last.held_on:
            continue
        change = None if found.withheld else changes.get(each.practice)
        practice = title_of(last.framework, each.practice, language) if each.practice else ""
        told = (change.verdict, practice_change_text(change, first, last)) if change else ("", "")
        rows.append(DoneRow(str(getattr(each, "title", "")), practice, each.done_on, *told))
    return rows


def work_finding(rows: Sequence[DoneRow], withheld: bool) -> str:
    """What may be said of the work: where it and movement meet, not that the one made the other."""
    if not rows:
        return _("Nothing in the plan was done between these rounds.")
    count = ngettext("%(count)s item of the plan was done", "%(count)s items of the plan were done", len(rows))
    said = count % {"count": len(rows)}
    if withheld:
        return _("%(said)s between these rounds.") % {"said": said}
    met = sum(each.verdict in ("up", "down") for each in rows)
    if met:
        return _("%(said)s; on %(met)s of them the practice has visibly moved.") % {"said": said, "met": met}
    return _("%(said)s; on none of them can a change be seen yet.") % {"said": said}
