"""The page that each group gets back: what its people answered, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...maturity.group_views import GroupView, PracticeView, SideBySide, group_views, widest
from ..document import GroupPage, GroupPractice, GroupRow, StepCard
from ..source import Source
from ..wording import decimal_text, index_text, joined, named_or_counted, rounded, signed_text
from .board import board_step

SHOWN = 3
APART = 0.5  # stages from which a practice is said to be seen differently
POINTS = 5  # the same of a dimension


def group_pages(source: Source, cards: tuple[StepCard, ...]) -> tuple[GroupPage, ...]:
    """A page for each group that may be shown beside all together."""
    views = group_views(source.framework, source.sheet, source.perception)
    return tuple(_page(source, view, cards) for view in views)


def _page(source: Source, view: GroupView, cards: tuple[StepCard, ...]) -> GroupPage:
    ranked = sorted(view.practices, key=lambda each: -each.own)
    few = min(SHOWN, len(ranked) // 2)
    group = source.group_within(view.group)
    return GroupPage(
        id=view.group,
        name=source.group(view.group),
        topic=_("What %(group)s said") % {"group": group},
        finding=_finding(source, view),
        thanks=_thanks(source, view),
        rows=tuple(_row(source, each) for each in view.dimensions),
        alone=view.alone,
        highest=tuple(_practice(source, each) for each in ranked[:few]),
        lowest=tuple(_practice(source, each) for each in ranked[len(ranked) - few :][::-1]),
        differing=tuple(_practice(source, each) for each in widest(view, APART)[:SHOWN]),
        steps=tuple(board_step(source, card) for card in cards[:SHOWN]),
        ask=_("Ask whoever sent you this page who takes these steps on, and by when."),
        privacy=_privacy(source),
    )


def _finding(source: Source, view: GroupView) -> str:
    ends = sorted(view.dimensions, key=lambda each: -each.own)
    words = {"group": source.group_within(view.group), "high": source.name(ends[0].id), "low": source.name(ends[-1].id)}
    far, near = _level_with(source, ends, ends[0]), _level_with(source, ends, ends[-1])
    if far == near:
        sentence = _("Seen by %(group)s, all that could be compared is equally far along.") % words
    elif len(far) + len(near) > 2:
        words |= {"high": named_or_counted(far), "low": named_or_counted(near)}
        sentence = _("Seen by %(group)s, furthest along: %(high)s; least far: %(low)s.") % words
    else:
        sentence = _("Seen by %(group)s, %(high)s is furthest along and %(low)s least far.") % words
    return sentence if view.alone else joined([sentence, _difference(source, view)])


def _level_with(source: Source, views: Sequence[SideBySide], end: SideBySide) -> list[str]:
    """All that show the number of the one at an end."""
    return [source.name(each.id) for each in views if index_text(each.own) == index_text(end.own)]


def _difference(source: Source, view: GroupView) -> str:
    """On which dimension the group stands furthest from all together, where that is far enough to say so."""
    far = max(view.dimensions, key=lambda each: (abs(_points(each)), abs(each.own - each.whole)))
    points = abs(_points(far))
    if points < POINTS:
        return _("All together give much the same picture.")
    names = [source.name(each.id) for each in view.dimensions if _points(each) == _points(far)]
    words = {"name": named_or_counted(names), "points": points}
    if _points(far) > 0:
        return _("On %(name)s this group is %(points)s points above all together.") % words
    return _("On %(name)s this group is %(points)s points below all together.") % words


def _points(each: SideBySide) -> int:
    """The difference between the two numbers as they are shown, so that the sentence says what the table says."""
    return int(rounded(each.own) - rounded(each.whole))


def _thanks(source: Source, view: GroupView) -> str:
    company = source.company
    return ngettext(
        "Thank you: %(count)s person of this group has answered. What you wrote down is part of what %(company)s now "
        "knows about itself.",
        "Thank you: %(count)s people of this group have answered. What you wrote down is part of what %(company)s now "
        "knows about itself.",
        view.people,
    ) % {"count": view.people, "company": company}


def _row(source: Source, each: SideBySide) -> GroupRow:
    points = _points(each)
    own, whole, name = index_text(each.own), index_text(each.whole), source.name(each.id)
    title = _("%(name)s: this group %(own)s, all together %(whole)s") % {"name": name, "own": own, "whole": whole}
    return GroupRow(each.id, name, each.own, each.whole, signed_text(points), title)


def _practice(source: Source, each: PracticeView) -> GroupPractice:
    return GroupPractice(
        each.dimension, source.practice(each.practice), decimal_text(each.own), decimal_text(each.whole)
    )


def _privacy(source: Source) -> str:
    return _(
        "Each number is a mean of at least %(least)s people, and all together weighs every group the same. A practice "
        "on which fewer answered is left out, so scores here can differ from those of the report."
    ) % {"least": source.perception.least}
