"""How differently the groups see the company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..chart_book import Column
from ..charts import Bars, Series, bar_chart
from .legend import legend
from .parts import beside, caption

if TYPE_CHECKING:
    from ....document import GapRow, GapSection
    from ..deck import Deck
    from ..page import Page

MARKS = ("leaders", "managers", "frontline")


def gap(deck: Deck, section: GapSection) -> list[Page]:
    """One slide; none where there is nothing to compare."""
    groups = [each for each in section.groups if any(_exact(row, each.mark) is not None for row in section.rows)]
    if not groups:
        return []
    page = deck.section(section.head)
    said, named = deck.join.sentences, deck.join.named
    page.say(
        *(said(row.title, named(section.gap_label, row.gap.text, row.flag)) for row in section.rows), section.caption
    )
    room = caption(page, section.caption)
    colours = [page.palette.series[MARKS.index(each.mark) if each.mark in MARKS else 0] for each in groups]
    known = any(row.gap.value is not None for row in section.rows)
    left, right = room.below(24).columns(7.4, 2.2) if known else (room.below(24), room)
    legend(page, room.top(18), [(each.text, colour) for each, colour in zip(groups, colours, strict=True)])
    series = [
        Series(group.text, [_shown(row, group.mark) for row in section.rows], [colour])
        for group, colour in zip(groups, colours, strict=True)
    ]
    exact = [Column(group.text, [_exact(row, group.mark) for row in section.rows]) for group in groups]
    bars = Bars(
        [row.name for row in section.rows], series, 4, section.head.topic,
        deck.join.listed(*(row.title for row in section.rows)), deck.document.words["dimension"],
        [*exact, Column(section.gap_label, [row.gap.value for row in section.rows])], labels=0.2, form="0.0",
    )  # fmt: skip
    bar_chart(page, left, bars, 9)
    if known:
        beside(page, right, [(f"{section.gap_label} {row.gap.text}", row.flag) for row in section.rows])
    return [page]


def _exact(row: GapRow, mark: str) -> float | None:
    return next((each.stage for each in row.views if each.mark == mark), None)


def _shown(row: GapRow, mark: str) -> float | None:
    """The mean stage as it is written, with one decimal."""
    return next((float(each.text) for each in row.views if each.mark == mark and each.stage is not None), None)
