"""What has changed since the round before: level, trust, what visibly moved, and what was done in between."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..document import Head, SinceDone, SinceFigure, SinceRow, SinceSection
from ..round_words import Shown, beside, change_text, finding, level_of, trust_shown, verdict_text
from ..since import Since
from ..source import Source
from ..wording import day_text


def since_section(source: Source, since: Since, number: int) -> SinceSection:
    """The section of a round that has a predecessor."""
    before, now, step = since.before, since.now, since.between
    done = tuple(_done(source, since))
    return SinceSection(
        head=Head(
            number,
            "since",
            _("Since last time"),
            finding(step, before, now, source.name),
            (beside(step, before, now),),
        ),
        previous=before.name,
        level_verdict=step.level,
        level_before=before.card.headline.achieved_level,
        level=now.card.headline.achieved_level,
        trust_verdict=step.trust.verdict,
        trust_before=before.card.trust.index,
        trust=now.card.trust.index,
        columns=(_("Dimension"), _("Last time"), _("Now"), pgettext("column of a table", "Change")),
        rows=tuple(_rows(source, since)),
        done_title=_("Done in the plan in between"),
        done=done,
        caption=_(
            "Only changes that are larger than chance explains are listed; points count over what both rounds asked. "
            "What was done and what moved stand side by side: the one need not have made the other."
        ),
        figures=(_level(since), _trust(since)),
    )


def _level(since: Since) -> SinceFigure:
    before, now = (each.card.headline.achieved_level for each in (since.before, since.now))
    verdict = since.between.level
    told = verdict_text(verdict, str(abs(now - before)))
    return SinceFigure(_("Level attained"), level_of(since.before), before, level_of(since.now), now, verdict, told)


def _trust(since: Since) -> SinceFigure:
    before, now = trust_shown(since.before), trust_shown(since.now)
    change = since.between.trust
    told = change_text(change, before, now)
    return SinceFigure(_("Trust"), before.text, before.score, now.text, now.score, change.verdict, told)


def _rows(source: Source, since: Since) -> Iterable[SinceRow]:
    scores = {each.id: each for each in since.before.card.dimensions}
    for each in since.between.dimensions:
        if each.visible:
            old, new = scores[each.id].score, source.found(each.id).score
            before, now = (Shown(score, source.score_text(score)) for score in (old, new))
            yield SinceRow(
                id=each.id,
                name=source.name(each.id),
                before=before.text,
                before_value=old,
                now=source.score(new, each.id),
                verdict=each.verdict,
                change=change_text(each, before, now),
                points=each.points,
                line=each.line,
            )


def _done(source: Source, since: Since) -> Iterable[SinceDone]:
    for each in since.done:
        known = each.practice in source.framework.practices
        practice = source.practice(each.practice) if known else ""
        title, about = (each.title, practice) if each.title else (practice, "")
        yield SinceDone(each.code, title, each.practice, about, day_text(each.done_on))
