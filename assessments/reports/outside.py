"""What a report knows besides the company’s own answers: customers’ numbers and the maps of their journeys."""

from __future__ import annotations

from dataclasses import dataclass

from ..content.schema import Framework
from ..journey.findings import JourneyFindings
from ..maturity.outside_in import NOBODY, CustomerPoints, CustomerView
from ..voice.summary import Reading, VoiceSummary


@dataclass(frozen=True, slots=True)
class Outside:
    """Customers’ numbers in the window of the report, and the journeys, the one changed last first."""

    voice: VoiceSummary
    journeys: tuple[JourneyFindings, ...] = ()


def customers_in(framework: Framework, outside: Outside | None) -> CustomerView:
    """Customers’ points on whatever the framework matches with a dimension, by measure."""
    if outside is None:
        return NOBODY
    found = (_points(outside.voice, each.measure, each.variant) for each in framework.customer_items)
    window = outside.voice.window
    return CustomerView({each.measure: each for each in found if each}, window.first, window.last)


def _points(voice: VoiceSummary, measure: str, variant: str) -> CustomerPoints | None:
    """A mean on its own scale as points of 100. Another variant asks something else, and does not match."""
    readings = (*voice.readings, *voice.trust_items.values())
    for each in readings:
        question, now = each.question, each.now
        if now and question.measure == measure and variant in ("", _kind(each)):
            low, high = question.low, question.high
            ends = [_share(end, low, high) for end in now.interval] if now.interval else None
            points = _share(now.mean, low, high)
            least, most = ends or (None, None)
            return CustomerPoints(measure, points, least, most, now.n, now.mean, low, high)
    return None


def _kind(reading: Reading) -> str:
    """The variant of a reading by its scale, whatever a file called it."""
    return reading.ces.variant if reading.ces else reading.question.variant


def _share(value: float, low: int, high: int) -> float:
    return 100 * (value - low) / (high - low)
