"""The sentence over the page of targets, and the way made to each target in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ...maturity.units import BANDS
from ...planning.outcome import holds
from ...planning.progress import Progress
from ...planning.targets import Target
from ...reports.plan_finding import plan_finding
from ...reports.target_words import target_text, targets_text
from ...reports.wording import NOT_RATED, index_text, joined, opened, rounded, score_text, share_text, stage_text
from ...results.goals import GoalStanding
from .goal_verdict import GoalVerdict


@dataclass(frozen=True)
class WayRow:
    """The way to one target: where it began, stands and ends as texts, and the share 0..100 of a bar (None: none).

    `said` is its state in words and `sign` the class of that.
    """

    target: str
    base: str
    now: str
    aim: str
    percent: int | None
    said: str
    sign: str


def finding(standing: GoalStanding | None, verdict: GoalVerdict | None = None) -> str:
    """What stands out: nothing to go by, no target, what its day decided where that is over, all reached, else how far
    it is and what is left."""
    if standing is None:
        return _("Targets need an assessment with results.")
    if standing.goal is None:
        return _("No target is set yet.")
    wanted = standing.targets.all(standing.frame)
    if not wanted:
        return _("The framework has changed: nothing in the target is asked any more.")
    reached = all(holds(standing.now, each) for each in wanted)
    if reached:
        said = opened(targets_text(standing.frame, standing.language, wanted))
        sentence = _("%(targets)s: reached.") % {"targets": said}
    else:
        sentence = plan_finding(standing.words)
    if verdict is None or (verdict.reached and reached):
        return sentence
    return joined([_("The day is over. %(verdict)s") % {"verdict": verdict.said}, sentence])


def way_rows(standing: GoalStanding) -> list[WayRow]:
    """The way to each target; nothing where rounds cannot be compared."""
    return [_row(standing, each) for each in standing.progress or ()]


def way_note(standing: GoalStanding) -> str:
    """What the ways are counted from, or why there are none."""
    base = standing.goal.assessment
    if standing.progress is None:
        return _(
            "Not comparable: since “%(base)s” the framework or the set of questions has changed. Set the target anew "
            "to count from the newest assessment."
        ) % {"base": base.title}
    if base.pk == standing.assessment.pk:
        return _("Counted from “%(base)s”. The next round will show how far it has come.") % {"base": base.title}
    return _("Counted from “%(base)s”, as of “%(now)s”: (now − base) ÷ (target − base).") % {
        "base": base.title,
        "now": standing.assessment.title,
    }


def _row(standing: GoalStanding, way: Progress) -> WayRow:
    percent = None if way.share is None else int(rounded(100 * min(1.0, max(0.0, way.share))))
    if percent == 100 and not way.reached:
        percent = 99
    return WayRow(
        target=opened(target_text(standing.frame, standing.language, way.target)),
        base=_value(standing, way.target, way.base),
        now=_value(standing, way.target, way.now),
        aim=_value(standing, way.target, way.target.value, aim=True),
        percent=percent,
        said=_said(way, percent),
        sign=_sign(way),
    )


def _sign(way: Progress) -> str:
    """The class of the way’s state: done, behind where it began, under way; "" where nothing has moved or is known."""
    if way.reached:
        return "is-done"
    if way.share is None:
        return "is-late" if way.now is not None and way.base is not None else ""
    return "is-late" if way.share < 0 else "is-active" if way.share > 0 else ""


def _said(way: Progress, percent: int | None) -> str:
    if way.reached:
        return _("Reached")
    if way.now is None:
        return _("Not rated now")
    if way.base is None:
        return _("Not rated at the start")
    if way.share is None:
        return _("Held at the start, lost since")
    if way.share < 0:
        return _("Further away than at the start")
    return _("%(share)s of the way") % {"share": share_text((percent or 0) / 100)}


def _value(standing: GoalStanding, target: Target, value: float | None, aim: bool = False) -> str:
    if value is None:
        return NOT_RATED
    if target.kind == "level":
        return f"{value:g}" if aim else f"{value:.2f}"
    if target.kind == "trust":
        return f"{value:g}" if aim else index_text(value)
    if target.kind == "band":
        return next(each.title.to(standing.language) for each in standing.frame.bands if each.id == BANDS[int(value)])
    return stage_text(value) if target.kind == "practice" else score_text(value, standing.frame.thresholds)
