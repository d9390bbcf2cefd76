"""Now, next, later, each headed by the pyramid expected at its end."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...maturity.projection import Projection
from ...maturity.steps import Step
from ..document import ROADMAP_SHOWN, FigureText, Head, RoadmapItem, RoadmapLane, RoadmapSection
from ..source import Source
from ..wording import headed, listed, month_text, quoted
from .steps import lane_name, size_text

LANES = ("now", "next", "later")


def roadmap_section(source: Source, number: int) -> RoadmapSection:
    """The three lanes with their steps, numbered as in the section before."""
    return RoadmapSection(
        head=Head(number, "roadmap", _("Roadmap"), _finding(source)),
        lanes=tuple(_lane(source, lane) for lane in LANES),
        gate=source.gate,
        caption=_(
            "Each pyramid shows the level expected once every step up to the end of that lane is done and nothing else "
            "changes. It is a calculation, not a promise."
        ),
    )


def _finding(source: Source) -> str:
    if not source.recommendations.steps and source.answered:
        return _("There is nothing to plan: every answered practice has reached stage 4 or its target.")
    if not source.recommendations.steps:
        if not source.applies:
            return _("There is nothing to plan, since no practice applies.")
        return _("There is nothing to plan until there are answers that call for a step.")
    before = source.card.headline.achieved_level
    soon, then, later = (source.projections[lane].achieved for lane in LANES)
    words = {"soon": soon, "then": then, "later": later}
    if not later:
        return _("The steps on this roadmap lift the scores; they do not yet carry to a level.")
    if later == before:
        return _("The steps on this roadmap make the levels firmer; the number of levels stays as it is.")
    if soon > before and later > soon:
        return _("Level %(soon)s comes within reach now, level %(later)s once the whole roadmap is done.") % words
    if soon > before:
        return _("Level %(soon)s comes within reach with the steps of the first lane.") % words
    if then > before and later > then:
        return (
            _("Level %(then)s comes within reach in the second lane, level %(later)s with all of the roadmap.") % words
        )
    if then > before:
        return _("Level %(then)s comes within reach with the steps of the second lane.") % words
    return _("Level %(later)s comes within reach once the whole roadmap is done.") % words


def _lane(source: Source, lane: str) -> RoadmapLane:
    projection = source.projections[lane]
    outcome = _outcome(source, projection)
    items = tuple(
        _item(source, step, number)
        for number, step in enumerate(source.recommendations.steps, start=1)
        if step.lane == lane
    )
    rest = max(0, len(items) - ROADMAP_SHOWN)
    return RoadmapLane(
        id=lane,
        name=lane_name(lane),
        period=lane_period(source, lane),
        outcome=outcome,
        scores=projection.levels,
        achieved=projection.achieved,
        figure=FigureText(outcome, ""),
        items=items,
        rest_text=ngettext("%(count)s more step", "%(count)s more steps", rest) % {"count": rest},
    )


def _outcome(source: Source, projection: Projection) -> str:
    if not projection.achieved:
        return _("No level would stand yet")
    words = {
        "number": projection.achieved,
        "name": source.text(source.framework.levels[projection.achieved - 1].name),
    }
    if projection.achieved == source.card.headline.achieved_level:
        return _("Still level %(number)s, %(name)s") % words
    return _("Level %(number)s, %(name)s, would stand") % words


def lane_period(source: Source, lane: str) -> str:
    """The months of a lane."""
    days = source.framework.thresholds.steps.lane_days
    start = source.today + timedelta(days=days * LANES.index(lane))
    if lane == "later":
        return _("From %(start)s") % {"start": month_text(start)}
    end = start + timedelta(days=days)
    return _("%(start)s to %(end)s") % {"start": month_text(start), "end": month_text(end)}


def _item(source: Source, step: Step, number: int) -> RoadmapItem:
    content = source.framework.practices[step.practice].step_from(step.from_stage)
    practice = source.framework.practices[step.practice]
    note = _("%(practice)s, effort %(effort)s") % {
        "practice": source.text(practice.title),
        "effort": size_text(practice.effort),
    }
    if step.blocked_by:
        needs = listed([quoted(source.practice(key)) for key in step.blocked_by])
        note = _("Waits for %(practices)s") % {"practices": needs}
    return RoadmapItem(number, step.dimension, headed(source.text(content.do)), note)
