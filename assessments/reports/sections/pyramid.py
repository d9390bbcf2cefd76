"""The pyramid: which levels stand, and how far the next one is."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...maturity.lines import below
from ..document import DimensionRow, FigureText, Head, PyramidSection
from ..source import Source
from ..wording import joined, one_or_more
from .rows import factor_rows, level_rows


def pyramid_section(source: Source, number: int) -> PyramidSection:
    """The six levels, which of them stand, and how far the next one is."""
    rows = level_rows(source)
    mark = source.score_text(source.gate)
    return PyramidSection(
        head=Head(number, "pyramid", _("Pyramid"), _finding(source, rows)),
        figure=FigureText(
            _("Pyramid of six experience levels on four trust factors"),
            joined([_("%(title)s.") % {"title": row.title} for row in (*rows, *factor_rows(source))]),
        ),
        levels=rows,
        achieved=source.card.headline.achieved_level,
        gate=source.gate,
        caption=_(
            "Each layer fills from the left to its score. The cut running down from the tip marks %(mark)s: a level is "
            "attained when its fill passes the cut and every level below stands."
        )
        % {"mark": mark},
    )


def _finding(source: Source, rows: tuple[DimensionRow, ...]) -> str:
    achieved = source.card.headline.achieved_level
    if achieved == len(rows):
        return _("All six levels stand.")
    following = rows[achieved]
    words = {"count": achieved, "next": following.name, "number": following.number}
    if not source.ratable(source.card.levels[achieved]):
        text = _("Attained up to level %(count)s. Too few practices of level %(number)s, %(next)s, apply to judge it.")
        if not achieved:
            text = _("No level can be called attained: too few practices of level 1, %(next)s, apply to judge it.")
        return text % words
    if following.score.value is None:
        if not achieved:
            return _("No level can be called attained before level 1, %(next)s, has enough answers.") % words
        return _("Attained up to level %(count)s. Level %(number)s, %(next)s, has too few answers to judge.") % words
    if not below(following.score.value, source.gate):
        return _("Level %(number)s, %(next)s, is exactly at the mark: it stands once it passes.") % words
    words["points"] = points = source.below_gate(following.score.value)
    text = ngettext(
        "Attained up to level %(count)s. Level %(number)s, %(next)s, is %(points)s point below the mark.",
        "Attained up to level %(count)s. Level %(number)s, %(next)s, is %(points)s points below the mark.",
        one_or_more(points),
    )
    if not achieved:
        text = ngettext(
            "No level stands yet: level 1, %(next)s, is %(points)s point below the mark.",
            "No level stands yet: level 1, %(next)s, is %(points)s points below the mark.",
            one_or_more(points),
        )
    return text % words
