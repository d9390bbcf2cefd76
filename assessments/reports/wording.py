"""How numbers, dates and lists are written in the reader's language. Call inside the language the reader chose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import reduce

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from ..content.schema import Thresholds

NOT_RATED = "–"


def score_text(score: float | None, thresholds: Thresholds) -> str:
    """A percentage as a whole number, with decimals only where rounding would carry it across an edge that decides."""
    if score is None:
        return NOT_RATED
    edges = (*thresholds.band_edges, thresholds.gate)
    for digits in (0, 1, 2, 3):
        rounded = round(score, digits)
        if all(_side(rounded, edge) == _side(score, edge) for edge in edges):
            return f"{rounded:.{digits}f}"
    return f"{score:.4f}"


def index_text(index: float | None) -> str:
    """A mean over dimensions as a whole number: no edge decides on it, so rounding may cross one."""
    return NOT_RATED if index is None else f"{index:.0f}"


def _side(score: float, edge: float) -> int:
    """Below, at or above an edge: -1, 0 or 1."""
    return (score > edge) - (score < edge)


def stage_text(stage: float | None) -> str:
    """A stage 0..4, with one decimal where respondents differ."""
    if stage is None:
        return NOT_RATED
    return f"{stage:.0f}" if abs(stage - round(stage)) < 0.05 else f"{stage:.1f}"


def share_text(share: float) -> str:
    """A share 0..1 as a whole percentage."""
    return _("%(share)s%%") % {"share": f"{share * 100:.0f}"}


def points_text(points: float) -> str:
    """A distance in points, never shown as zero when it is not."""
    return f"{points:.0f}" if points >= 1 else f"{points:.1f}" if points >= 0.1 else "0.1"


def day_text(day: date) -> str:
    """A day, written out."""
    return date_format(day, "j F Y" if get_language() == "en" else "DATE_FORMAT")


def month_text(day: date) -> str:
    """A month with its year, written out."""
    return date_format(day, "F Y" if get_language() == "en" else "YEAR_MONTH_FORMAT")


def listed(names: Sequence[str]) -> str:
    """Names in a row with the language's own commas and its “and” before the last."""
    if len(names) < 2:
        return "".join(names)
    comma = pgettext("between the names of a list", ", ")
    return _("%(first)s and %(last)s") % {"first": comma.join(names[:-1]), "last": names[-1]}


def joined(sentences: Sequence[str]) -> str:
    """Sentences one after the other, with a space between them where the language has one."""
    return reduce(lambda first, second: _("%(first)s %(second)s") % {"first": first, "second": second}, sentences)


def quoted(text: str) -> str:
    """Text in the language's quotation marks."""
    return _("“%(text)s”") % {"text": text}


def headed(sentence: str) -> str:
    """A sentence as a heading: without its full stop."""
    return sentence.rstrip(".。 ")


def opened(clause: str) -> str:
    """A clause as the opening of a sentence."""
    return clause[:1].upper() + clause[1:]
