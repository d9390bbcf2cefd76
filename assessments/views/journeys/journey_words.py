"""What the pages of journeys say in words, by rules: the finding of a map, of the list, of the plan."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...journey.feeling import Feeling
from ...journey.findings import JourneyFindings
from ...reports.journey_words import felt


def map_finding(found: JourneyFindings) -> str:
    """The one sentence over a map. It claims of feelings no more than the map knows of them."""
    touchpoints = sum(1 for _each in found.map.touchpoints())
    if not touchpoints:
        return _("Nothing is drawn on this map yet.")
    if found.map.kind == "planned":
        return _("This map shows how it is meant to be; nobody has lived through it yet.")
    if found.feeling is None:
        return ngettext(
            "%(count)s touchpoint is drawn; how it feels is not known yet.",
            "%(count)s touchpoints are drawn; how they feel is not known yet.",
            touchpoints,
        ) % {"count": touchpoints}
    return _assumed(found.feeling) or _memory(found, found.feeling) or _lowest(found.feeling)


def _assumed(line: Feeling) -> str:
    if any(point.emotion.basis != "assumed" for point in line.points):
        return ""
    return _("All feelings here are assumed; by these guesses “%(name)s” is the lowest point.") % _at_lowest(line)


def _memory(found: JourneyFindings, line: Feeling) -> str:
    if found.advice is None:
        return ""
    worst = line.peak if found.advice == "fix-the-worst" else line.end
    values = {"name": worst.touchpoint.name, "mean": felt(line.mean), "value": felt(worst.value)}
    return _("Above zero on average (%(mean)s), yet “%(name)s” (%(value)s) is likely what people remember.") % values


def _lowest(line: Feeling) -> str:
    if line.lowest.value < 0:
        return _("Customers feel worst at “%(name)s”: %(value)s.") % _at_lowest(line)
    return _("No moment hurts; the lowest is “%(name)s” with %(value)s.") % _at_lowest(line)


def _at_lowest(line: Feeling) -> dict[str, str]:
    return {"name": line.lowest.touchpoint.name, "value": felt(line.lowest.value)}
