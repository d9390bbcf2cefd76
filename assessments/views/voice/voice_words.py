"""How customers' numbers are written and said: values, intervals, and a sentence for each, by the display rules."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext, pgettext

from ...reports.voice_table import value_text
from ...reports.wording import decimal_text, rounded
from ...voice.intervals import Interval
from ...voice.series import CES, CSAT, NPS, Measured, Question
from ...voice.summary import Reading


def measure_name(measure: str) -> str:
    """What a measure is called."""
    return {
        NPS: _("Would recommend (NPS)"),
        CSAT: _("Satisfied (CSAT)"),
        CES: _("Easy to deal with (CES)"),
    }[measure]


def short_name(measure: str) -> str:
    """A measure in a table."""
    return measure.upper()


def scale_name(question: Question) -> str:
    """Which question of a measure it is: its scale, and what its source calls it."""
    low, high = question.low, question.high
    words = _("answers from %(low)s to %(high)s") % {"low": low, "high": high}
    if question.measure == CES:
        words = {
            5: _("effort, 1 to 5: low is good"),
            7: _("ease, 1 to 7: high is good"),
        }.get(high, words)
    own = own_name(question.variant, high)
    said = pgettext("a question and what its source calls it", "%(words)s, “%(variant)s”")
    return said % {"words": words, "variant": own} if own else words


def own_name(variant: str, high: int) -> str:
    """What its source calls a question; empty for our own names of scales, which nobody has given it."""
    return "" if variant in (f"csat-{high}", "ces1", "ces2") else variant


def interval_text(question: Question, interval: Interval | None) -> str:
    """From where to where the value may lie; empty where one answer allows no interval."""
    if interval is None:
        return ""
    low, high = (value_text(question, each) for each in interval)
    if question.measure in (NPS, CSAT):
        return _("between %(low)s and %(high)s") % {"low": low, "high": high}
    return _("between %(low)s and %(high)s, of %(top)s") % {"low": low, "high": high, "top": question.high}


def answers_text(n: int) -> str:
    """How many answered."""
    return ngettext("%(count)s answer", "%(count)s answers", n) % {"count": f"{n:,}"}


def big_and_small(question: Question, found: Measured) -> tuple[str, str]:
    """What stands large and what beside it, by the display rule: counts, interval first, or value first."""
    if found.display == "counts":
        return f"{found.n}", npgettext("beside the number of answers", "answer", "answers", found.n)
    value = value_text(question, found.value)
    if found.display == "indicative" and found.interval:
        low, high = (value_text(question, each) for each in found.interval)
        large = pgettext("an interval", "%(low)s to %(high)s") % {"low": low, "high": high}
        return large, _("indicative: %(value)s from %(answers)s") % {
            "value": value,
            "answers": answers_text(found.n),
        }
    return value, interval_text(question, found.interval)


def sentence(reading: Reading) -> str:
    """One sentence on a reading, and nothing that its numbers do not say."""
    if reading.now is None:
        return _("Nobody answered this in the period.")
    if reading.now.display == "counts":
        return _("Fewer than 10 answers: too few for a score.")
    if reading.now.display == "indicative":
        return _("Too few answers to compare: at least 30 are needed.")
    if reading.before is None or reading.before.n < 30:
        return _("The period before has too few answers to compare.")
    before = value_text(reading.question, reading.before.value)
    if not reading.trend:
        return _("No change beyond chance since the period before (%(before)s).") % {"before": before}
    if reading.trend > 0:
        return _("Visibly better than in the period before (%(before)s).") % {"before": before}
    return _("Visibly worse than in the period before (%(before)s).") % {"before": before}


def groups_text(reading: Reading) -> str:
    """Promoters, passives and detractors of an NPS, as counts."""
    if not reading.nps:
        return ""
    return _("%(promoters)s promoters, %(passives)s passives, %(detractors)s detractors") % {
        "promoters": f"{reading.nps.promoters:,}",
        "passives": f"{reading.nps.passives:,}",
        "detractors": f"{reading.nps.detractors:,}",
    }


def difference_text(reading: Reading) -> str:
    """How far the value that is shown moved, in its own unit, without a sign: the arrow beside it has one."""
    digits = 0 if reading.question.measure in (NPS, CSAT) else 1
    now, before = (rounded(each.value, digits) if each else 0.0 for each in (reading.now, reading.before))
    return decimal_text(abs(now - before), digits)
