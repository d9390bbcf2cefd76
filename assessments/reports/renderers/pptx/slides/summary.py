"""The finding in one sentence, the key figures, and what each part of the report adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..box import Box
from ..pen import Line
from ..texts import clean
from .parts import key_figures

if TYPE_CHECKING:
    from ..deck import Deck
    from ..page import Page

STORY = ("pyramid", "trust", "strengths", "customers", "flags", "steps", "certainty")
KEYS, TALLEST = 128.0, 42.0


def summary(deck: Deck) -> None:
    """Adds the slide with the finding, and one with what the consultant wrote on the whole, if anything."""
    document = deck.document
    page = deck.page(document.title, document.finding, deck.join.between.join(document.notices))
    key_figures(page, page.area.top(KEYS), document.keys)
    said, named = deck.join.sentences, deck.join.named
    page.say(document.finding, *document.notices)
    page.say(*(said(named(key.label, key.number.text), key.note) for key in document.keys))
    story = [
        each.section.head
        for each in document.shown
        if each.id in STORY and not (each.id == "flags" and not each.section.flags)
    ]
    _story(page, page.area.below(KEYS), [(each.topic, each.finding) for each in story])
    page.done()
    _written(deck)


def _story(page: Page, box: Box, told: list[tuple[str, str]]) -> None:
    """A line a section: its topic, its finding."""
    rows = box.rows(len(told), most=TALLEST)
    for (topic, finding), row in zip(told, rows, strict=True):
        page.pen.rule(row.x, row.y, row.width, page.palette.line)
        left, right = Box(row.x, row.y, 150, row.height), Box(row.x + 162, row.y, row.width - 162, row.height)
        page.pen.text(left, topic, 11, colour=page.palette.accent, anchor="m", bold=True)
        page.pen.text(right, finding, 13, colour=page.palette.ink, anchor="m", least=8)


def _written(deck: Deck) -> None:
    """The consultant’s own summary."""
    note = deck.document.summary
    if note is None or not clean(note.text):
        return
    words = deck.document.words
    page = deck.page(
        deck.document.title,
        words["executive_summary"],
        words["note_stale"] if note.stale else "",
    )
    wide = Box(page.area.x, page.area.y, min(page.area.width, 680), page.area.height)
    page.pen.lines(wide, [Line(each, 15, page.palette.ink, after=10) for each in note.text.splitlines()], least=9)
    page.say(*note.text.splitlines())
    page.done()
