"""What has changed since the round before: level and trust, what visibly moved, what of the plan was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....document import Number
from ....mixing import mixed
from ..box import Box
from ..chart_book import Column
from ..charts import Bars, Series, bar_chart
from ..palette import PAPER
from .legend import legend
from .parts import beside, caption, key_figure, shown
from .tables import tabled

if TYPE_CHECKING:
    from ....document import SinceRow, SinceSection
    from ..deck import Deck
    from ..page import Page

TALLEST = 78.0  # points: a pair of bars
FIGURE = 130.0
PALER = 0.4  # what was before, beside what is now
ARROW = " → "


def since(deck: Deck, section: SinceSection) -> list[Page]:
    """One slide of numbers, then the work of the plan as a table."""
    page = deck.section(section.head)
    _say(page, section)
    room = caption(page, section.caption)
    if section.rows and section.figures:
        left, room = room.columns(2.3, 8.2, gap=40)
        _figures(page, left.rows(2, most=FIGURE), section)
    else:
        _figures(page, room.columns(*[1] * max(1, len(section.figures))), section)
    if section.rows:
        _moved(page, room, section)
    return [page, *tabled(deck, section.head, section.work)]


def _figures(page: Page, places: list[Box], section: SinceSection) -> None:
    for each, place in zip(section.figures, places, strict=False):
        key_figure(page, place, each.label, f"{each.before}{ARROW}{each.now}", each.change, 30)


def _moved(page: Page, room: Box, section: SinceSection) -> None:
    """A pair of bars for each dimension that visibly moved, before and now; by how much beside them."""
    rows = section.rows
    palette, (name, before, now, _change) = page.palette, section.columns
    colours = (mixed(palette.ink_3, palette.plain[PAPER], PALER), palette.accent)
    legend(page, room.top(18), list(zip((before, now), colours, strict=True)), least=4)
    room = room.below(26)
    room = room.top(min(room.height, TALLEST * len(rows)))
    left, right = room.columns(7.2, 2.4)
    exact = [[each.before_value for each in rows], [each.now.value for each in rows]]
    series = [Series(before, [shown(Number(each.before, each.before_value, each.id)) for each in rows], (colours[0],))]
    series.append(Series(now, [shown(each.now) for each in rows], (colours[1],)))
    columns = [Column(f"{title}, {page.deck.document.words['exact']}", told) for title, told in
               zip((before, now), exact, strict=True)]  # fmt: skip
    columns.append(Column(section.columns[3], [each.points for each in rows]))
    told = page.deck.join.listed(*(_told(page, each) for each in rows))
    bars = Bars([each.name for each in rows], series, 100, section.head.topic, told, name, columns, labels=0.25)
    bar_chart(page, left, bars, 12 if len(rows) <= 6 else 10)
    beside(page, right, [(each.change, "") for each in rows])


def _say(page: Page, section: SinceSection) -> None:
    named = page.deck.join.named
    page.say(*(named(each.label, f"{each.before}{ARROW}{each.now}", each.change) for each in section.figures))
    page.say(*(_told(page, each) for each in section.rows), section.caption)


def _told(page: Page, row: SinceRow) -> str:
    return page.deck.join.named(row.name, f"{row.before}{ARROW}{row.now.text}", row.change)
