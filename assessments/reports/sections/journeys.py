"""The journeys of customers: what they feel on the way, what hurts most, and what would lift it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...journey.feeling import StageFeeling
from ...journey.findings import JourneyFindings
from ...journey.pains import RankedPain
from ..charts.journey import FeelingMark
from ..document import Head, JourneyCard, JourneyLift, JourneyMark, JourneyPain, JourneysSection, JourneyStage
from ..journey_figures import description, hot, legend, marks
from ..journey_words import advice_said, felt, pain_said, people
from ..source import Source
from ..wording import NOT_RATED, listed, quoted

FULL, PAINS, LIFTS = 3, 3, 4


def journeys_section(source: Source, number: int) -> JourneysSection:
    """The one that hurts most, of which the heading speaks, and those changed last in full; the others by title."""
    found = source.outside.journeys if source.outside else ()
    worst = _worst(found)
    full = found[:FULL] if worst is None or worst in found[:FULL] else (worst, *found[: FULL - 1])
    others = [quoted(title(each)) for each in found if each not in full]
    more = _("Not shown in full: %(journeys)s.") % {"journeys": listed(others)} if others else ""
    return JourneysSection(
        head=Head(number, "journeys", _("Customer journeys"), _finding(found)),
        journeys=tuple(_card(source, each) for each in full),
        caption=legend(next(each for each in full if each.feeling)) if any(each.feeling for each in full) else "",
        others=more,
    )


def title(found: JourneyFindings) -> str:
    """The title of a map."""
    return found.map.title or _("Journey")


def _worst(found: Iterable[JourneyFindings]) -> JourneyFindings | None:
    """The journey with the lowest point of all that people have walked, where it lies below zero."""
    hurting = [each for each in found if each.feeling and each.feeling.lowest.value < 0]
    return min(
        hurting, key=lambda each: each.feeling.lowest.value / each.map.scale if each.feeling else 0, default=None
    )


def _finding(found: Sequence[JourneyFindings]) -> str:
    """The lowest point of all journeys people have walked, or how many maps there are."""
    worst = _worst(found)
    if worst and worst.feeling:
        low = worst.feeling.lowest
        sentence = _(
            "“%(journey)s” is felt worst at “%(touchpoint)s”: %(value)s on a scale of −%(scale)s to +%(scale)s."
        )
        if low.emotion.basis == "assumed":
            sentence = _(
                "“%(journey)s” is assumed to be felt worst at “%(touchpoint)s” (%(value)s on a scale of −%(scale)s to "
                "+%(scale)s); nobody has been asked there."
            )
        words = {"journey": title(worst), "touchpoint": low.touchpoint.name, "value": felt(low.value)}
        return sentence % {**words, "scale": worst.map.scale}
    count = len(found)
    return ngettext("%(count)s journey is mapped.", "%(count)s journeys are mapped.", count) % {"count": count}


def _card(source: Source, found: JourneyFindings) -> JourneyCard:
    map = found.map
    about = (map.persona.name, map.persona.segment, map.scope.scenario, _("planned") if map.kind == "planned" else "")
    return JourneyCard(
        title=title(found),
        about=" · ".join(filter(None, about)),
        finding=_hurts(found),
        facts=tuple(_facts(found)),
        advice=advice_said(found),
        stages=tuple(_stage(found, each) for each in found.stages),
        pains_title=_("What hurts most"),
        pains=tuple(_pain(each) for each in found.pains[:PAINS]),
        lifts_title=_("What would lift it"),
        lifts=tuple(_lifts(source, found))[:LIFTS],
        figure_title=_("Feeling along the journey: %(journey)s") % {"journey": title(found)},
        figure_desc=description(found),
        marks=tuple(tuple(_mark(each) for each in band) for band in marks(found)),
        hot=hot(found),
        findings=found,
    )


def _stage(found: JourneyFindings, stage: StageFeeling) -> JourneyStage:
    return JourneyStage(
        name=stage.stage.name,
        value=NOT_RATED if stage.value is None else felt(stage.value),
        people=people(stage.n) if stage.n is not None else "",
        touchpoints=tuple(each.name for each in stage.stage.touchpoints),
        hurts=stage in found.hurting[:1],
    )


def _mark(mark: FeelingMark | None) -> JourneyMark | None:
    return JourneyMark(mark.value, mark.n, mark.assumed, mark.text, mark.note) if mark else None


def _hurts(found: JourneyFindings) -> str:
    if not found.hurting:
        return ""
    stage = found.hurting[0]
    return _("The stage that hurts most is “%(stage)s” (%(value)s).") % {
        "stage": stage.stage.name,
        "value": felt(stage.value or 0.0),
    }


def _facts(found: JourneyFindings) -> Iterable[tuple[str, str]]:
    line = found.feeling
    if line is None:
        return
    yield _("Mean"), felt(line.mean)
    yield (
        _("Peak"),
        _("%(value)s, %(touchpoint)s") % {"value": felt(line.peak.value), "touchpoint": line.peak.touchpoint.name},
    )
    yield (
        _("End"),
        _("%(value)s, %(touchpoint)s") % {"value": felt(line.end.value), "touchpoint": line.end.touchpoint.name},
    )
    yield _("Likely to be remembered"), felt(line.peak_end)


def _pain(found: RankedPain) -> JourneyPain:
    return JourneyPain(found.pain.text, found.touchpoint.name, pain_said(found.pain), found.score)


def _lifts(source: Source, found: JourneyFindings) -> Iterable[JourneyLift]:
    for touchpoint in found.map.touchpoints():
        for each in touchpoint.opportunities:
            if each.status != "dropped":
                dimension = source.framework.dimension_of.get(each.practice)
                name = source.name(dimension.id) if dimension else ""
                yield JourneyLift(each.text, touchpoint.name, dimension.id if dimension else "", name)
