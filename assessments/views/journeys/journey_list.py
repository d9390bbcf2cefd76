"""The list of journeys: each with its small line and lowest point, and the sentence over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...journey.feeling import Felt, feeling
from ...pieces import drawn
from ...queries.journeys import JourneyRow
from ...reports.charts.journey_mini import feeling_mini
from ...reports.charts.paint import WEB
from ...reports.journey_words import felt


@dataclass(frozen=True, slots=True)
class JourneyEntry:
    """A journey as the list shows it; `lowest` and `figure` are None while no feeling is known."""

    row: JourneyRow
    stages: int
    touchpoints: int
    lowest: Felt | None
    low: str
    figure: SafeString | None


def entries(rows: Sequence[JourneyRow]) -> list[JourneyEntry]:
    """The journeys in their order."""
    return [_entry(row) for row in rows]


def _entry(row: JourneyRow) -> JourneyEntry:
    line = feeling(row.map)
    touchpoints = sum(1 for _each in row.map.touchpoints())
    if line is None:
        return JourneyEntry(row, len(row.map.stages), touchpoints, None, "", None)
    values = [point.value for point in line.points]
    said = _("Feeling from %(first)s to %(last)s, lowest %(low)s")
    title = said % {"first": felt(values[0]), "last": felt(values[-1]), "low": felt(line.lowest.value)}
    figure = feeling_mini(WEB, f"mini-{row.code.hex}", values, title, scale=row.map.scale)
    return JourneyEntry(row, len(row.map.stages), touchpoints, line.lowest, felt(line.lowest.value), drawn(figure))


def list_finding(rows: Sequence[JourneyEntry]) -> str:
    """The sentence over the list: where customers feel worst of all, if anything is known of it.

    Values are compared on a common scale; assumed ones are left to the maps themselves.
    """
    if not rows:
        return _("No journey is drawn yet.")
    known = [each for each in rows if each.lowest and each.lowest.emotion.basis != "assumed" and each.lowest.value < 0]
    if known:
        worst = min(known, key=_depth)
        words = {"name": worst.lowest.touchpoint.name if worst.lowest else "", "title": worst.row.title}
        return _("Customers feel worst at “%(name)s”, on the journey “%(title)s”.") % words
    return ngettext("%(count)s journey is drawn.", "%(count)s journeys are drawn.", len(rows)) % {"count": len(rows)}


def _depth(entry: JourneyEntry) -> float:
    return entry.lowest.value / entry.row.map.scale if entry.lowest else 0.0
