"""The line of feeling of a journey in the report, for the screen and for print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..charts.journey import FeelingMark, feeling_line
from ..charts.paint import Figure, Paint

if TYPE_CHECKING:
    from ..document import JourneyCard


def journey_line(paint: Paint, id: str, card: JourneyCard) -> Figure | None:
    """The line of a journey; None where no feeling is known."""
    if card.findings.feeling is None:
        return None
    bands = [[each and FeelingMark(*each) for each in band] for band in card.marks]
    names = [each.name for each in card.stages]
    scale = card.findings.map.scale
    return feeling_line(paint, id, bands, card.figure_title, card.figure_desc, scale=scale, hot=card.hot, names=names)
