"""Now, next and later, each headed by the pyramid expected at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..box import Box
from ..marks import mark
from ..pen import Line
from ..pyramid import draw_pyramid
from .parts import caption

if TYPE_CHECKING:
    from ....document import RoadmapItem, RoadmapLane, RoadmapSection
    from ..deck import Deck
    from ..page import Page

HEAD, ROW = 84.0, 40.0
LEAST = 6.5


def roadmap(deck: Deck, section: RoadmapSection) -> list[Page]:
    """One slide; none where there is no step to take."""
    if not any(lane.items for lane in section.lanes):
        return []
    page = deck.section(section.head)
    join, room = deck.join, caption(page, section.caption)
    for lane, box in zip(section.lanes, room.columns(*[1] * len(section.lanes), gap=28), strict=True):
        _lane(page, box, lane, section.gate)
        page.say(join.named(join.aside(lane.name, lane.period), lane.outcome))
        page.say(*(f"{each.number}. {join.aside(each.title, each.note)}" for each in lane.items))
    return [page]


def _lane(page: Page, box: Box, lane: RoadmapLane, gate: float) -> None:
    palette = page.palette
    page.pen.rule(box.x, box.y, box.width, palette.ink, 1.0)
    picture = Box(box.x, box.y + 10, 70, 60)
    descr = lane.figure.desc or lane.outcome
    draw_pyramid(page.pen, palette, picture, lane.scores, lane.achieved, gate, descr, numerals=False, gap=1.6)
    page.pen.lines(
        Box(box.x + 82, box.y + 8, box.width - 82, HEAD - 16),
        (
            Line(lane.name, 15, palette.ink, bold=True, after=1),
            Line(lane.period, 10.5, palette.ink_3, after=2),
            Line(lane.outcome, 11, palette.ink_2),
        ),
        anchor="m",
    )
    rest = lane.rest_text if lane.rest else ""
    room = box.below(HEAD)
    if rest:
        page.pen.text(Box(box.x, box.bottom - 14, box.width, 14), rest, 10, colour=palette.ink_3)
        room = Box(room.x, room.y, room.width, room.height - 18)
    rows = list(zip(lane.first, room.rows(len(lane.first), most=ROW), strict=True))
    less = max((page.pen.less(_title_box(place), (_title(page, item),), LEAST) for item, place in rows), default=0.0)
    for item, place in rows:
        page.pen.rule(place.x, place.y, place.width, palette.line)
        number = Box(place.x, place.y + 3, 20, place.height - 4)
        page.pen.text(number, str(item.number), 11 - less, colour=palette.ink_3, anchor="m")
        mark(page, item.dimension, place.x + 22, place.y + place.height / 2 - 4, 10)
        page.pen.lines(_title_box(place), (_title(page, item),), anchor="m", least=LEAST, less=less)


def _title_box(place: Box) -> Box:
    return Box(place.x + 42, place.y + 2, place.width - 42, place.height - 3)


def _title(page: Page, item: RoadmapItem) -> Line:
    return Line(item.title, 11, page.palette.ink)
