"""What is firm, what weighs most, and what to keep up."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ...maturity.scorecard import PracticeScore
from ..document import Head, PracticeLine, StrengthsSection
from ..source import Source
from ..wording import day_text, quoted

SHOWN = 3
STRONG_FROM = 2.0


def strengths_section(source: Source, number: int) -> StrengthsSection:
    """The firmest practices, the gaps that weigh most in the priority of steps, and the keep-it-up list."""
    strengths = [_line(source, each) for each in _strongest(source)]
    gaps = [practice_line(source, key) for key in _gaps(source)]
    return StrengthsSection(
        head=Head(number, "strengths", _("Strengths and gaps"), _finding(source, strengths, gaps)),
        strengths_title=_("Firmest practices"),
        strengths=tuple(strengths),
        gaps_title=_("Gaps that weigh most"),
        gaps=tuple(gaps),
        keep_up_title=_("Keep it up: look again by the date given"),
        keep_up=tuple(
            _line(source, source.card.practices[each.practice], day_text(each.review_on))
            for each in source.recommendations.keep_up
        ),
        nothing=_("None so far."),
    )


def practice_line(source: Source, practice: str) -> PracticeLine:
    """A practice with the sentence of the stage it has reached; no sentence where it is unanswered."""
    return _line(source, source.card.practices[practice])


def _line(source: Source, found: PracticeScore, note: str = "") -> PracticeLine:
    practice = source.framework.practices[found.id]
    return PracticeLine(
        practice=found.id,
        dimension=found.dimension,
        title=source.text(practice.title),
        sentence=source.reached_text(found),
        stage=source.stage(found.stage, found.id),
        note=note,
    )


def _strongest(source: Source) -> list[PracticeScore]:
    firm = [each for each in source.card.practices.values() if each.stage is not None and each.stage >= STRONG_FROM]
    return sorted(firm, key=lambda each: -(each.stage or 0.0))[:SHOWN]


def _gaps(source: Source) -> list[str]:
    steps = sorted(source.recommendations.steps, key=lambda each: (-each.priority, each.practice))
    return [each.practice for each in steps if each.from_stage < STRONG_FROM][:SHOWN]


def _finding(source: Source, strengths: Sequence[PracticeLine], gaps: Sequence[PracticeLine]) -> str:
    # A practice at its target asks for no step, and is no gap of the plan however low it stands.
    reached = [each.reached for each in source.card.practices.values() if each.reached is not None]
    low = any(each < STRONG_FROM for each in reached)
    words = {
        "strong": quoted(strengths[0].title) if strengths else "",
        "weak": quoted(gaps[0].title) if gaps else "",
    }
    if strengths and len(reached) == 1:
        return _("%(strong)s is the only practice answered so far; it is not below stage 2.") % words
    if strengths and gaps:
        return _("%(strong)s is among the firmest practices; %(weak)s weighs most on the result.") % words
    if strengths and low:
        return _("%(strong)s is among the firmest practices.") % words
    if strengths:
        return _("%(strong)s is among the firmest practices, and no answered practice is below stage 2.") % words
    if gaps:
        return _("No answered practice has reached stage 2 yet; %(weak)s weighs most on the result.") % words
    if low:
        return _("No answered practice has reached stage 2 yet.")
    if not source.applies:
        return _("No practice applies, so there are neither strengths nor gaps.")
    return _("There are no answers yet to tell strengths from gaps.")
