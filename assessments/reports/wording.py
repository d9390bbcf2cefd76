"""How numbers, dates and lists are written in the reader's language. Call inside the language the reader chose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import reduce

from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from ..content.schema import Thresholds
from ..maturity.lines import below

NOT_RATED = "–"
NAMED = 3  # dimensions that a sentence names before it counts them
INNER = str.maketrans("“”「」", "‘’『』")
OPENING, CLOSING = ("“", "「"), ("”", "」")


def rounded(value: float, digits: int = 0) -> float:
    """A half goes up, as people round and as every spreadsheet shows it; Python’s shows 62.5 as 62, 37.5 as 38."""
    exact = Decimal(repr(round(float(value), 9)))
    return float(exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def decimal_text(value: float, digits: int = 1) -> str:
    """A number with so many decimals, a half going up."""
    return f"{rounded(value, digits):.{digits}f}"


def score_text(score: float | None, thresholds: Thresholds) -> str:
    """A percentage as a whole number, with decimals only where rounding would carry it across an edge that decides."""
    if score is None:
        return NOT_RATED
    return _clear_of(score, *thresholds.band_edges, thresholds.gate)


def index_text(index: float | None) -> str:
    """A mean over dimensions as a whole number: no edge decides on it, so rounding may cross one."""
    return NOT_RATED if index is None else f"{rounded(index):.0f}"


def signed_text(value: float, digits: int = 0) -> str:
    """A number with its sign, zero without one."""
    text = decimal_text(abs(value), digits)
    if not float(text):
        return text
    return f"+{text}" if value > 0 else f"−{text}"


def _clear_of(value: float, *edges: float) -> str:
    """A whole number, with as many decimals as it takes to stand on its own side of each edge."""
    for digits in (0, 1, 2, 3):
        shown = rounded(value, digits)
        if all(_side(shown, edge) == _side(value, edge) for edge in edges):
            return f"{shown:.{digits}f}"
    return f"{value:.4f}"


def _side(value: float, edge: float) -> int:
    """Below, at or above an edge: -1, 0 or 1."""
    return (value > edge) - (value < edge)


def stage_text(stage: float | None) -> str:
    """A stage 0..4, with one decimal where respondents differ, with more where one would show a stage not reached."""
    if stage is None:
        return NOT_RATED
    whole = round(stage)
    if not below(stage, whole):
        return decimal_text(stage).removesuffix(".0")
    shown = (decimal_text(stage, digits) for digits in (1, 2, 3))
    return next((each for each in shown if float(each) < whole), f"{stage:.4f}")


def priority_text(priority: float) -> str:
    """The priority of a step, with the two decimals that the workbook shows."""
    return decimal_text(priority, 2)


def share_text(share: float, edges: Sequence[float] = ()) -> str:
    """A share 0..1 as a whole percentage, with decimals only where rounding would carry it across one of the edges."""
    percent, *lines = (rounded(each * 100, 6) for each in (share, *edges))
    return _("%(share)s%%") % {"share": _clear_of(percent, *lines)}


def distance_text(score: float, line: float, thresholds: Thresholds) -> str:
    """How far a score lies below a line: what the score that is shown lacks, so that the two add up to the line."""
    shown = score_text(score, thresholds)
    digits = len(shown.partition(".")[2])
    return f"{line - float(shown):.{digits}f}"


def apart_text(one: str, other: str, exact: float) -> str:
    """How far two numbers lie apart, as a reader works it out from what is shown; `exact` where they look alike."""
    digits = max(len(each.partition(".")[2]) for each in (one, other))
    shown = rounded(float(one) - float(other), digits)
    if shown * exact <= 0:
        return points_text(abs(exact))
    return decimal_text(abs(shown), digits) if digits else points_text(abs(shown))


def one_or_more(number: str) -> int:
    """A number that is shown, for choosing its plural: only 1 itself has the singular."""
    return 1 if number == "1" else 2


def points_text(points: float) -> str:
    """A distance in points, never shown as zero when it is not, nor as one, which would not be “1 points”."""
    return decimal_text(points, 0 if points >= 1.5 else 1) if points >= 0.1 else "0.1"


def day_text(day: date) -> str:
    """A day, written out."""
    return date_format(day, "j F Y" if get_language() == "en" else "DATE_FORMAT")


def month_text(day: date) -> str:
    """A month with its year, written out."""
    return date_format(day, "F Y" if get_language() == "en" else "YEAR_MONTH_FORMAT")


def moments_text(days: Sequence[date]) -> list[str]:
    """Days along an axis by their months, or in full where two of them are of one month."""
    months = [month_text(day) for day in days]
    return months if len(set(months)) == len(months) else [day_text(day) for day in days]


def listed(names: Sequence[str]) -> str:
    """Names in a row with the language's own commas and its “and” before the last."""
    if len(names) < 2:
        return "".join(names)
    first = enumerated(names[:-1])
    return _("%(first)s and %(last)s") % {"first": first, "last": names[-1]}


def enumerated(names: Sequence[str]) -> str:
    """Names in a row with the language's own commas alone."""
    return reduce(_beside, names)


def _beside(first: str, second: str) -> str:
    """Two names of a list: where both are in quotation marks, Simplified Chinese writes no comma between them."""
    if first[-1:] in CLOSING and second[:1] in OPENING:
        return pgettext("names of a list in quotation marks", "%(first)s, %(second)s") % {
            "first": first,
            "second": second,
        }
    return first + pgettext("between the names of a list", ", ") + second


def named(names: Sequence[str]) -> str:
    """Names of dimensions in a row, each marked as a name where the language would take it for a verb."""
    return listed([pgettext("a dimension among others", "%(name)s") % {"name": each} for each in names])


def named_or_counted(names: Sequence[str]) -> str:
    """Dimensions that are level: a few by name, many by their number, where a figure beside it names them all."""
    if len(names) > NAMED:
        return _("%(count)s dimensions") % {"count": len(names)}
    return named(names)


def joined(sentences: Sequence[str]) -> str:
    """Sentences one after the other, with a space between them where the language has one."""
    return reduce(lambda first, second: _("%(first)s %(second)s") % {"first": first, "second": second}, sentences)


def quoted(text: str) -> str:
    """Text in the language's quotation marks; those that it has itself become inner ones."""
    return _("“%(text)s”") % {"text": within_quotes(text)}


def within_quotes(text: str) -> str:
    """Text that goes between quotation marks: it keeps only inner ones."""
    return text.translate(INNER)


def headed(sentence: str) -> str:
    """A sentence as a heading: without its full stop."""
    return sentence.rstrip(".。 ")


def opened(clause: str) -> str:
    """A clause as the opening of a sentence."""
    return clause[:1].upper() + clause[1:]
