"""The reasons of a step in words: each opens with its number or sign, so that a reader can check it."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _

from ...maturity.lines import below
from ...maturity.steps import Reason, Step
from ..document import ReasonLine
from ..source import Source
from ..wording import listed, quoted, stage_text
from .customers import points_apart

Writer = Callable[[Source, Reason], ReasonLine | None]


def reason_lines(source: Source, step: Step) -> tuple[ReasonLine, ...]:
    """The lines for a step's reasons, in their order. Reasons that the card says elsewhere have no line."""
    lines = (WRITERS[reason.kind](source, reason) for reason in step.reasons)
    return tuple(line for line in lines if line is not None)


def _gap(source: Source, reason: Reason) -> ReasonLine:
    stage = int(reason.about[0])
    words = {"stage": stage, "name": source.stage_name(stage), "next": stage + 1, "to": source.stage_name(stage + 1)}
    shown = stage_text(reason.value)
    if shown == str(stage):
        return ReasonLine(shown, _("of 4: it stands at stage %(stage)s, %(name)s") % words)
    return ReasonLine(shown, _("of 4: stage %(next)s, %(to)s, is not reached throughout") % words)


def _target(source: Source, reason: Reason) -> ReasonLine:
    return ReasonLine(stage_text(reason.value), _("is the target stage that was set"))


def _holds(source: Source, reason: Reason) -> ReasonLine:
    name = source.name(reason.about[0])
    number = source.card.headline.achieved_level + 1
    if reason.value is None:
        text = _("%(name)s is not rated yet; it is what holds back level %(number)s") % {"name": name, "number": number}
        return ReasonLine("–", text)
    words = {"name": name, "points": source.below_gate(reason.value), "number": number}
    text = _("%(name)s: exactly at the mark, which must be passed; it holds back level %(number)s")
    if below(reason.value, source.gate):
        text = _("%(name)s: %(points)s below the mark; it holds back level %(number)s")
    return ReasonLine(source.score_text(reason.value), text % words)


def _achieved(source: Source, reason: Reason) -> ReasonLine:
    return ReasonLine(
        source.score_text(reason.value),
        _("%(name)s stands already; this makes it firmer") % {"name": source.name(reason.about[0])},
    )


def _following(source: Source, reason: Reason) -> ReasonLine:
    return ReasonLine(
        source.score_text(reason.value),
        _("%(name)s: the level after the one that holds you back") % {"name": source.name(reason.about[0])},
    )


def _far(source: Source, reason: Reason) -> ReasonLine:
    text = _("%(name)s: two or more levels above the one that holds you back, so it counts half") % {
        "name": source.name(reason.about[0])
    }
    return ReasonLine(source.score_text(reason.value), text)


def _trust(source: Source, reason: Reason) -> ReasonLine | None:
    if source.card.trust.weakest == reason.about[0] and _weak(source):
        return None  # the line on the weakest factor says it
    text = _("%(name)s, a trust factor")
    if reason.value is None:
        text = _("%(name)s, a trust factor that is not rated yet")
    return ReasonLine(source.score_text(reason.value), text % {"name": source.name(reason.about[0])})


def _weak(source: Source) -> bool:
    weakest = source.found(source.card.trust.weakest or "")
    return (weakest.score or 0.0) < source.framework.thresholds.steps.weakest_factor_below


def _weakest(source: Source, reason: Reason) -> ReasonLine:
    text = _("%(name)s: the weakest trust factor, so it counts 1.5 times")
    if source.card.trust.index is None:
        text = _("%(name)s: the weakest of the rated trust factors, so it counts 1.5 times")
    elif sum(each.score == reason.value for each in source.card.trust.factors) > 1:
        text = _("%(name)s: first of the weakest trust factors, so it counts 1.5 times")
    return ReasonLine(source.score_text(reason.value), text % {"name": source.name(reason.about[0])})


def _flag(source: Source, reason: Reason) -> ReasonLine:
    titles = [quoted(source.text(source.framework.flags[flag].title)) for flag in reason.about]
    return ReasonLine("2×", _("open red flag: %(flags)s") % {"flags": listed(titles)})


def _outside(source: Source, reason: Reason) -> ReasonLine:
    text = _("%(name)s: points by which you rate yourselves higher than customers do") % {
        "name": source.name(reason.about[0])
    }
    found = next(each for each in source.compared.over if each.id == reason.about[0])
    return ReasonLine(f"+{points_apart(source, found)}", text)


def _critical(source: Source, reason: Reason) -> ReasonLine:
    text = _("critical, and stage 1 is not reached: the level attained stands with reservation")
    return ReasonLine(stage_text(reason.value), text)


def _privacy(source: Source, reason: Reason) -> ReasonLine:
    return ReasonLine(stage_text(reason.value), _("below stage 2, which the level attained rests on"))


def _helps(source: Source, reason: Reason) -> ReasonLine:
    titles = [quoted(source.practice(key)) for key in reason.about]
    return ReasonLine(str(len(titles)), _("waiting for this: %(practices)s") % {"practices": listed(titles)})


def _blocked(source: Source, reason: Reason) -> ReasonLine:
    title = quoted(source.practice(reason.about[0]))
    if reason.value is None:
        return ReasonLine("–", _("waits for %(practice)s, whose stage is not known yet") % {"practice": title})
    return ReasonLine(stage_text(reason.value), _("waits for %(practice)s to reach stage 2") % {"practice": title})


def _silent(source: Source, reason: Reason) -> None:
    """Effort and impact stand among the card's facts."""


WRITERS: dict[str, Writer] = {
    "gap": _gap,
    "target": _target,
    "holds-level": _holds,
    "level-achieved": _achieved,
    "next-level": _following,
    "far-level": _far,
    "trust": _trust,
    "weakest-factor": _weakest,
    "customers-see-less": _outside,
    "red-flag": _flag,
    "critical-absent": _critical,
    "privacy-behind": _privacy,
    "impact": _silent,
    "effort": _silent,
    "prerequisite-of": _helps,
    "blocked-by": _blocked,
}
