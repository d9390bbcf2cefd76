"""Levels and factors as rows of a figure: name, score, status and ranges in words."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...maturity.lines import below
from ...maturity.scorecard import DimensionScore
from ..document import DimensionRow
from ..source import Source
from ..wording import one_or_more, share_text


def level_rows(source: Source) -> tuple[DimensionRow, ...]:
    """The six levels, base first."""
    return tuple(
        _row(source, found, number, *_level_status(source, found, number))
        for number, found in enumerate(source.card.levels, start=1)
    )


def factor_rows(source: Source) -> tuple[DimensionRow, ...]:
    """The four factors in the framework's order."""
    return tuple(
        _row(source, found, number, *_factor_status(source, found))
        for number, found in enumerate(source.card.trust.factors, start=1)
    )


def _row(source: Source, found: DimensionScore, number: int, status: str, status_text: str) -> DimensionRow:
    score = source.score(found.score, found.id)
    name = source.name(found.id)
    return DimensionRow(
        id=found.id,
        number=number,
        name=name,
        asks=source.text(source.framework.by_dimension[found.id].asks),
        status=status,
        status_text=status_text,
        score=score,
        low=found.low,
        high=found.high,
        evidenced=found.evidenced,
        band_text=source.band(found.band),
        range_text=_range(source, found),
        coverage_text=_coverage(found),
        evidenced_text=source.score_text(found.evidenced),
        title=_("%(name)s: %(status)s") % {"name": name, "status": status_text}
        if found.score is None
        else _("%(name)s %(score)s of 100: %(status)s") % {"name": name, "score": score.text, "status": status_text},
        low_text=source.score_text(found.low),
        high_text=source.score_text(found.high),
    )


def _range(source: Source, found: DimensionScore) -> str:
    if found.low is None or found.high is None or found.high - found.low < 0.05:
        return ""
    low, high = source.score_text(found.low), source.score_text(found.high)
    return _("%(low)s to %(high)s, depending on what is behind “don’t know”") % {"low": low, "high": high}


def _coverage(found: DimensionScore) -> str:
    if not found.applicable:
        return _("no practice applies")
    return _("%(answered)s of %(applicable)s answered (%(share)s)") % {
        "answered": found.answered,
        "applicable": found.applicable,
        "share": share_text(found.coverage or 0.0),
    }


def _unrated(source: Source, found: DimensionScore) -> tuple[str, str]:
    if source.ratable(found):
        words = {"answered": found.answered, "count": found.applicable}
        return "unrated", _("Not rated: %(answered)s of %(count)s answered") % words
    text = ngettext(
        "Not rated: only %(applicable)s of %(count)s practices applies",
        "Not rated: only %(applicable)s of %(count)s practices apply",
        found.applicable,
    )
    if not found.applicable:
        text = _("Not rated: none of its %(count)s practices applies")
    return "unrated", text % {"applicable": found.applicable, "count": found.practices}


def _level_status(source: Source, found: DimensionScore, number: int) -> tuple[str, str]:
    achieved = source.card.headline.achieved_level
    if found.score is None:
        return _unrated(source, found)
    if number <= achieved:
        return "attained", _("Attained")
    if number == achieved + 1:
        if not below(found.score, source.gate):
            return "next", _("Next: exactly at the mark, which must be passed")
        points = source.below_gate(found.score)
        text = ngettext(
            "Next: %(points)s point to the mark", "Next: %(points)s points to the mark", one_or_more(points)
        )
        return "next", text % {"points": points}
    if found.score > source.gate:
        return "beyond", _("Above the mark; counts once level %(number)s stands") % {"number": number - 1}
    return "beyond", _("Counts once level %(number)s stands") % {"number": number - 1}


def _factor_status(source: Source, found: DimensionScore) -> tuple[str, str]:
    if found.score is None:
        return _unrated(source, found)
    return "rated", source.band(found.band)
