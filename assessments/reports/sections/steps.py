"""The steps, in order, each with its reasons."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...content.schema import Step as StepContent
from ...maturity.steps import Step
from ...words.labels import PLAN_LANES
from ..document import Head, Number, Owned, StepCard, StepsSection
from ..source import Source
from ..wording import headed, joined, listed, priority_text
from .reasons import reason_lines

SHOWN_LANES = ("now", "next")
FIRST_SIGN_BELOW = 2  # the first sign is that of a practice taking hold; later steps refine what already shows


def step_cards(source: Source) -> tuple[StepCard, ...]:
    """Every step as a card, numbered in the order in which they are recommended."""
    return tuple(_card(source, step, place) for place, step in enumerate(source.recommendations.steps, start=1))


def steps_section(source: Source, number: int, cards: tuple[StepCard, ...]) -> StepsSection:
    """The steps of the first two lanes as cards; the rest is on the roadmap."""
    shown = tuple(card for card in cards if card.lane in SHOWN_LANES)
    rest = len(cards) - len(shown)
    more = ngettext(
        "%(count)s more step waits under “Later” on the roadmap.",
        "%(count)s more steps wait under “Later” on the roadmap.",
        rest,
    ) % {"count": rest}
    return StepsSection(
        head=Head(number, "steps", _("Steps"), _finding(source)),
        reasons_title=_("Why this step"),
        first_sign_title=_("First sign that it works"),
        steps=shown,
        more=more if rest else "",
    )


def _finding(source: Source) -> str:
    now = [each for each in source.recommendations.steps if each.lane == "now"]
    if not source.recommendations.steps and source.answered:
        return _("No step is left: every answered practice has reached stage 4 or its target.")
    if not source.recommendations.steps:
        if not source.applies:
            return _("No step follows, since no practice applies.")
        return _("No step follows from the answers so far.")
    if not now:
        return _waiting(source)
    after = source.projections["now"]
    before = source.card.headline.achieved_level
    words = {"count": len(now), "company": source.company_within, "level": after.achieved}
    if after.achieved > before:
        words["name"] = source.text(source.framework.levels[after.achieved - 1].name)
        return _carried(len(now)) % words
    rise = _rise(source, before)
    if rise:
        words |= rise
        return _lifted(len(now)) % words
    if len(now) == 1:
        return _("One step comes first.")
    return _("%(count)s steps come first, in the order of their weight.") % words


def _waiting(source: Source) -> str:
    """What all steps wait for: a prerequisite that a target keeps low has no step of its own."""
    blockers = {key for each in source.recommendations.steps for key in each.blocked_by}
    if all(source.card.practices[key].stage is None for key in blockers):
        return _("Every step waits for a prerequisite whose stage is not known yet.")
    return _("Every step waits for a prerequisite that is below stage 2 or not known.")


# One step has a sentence of its own: Chinese has no singular, and its sentence on several would count one.


def _carried(steps: int) -> str:
    if steps == 1:
        return _("The first step, once done, would carry %(company)s to level %(level)s, %(name)s.")
    return _("The first %(count)s steps, once done, would carry %(company)s to level %(level)s, %(name)s.")


def _lifted(steps: int) -> str:
    if steps == 1:
        return _("The first step, once done, would lift %(name)s from %(low)s to %(high)s.")
    return _("The first %(count)s steps, once done, would lift %(name)s from %(low)s to %(high)s.")


def _rise(source: Source, achieved: int) -> dict[str, str]:
    """The level that holds the pyramid down, now and after the first lane; empty where it does not rise."""
    if achieved == len(source.card.levels):
        return {}
    level = source.card.levels[achieved]
    later = source.projections["now"].levels[achieved]
    low, high = source.score_text(level.score), source.score_text(later)
    if level.score is None or later is None or low == high:
        return {}
    return {"name": source.name(level.id), "low": low, "high": high}


def _card(source: Source, step: Step, number: int) -> StepCard:
    """One step with everything a reader needs to put it in a calendar and to check why it stands here."""
    practice = source.framework.practices[step.practice]
    content = practice.step_from(step.from_stage)
    then = [practice.step_from(stage) for stage in range(step.from_stage + 1, step.to_stage)]
    how = [source.text(content.how), *(_then(source, each) for each in then)]
    metrics = [source.text(source.framework.metric[key].title) for key in practice.moves]
    return StepCard(
        number=number,
        practice=step.practice,
        dimension=step.dimension,
        dimension_name=source.name(step.dimension),
        practice_title=source.text(practice.title),
        do=headed(source.text(content.do)),
        how=joined(how),
        move=_("Stage %(low)s %(from)s → %(high)s %(to)s")
        % {
            "low": step.from_stage,
            "from": source.stage_name(step.from_stage),
            "high": step.to_stage,
            "to": source.stage_name(step.to_stage),
        },
        lane=step.lane,
        lane_text=lane_name(step.lane),
        quick_win=_("Quick win") if step.quick_win else "",
        first_sign=source.text(practice.first_sign) if step.from_stage < FIRST_SIGN_BELOW else "",
        facts=(
            (_("Effort"), size_text(practice.effort)),
            (_("Impact"), impact_text(practice.impact)),
            (_("Moves"), listed(metrics)),
        ),
        reasons=reason_lines(source, step),
        priority=Number(priority_text(step.priority), step.priority, f"priority-{step.practice}"),
        owned=source.owned.get(step.practice, Owned()),
    )


def _then(source: Source, step: StepContent) -> str:
    """The second of two stages, where a target asks for both."""
    return _("Then: %(do)s %(how)s") % {"do": source.text(step.do), "how": source.text(step.how)}


# Looked up only where they are said: every step of every report says one of three.
SIZES = {"S": gettext_lazy("small"), "M": gettext_lazy("medium"), "L": gettext_lazy("large")}
IMPACTS = {"L": gettext_lazy("modest"), "M": gettext_lazy("marked"), "H": gettext_lazy("strong")}


def lane_name(lane: str) -> str:
    """A lane in words."""
    return str(PLAN_LANES[lane])


def size_text(size: str) -> str:
    """Effort in words."""
    return str(SIZES[size])


def impact_text(impact: str) -> str:
    """Impact in words."""
    return str(IMPACTS[impact])
