"""What changed from one round to a later one, in sentences: never more than the core's verdicts allow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import isclose
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..rounds.between import Between
from ..rounds.changes import Change
from ..rounds.common import Round
from ..rounds.noise import Verdict
from .wording import apart_text, index_text, joined, named, points_text, stage_text

Name = Callable[[str], str]  # a dimension's name by its id
STAGE = 25.0  # points of 100


class Shown(NamedTuple):
    """A score, or none, and how it is shown beside its change."""

    score: float | None
    text: str


def change_text(change: Change, before: Shown | None = None, now: Shown | None = None) -> str:
    """A change in a few words, for a table: with its points where it is visible, between the scores beside it."""
    return verdict_text(change.verdict, _points_of(change, before, now))


def practice_change_text(change: Change, before: Round, now: Round) -> str:
    """The change of a practice in a few words: in stages, between those that the two rounds show."""
    stages = None if change.points is None else change.points / STAGE
    told = (Shown(stage, stage_text(stage)) for stage in (_stage(each, change.id) for each in (before, now)))
    return change_text(replace(change, points=stages), *told)


def _stage(held: Round, practice: str) -> float | None:
    found = held.card.practices.get(practice)
    return found.stage if found else None


def _points_of(change: Change, before: Shown | None, now: Shown | None) -> str:
    """By how many points; as the numbers beside it tell, unless it rests on fewer practices than they do."""
    points = change.points or 0.0
    if not before or not now or before.score is None or now.score is None:
        return points_text(abs(points))
    whole = isclose(now.score - before.score, points, abs_tol=1e-6)
    return apart_text(now.text, before.text, points) if whole else points_text(abs(points))


def verdict_text(verdict: Verdict, by: str) -> str:
    """The same from a verdict and by how much, as it is shown."""
    points = {"points": by}
    return {
        "up": pgettext("change of a score", "up %(points)s") % points,
        "down": pgettext("change of a score", "down %(points)s") % points,
        "no-visible-change": _("no visible change"),
        "not-comparable": _("not comparable"),
        "not-rated": _("not rated in both"),
    }[verdict]


def finding(step: Between, before: Round, now: Round, name: Name) -> str:
    """The one sentence over a comparison."""
    levels = {"before": level_of(before), "now": level_of(now), "title": before.name}
    moved = [each for each in step.dimensions if each.visible]
    if step.level == "up":
        return _("Since “%(title)s” the level has risen from %(before)s to %(now)s.") % levels
    if step.level == "down":
        return _("Since “%(title)s” the level has fallen from %(before)s to %(now)s.") % levels
    if not any(each.points is not None for each in step.dimensions):
        return _("“%(title)s” and this round cannot be compared: no dimension rests on the same practices.") % levels
    if not moved:
        return (
            _("No level and no trust factor has visibly changed since “%(title)s”: the differences are within chance.")
            % levels
        )
    words = {**levels, "moved": moved_text(moved, name)}
    if before.card.headline.achieved_level == now.card.headline.achieved_level:
        return _("Since “%(title)s” %(moved)s; the level is %(now)s as before.") % words
    return _("Since “%(title)s” %(moved)s; for the level, no change is certain.") % words


def moved_text(moved: list[Change], name: Name) -> str:
    """Which dimensions rose and which fell: “Inform and Resolve have risen, Care has fallen”."""
    parts = []
    for verdict, words in (("up", _("%(names)s went up")), ("down", _("%(names)s went down"))):
        names = [name(each.id) for each in moved if each.verdict == verdict]
        if names:
            parts.append(words % {"names": named(names)})
    return _("%(up)s and %(down)s") % {"up": parts[0], "down": parts[1]} if len(parts) > 1 else "".join(parts)


def level_sentence(step: Between, before: Round, now: Round) -> str:
    """What may be said of the level."""
    words = {"before": level_of(before), "now": level_of(now)}
    same = before.card.headline.achieved_level == now.card.headline.achieved_level
    if same:
        return _("The level is %(now)s, as before.") % words
    said: dict[Verdict, str] = {
        "up": _("The level has risen from %(before)s to %(now)s."),
        "down": _("The level has fallen from %(before)s to %(now)s."),
        "no-visible-change": _("The level reads %(now)s after %(before)s, which may be chance: no visible change."),
        "not-comparable": _("The level reads %(now)s after %(before)s; what decides it was asked in other words."),
        "not-rated": _("The level reads %(now)s after %(before)s; what decides it is not rated in both rounds."),
    }
    return said[step.level] % words


def trust_sentence(step: Between, before: Round, now: Round) -> str:
    """What may be said of the trust index."""
    old, new = trust_shown(before), trust_shown(now)
    words = {"before": old.text, "now": new.text, "points": _points_of(step.trust, old, new)}
    if step.trust.verdict == "no-visible-change" and words["before"] == words["now"]:
        return _("Trust is %(now)s, as before.") % words
    said: dict[Verdict, str] = {
        "up": _("Trust has risen by %(points)s points to %(now)s."),
        "down": _("Trust has fallen by %(points)s points to %(now)s."),
        "no-visible-change": _("Trust reads %(now)s after %(before)s, which may be chance: no visible change."),
        "not-comparable": _("Trust cannot be compared: it does not rest on the same practices."),
        "not-rated": _("Trust is not rated in both rounds."),
    }
    return said[step.trust.verdict] % words


def trust_shown(round: Round) -> Shown:
    """The trust index as it is told."""
    index = round.card.trust.index
    return Shown(index, index_text(index))


def beside(step: Between, before: Round, now: Round) -> str:
    """What stands under the finding: trust, and the level where the finding does not say it."""
    trust = trust_sentence(step, before, now)
    if step.level in ("up", "down") or any(each.visible for each in step.dimensions):
        return trust
    return joined([level_sentence(step, before, now), trust])


def level_of(round: Round) -> str:
    """The achieved level as it is told."""
    return str(round.card.headline.achieved_level)
