"""The trust pulse on the voice page: four factors and what comes of them, each as it may be shown."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ...content.loader import framework
from ...voice.display import INDICATIVE_FROM, SCORE_FROM
from ...voice.series import Measured
from ...voice.summary import VoiceSummary
from ...words.reader import reader_language
from . import voice_words as words

FACTORS = ("int", "abl", "aff", "con")
OUTCOME = "trust-out"


@dataclass(frozen=True)
class TrustRow:
    """A factor (its mark's key; "" for the outcome), its name, value and interval 0..10 where shown, and words."""

    key: str
    name: str
    value: float | None
    interval: tuple[float, float] | None
    big: str
    small: str


def trust_rows(found: VoiceSummary) -> list[TrustRow]:
    """The factors in their order, then the outcome; nothing where no pulse was asked."""
    names = {each.id: each.name.to(reader_language()) for each in framework().factors}
    rows = [_row(found, f"trust-{key}", key, names[key]) for key in FACTORS]
    rows.append(_row(found, OUTCOME, "", _("I trust this company, all in all")))
    return [each for each in rows if each]


def _row(found: VoiceSummary, measure: str, key: str, name: str) -> TrustRow | None:
    reading = found.trust_items.get(measure)
    if reading is None or reading.now is None:
        return None
    now, shown = reading.now, reading.n >= INDICATIVE_FROM
    big, small = words.big_and_small(reading.question, now)
    return TrustRow(key, name, now.value if shown else None, now.interval if shown else None, big, small)


def trust_finding(found: VoiceSummary) -> str:
    """Which factor is lowest, said only where its interval ends below all the others."""
    four = {
        key: reading.now
        for key in FACTORS
        if (reading := found.trust_items.get(f"trust-{key}")) and reading.now and reading.n >= SCORE_FROM
    }
    if len(four) < len(FACTORS):
        return _("Too few answers about trust to compare the four factors.")
    lowest = min(four, key=lambda key: four[key].value)
    if all(_below(four[lowest], each) for key, each in four.items() if key != lowest):
        name = next(each.name for each in framework().factors if each.id == lowest)
        return _("Of the four factors of trust, customers rate %(factor)s lowest.") % {
            "factor": name.to(reader_language())
        }
    return _("The four factors of trust are too close together to name a weakest one.")


def _below(one: Measured, other: Measured) -> bool:
    return bool(one.interval and other.interval and one.interval.high < other.interval.low)
