"""What all customers say, in a terminal: one line for each measure, and whether its last month differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..voice.compare import Comparison
from ..voice.series import ALL, CSAT, NPS, Question, Series
from .summary import table as aligned
from .wording import decimal_text, index_text, signed_text

NAMES = {
    "nps": gettext_lazy("Would recommend (NPS)"),
    "csat": gettext_lazy("Satisfied (CSAT)"),
    "ces": gettext_lazy("Effort or ease (CES)"),
    "trust-int": gettext_lazy("Trust: integrity"),
    "trust-abl": gettext_lazy("Trust: ability"),
    "trust-aff": gettext_lazy("Trust: affinity"),
    "trust-con": gettext_lazy("Trust: consistency"),
    "trust-out": gettext_lazy("Trust: the outcome"),
}
SURE = 0.05


def table(series: Iterable[Series], comparisons: Sequence[Comparison]) -> str:
    """A few lines of plain text: what is said over all touchpoints, segments and months."""
    whole = [each for each in series if (each.touchpoint, each.segment, each.period) == (None, None, ALL)]
    last = {each.question: each for each in comparisons if each.touchpoint is None}
    return "\n".join(aligned([_line(each, last.get(each.question)) for each in whole], right=2))


def _line(each: Series, last: Comparison | None) -> tuple[str, ...]:
    found, question = each.measured, each.question
    scale = _("%(low)d to %(high)d") % {"low": question.low, "high": question.high}
    answers = ngettext("%(count)s answer", "%(count)s answers", found.n) % {"count": f"{found.n:,}"}
    asked = f"{question.variant}, {scale}" if question.variant else scale
    return (str(NAMES[question.measure]), asked, answers, _said(each), _changed(last))


def _said(each: Series) -> str:
    found, question = each.measured, each.question
    if found.display == "counts" or not found.interval:
        return _("too few for a score")
    words = {
        "value": value_text(question, found.value),
        "low": value_text(question, found.interval.low),
        "high": value_text(question, found.interval.high),
    }
    if found.display == "indicative":
        return _("between %(low)s and %(high)s, indicative: %(value)s") % words
    return _("%(value)s, between %(low)s and %(high)s") % words


def _changed(last: Comparison | None) -> str:
    """The last change, where it is more than chance."""
    if last is None or last.chance is None or last.chance >= SURE:
        return ""
    return _("%(change)s from %(before)s to %(now)s") % {
        "change": signed_text(last.change, 1),
        "before": last.before,
        "now": last.now,
    }


def value_text(question: Question, value: float) -> str:
    """A value in the unit of its measure: +21, 78%, 4.6."""
    if question.measure == NPS:
        return signed_text(value)
    if question.measure == CSAT:
        return _("%(share)s%%") % {"share": index_text(value)}
    return decimal_text(value)
