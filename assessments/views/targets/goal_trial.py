"""“What if”: which steps are ticked, and what pyramid and trust would be with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...maturity.units import TOP_STAGE
from ...pieces import drawn
from ...planning.chosen import chosen, lacking
from ...planning.further import further
from ...planning.outcome import Outcome, after, holds
from ...queries.plan_reach import PlannedStage
from ...reports.charts import catalogue as charts
from ...reports.target_words import targets_text
from ...reports.wording import index_text, joined, listed, quoted, score_text
from ...results.goals import GoalStanding
from .goal_verdict import trust_said

Stages = Mapping[str, int]


@dataclass(frozen=True)
class Lift:
    """One dimension now and then: its number texts and its picture."""

    key: str
    name: str
    now: str
    then: str
    picture: SafeString


def ticked(standing: GoalStanding, sent: QueryDict) -> Stages:
    """The stages that are ticked on the page: `step` as practice:stage; before anything is chosen the cheapest plan."""
    if "chosen" not in sent:
        return {each.practice: each.to_stage for each in standing.plan.steps}
    found = {}
    for each in sent.getlist("step")[: len(standing.frame.practices)]:
        practice, _colon, stage = each.partition(":")
        if practice in standing.card.practices and stage in map(str, range(1, TOP_STAGE + 1)):
            found[practice] = int(stage)
    return found


def trial(standing: GoalStanding, stages: Stages, planned: Mapping[str, PlannedStage]) -> dict[str, Any]:
    """The context of the trial: both pyramids, every dimension, one sentence, and what the ticked steps lack.

    `planned` says how far the plan leads; `new` are the steps that are not in it, or lead on from where it ends.
    """
    then = after(standing.frame, standing.card, stages)
    steps = chosen(standing.frame, standing.card, stages)
    effort = sum(each.effort for each in steps)
    return {
        "sentence": _sentence(standing, then, len(steps), effort),
        "steps": steps,
        "new": further(steps, {key: each.stage for key, each in planned.items()}),
        "pyramid_now": _pyramid(standing, "now", standing.now, _("Now")),
        "pyramid_then": _pyramid(standing, "then", then, _("With the ticked steps")),
        "then": then,
        "lifts": [_lift(standing, each.id, then) for each in standing.frame.dimensions],
        "trust": (index_text(standing.now.trust.index), index_text(then.trust.index)),
        "lacks": _lacks(standing, stages),
    }


def _sentence(standing: GoalStanding, then: Outcome, count: int, effort: int) -> str:
    words = {"count": count, "level": then.achieved, "trust": trust_said(then.trust.index)}
    points = ngettext("%(effort)s effort point", "%(effort)s effort points", effort) % {"effort": effort}
    if not count:
        first = _("No step is ticked: level %(level)s, trust %(trust)s.") % words
    else:
        first = ngettext(
            "%(count)s step, %(points)s: level %(level)s, trust %(trust)s.",
            "%(count)s steps, %(points)s: level %(level)s, trust %(trust)s.",
            count,
        ) % {**words, "points": points}
    return joined([first, *_reached(standing, then)])


def _reached(standing: GoalStanding, then: Outcome) -> list[str]:
    wanted = standing.targets.all(standing.frame)
    missed = [each for each in wanted if not holds(then, each)]
    if not wanted:
        return []
    if not missed:
        return [_("Every target is reached.")]
    said = targets_text(standing.frame, standing.language, missed)
    return [_("Not reached: %(targets)s.") % {"targets": said}]


def _pyramid(standing: GoalStanding, id: str, outcome: Outcome, name: str) -> SafeString:
    scores = [each.score for each in outcome.levels]
    title = _("%(name)s: level %(level)s of 6") % {"name": name, "level": outcome.achieved}
    gate = standing.frame.thresholds.gate
    figure = charts.pyramid(
        charts.WEB, f"pyramid-{id}", scores, outcome.achieved, gate, title, "", lines=False, numerals=False
    )
    return drawn(figure)


def _lift(standing: GoalStanding, key: str, then: Outcome) -> Lift:
    limits, before, after_ = standing.frame.thresholds, standing.now.scores[key], then.scores[key]
    picture = charts.lift_row(key, before, after_, limits.gate)
    name = standing.frame.by_dimension[key].name.to(standing.language)
    texts = score_text(before, limits), score_text(after_, limits)
    return Lift(key, name, *texts, drawn(picture))


def _lacks(standing: GoalStanding, stages: Stages) -> list[str]:
    def title(practice: str) -> str:
        return quoted(standing.frame.practices[practice].title.to(standing.language))

    return [
        _("%(practice)s needs %(needs)s first.") % {"practice": title(key), "needs": listed([title(n) for n in needs])}
        for key, needs in lacking(standing.frame, standing.card, stages).items()
    ]
