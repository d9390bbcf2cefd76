"""How sure is this: the five criteria, and what else limits the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..table import Cell, Table, draw_table, grown
from .parts import listed

if TYPE_CHECKING:
    from ....document import CertaintySection
    from ..deck import Deck
    from ..page import Page


def certainty(deck: Deck, section: CertaintySection) -> list[Page]:
    """One slide."""
    page = deck.section(section.head)
    words, palette = deck.document.words, page.palette
    left, right = page.area.columns(6, 4, gap=40) if section.statements else (page.area, None)
    rows = [
        (
            Cell(((row.name, 12.5, palette.ink, True), (row.meaning, 10.5, palette.ink_3, False))),
            Cell(((row.value, 13, palette.ink, False),)),
            Cell(((row.grade_text, 12, palette.ink_2, row.grade == "low"),)),
        )
        for row in section.rows
    ]
    head = (section.head.topic, words["value"], words["grade"])
    table = Table((6, 2.4, 1.8), head, rows, section.head.topic)
    draw_table(page, left, grown(table, left, deck.document.language))
    if right:
        page.pen.rule(right.x, right.y + 22, right.width, palette.ink, 1.0)
        listed(page, right.below(32), section.statements, 13)
    join, said = deck.join, deck.join.sentences
    page.say(
        *(said(join.named(row.name, join.aside(row.value, row.grade_text)), row.meaning) for row in section.rows),
        *section.statements,
    )
    return [page]
