"""What is said over a list of comments: the finding, what was answered, and the lines themselves."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...content.loader import framework
from ...forms.comments import EVER, RANGE, Looking
from ...queries.comments import CommentCounts, CommentRow, Theme, marks_of
from ...reports.charts.shapes import css_class
from ...reports.wording import day_text, decimal_text, joined
from ...words.reader import reader_language

CHINESE = re.compile("[\u3400-\u9fff]")


class Marked(NamedTuple):
    """A practice or tag on a page: its key, its name, and the dimension of a practice."""

    key: str
    name: str
    dimension: Any = None
    tone: str = ""


class CommentLine(NamedTuple):
    """A comment in a list, with what people attached."""

    comment: CommentRow
    language: str
    tags: list[str]
    practices: list[Marked]
    flags: list[str]


class ThemeLine(NamedTuple):
    """A tag or a practice with how many comments carry it, and how it is called."""

    theme: Theme
    marked: Marked


def line_of(comment: CommentRow) -> CommentLine:
    """A comment as a list shows it."""
    return CommentLine(
        comment,
        "zh" if CHINESE.search(comment.text) and (reader_language()) == "en" else "",
        marks_of(comment, "tag"),
        [practice_marked(each) for each in marks_of(comment, "practice")],
        marks_of(comment, "flag"),
    )


def practice_marked(key: str) -> Marked:
    """A practice with the sign of its dimension; one that the framework no longer knows says its key."""
    frame, language = framework(), reader_language()
    found = frame.practices.get(key)
    if found is None:
        return Marked(key, key)
    dimension = frame.dimension_of[key]
    return Marked(key, found.title.to(language), dimension, css_class(dimension.id))


def theme_lines(themes: list[Theme]) -> list[ThemeLine]:
    """What the comments are about, in words."""
    return [
        ThemeLine(each, practice_marked(each.value) if each.kind == "practice" else Marked(each.value, each.value))
        for each in themes
    ]


def finding(counts: CommentCounts, looking: Looking) -> str:
    """The list in one sentence or two: how many are unhappy, and what nobody has read."""
    if not counts.total:
        return _("No customer comment fits this choice.") if looking.filter.narrows else _none_in(looking)
    return joined([_unhappy(counts, looking), _unread(counts)])


def answered_said(counts: CommentCounts) -> list[str]:
    """How much was answered, of the unhappy and of all, and how long it took; a reply noted or done counts."""
    said = []
    if counts.unhappy:
        numbers = {"answered": f"{counts.unhappy_answered:,}", "total": f"{counts.unhappy:,}"}
        said.append(_("Answered of the unhappy: %(answered)s of %(total)s") % numbers)
    if counts.total:
        numbers = {"answered": f"{counts.answered:,}", "total": f"{counts.total:,}"}
        said.append(_("Answered of all: %(answered)s of %(total)s") % numbers)
    if counts.days_to_reply is not None:
        days = decimal_text(counts.days_to_reply).removesuffix(".0")
        said.append(
            ngettext(
                "Median of days to the reply: %(days)s (one reply)",
                "Median of days to the reply: %(days)s (%(number)s replies)",
                counts.days.total(),
            )
            % {"days": days, "number": f"{counts.days.total():,}"}
        )
    return said


def period_said(looking: Looking) -> str:
    """The time that is looked at, for a heading."""
    if looking.period == EVER:
        return _("All comments")
    if looking.period != RANGE:
        return _("Last %(days)s days") % {"days": looking.period}
    first, last = looking.filter.since, looking.filter.until
    if first and last:
        return _("%(first)s to %(last)s") % {"first": day_text(first), "last": day_text(last)}
    if first:
        return _("Since %(day)s") % {"day": day_text(first)}
    return _("Until %(day)s") % {"day": day_text(last)} if last else _("All comments")


def _none_in(looking: Looking) -> str:
    if looking.period in (EVER, RANGE):
        return _("No customer has commented in this time.")
    return _("No customer has commented in the last %(days)s days.") % {"days": looking.period}


def _unhappy(counts: CommentCounts, looking: Looking) -> str:
    numbers = {"unhappy": f"{counts.unhappy:,}", "total": f"{counts.total:,}", "days": looking.period}
    if not counts.unhappy + counts.neutral + counts.happy:
        return (
            ngettext("One comment, without a score.", "%(total)s comments, all without a score.", counts.total)
            % numbers
        )
    if looking.period in (EVER, RANGE) or looking.filter.narrows:
        return (
            ngettext(
                "%(unhappy)s of %(total)s comments is from an unhappy customer.",
                "%(unhappy)s of %(total)s comments are from unhappy customers.",
                counts.unhappy,
            )
            % numbers
        )
    return (
        ngettext(
            "%(unhappy)s of %(total)s comments of the last %(days)s days is from an unhappy customer.",
            "%(unhappy)s of %(total)s comments of the last %(days)s days are from unhappy customers.",
            counts.unhappy,
        )
        % numbers
    )


def _unread(counts: CommentCounts) -> str:
    if not counts.unread:
        return _("All are read.")
    if counts.unread == counts.total:
        return _("None is read yet.")
    return ngettext("One is not read yet.", "%(unread)s are not read yet.", counts.unread) % {
        "unread": f"{counts.unread:,}"
    }
