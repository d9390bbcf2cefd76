"""The sections that say where the company stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...document.table import Column, Line
from ...wording import index_text
from .writing import Writing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...document import (
        DimensionRow,
        LensesSection,
        PracticeLine,
        ProfileSection,
        PyramidSection,
        StrengthsSection,
        SynergySection,
        TrustSection,
    )
    from .cells import Row


SHORT = 6  # rows of a table that has no reason to break over two pages


def pyramid(to: Writing, section: PyramidSection) -> None:
    """The picture, then the levels as a table, base last as in the picture."""
    to.figure("pyramid", section.caption)
    _dimensions(to, reversed(section.levels), to.words["level"], section.head.topic)


def trust(to: Writing, section: TrustSection) -> None:
    """The factors: picture and table."""
    to.figure("trust", section.caption)
    _dimensions(to, section.factors, to.words["dimension"], section.head.topic)


def profile(to: Writing, section: ProfileSection) -> None:
    """The ten dimensions: picture, then every number of it as a table."""
    to.figure("profile", section.caption)
    columns = [
        Column(to.words["dimension"], 20),
        Column(to.words["score"], 10, True),
        Column(to.words["lowest"], 10, True),
        Column(to.words["highest"], 11, True),
        Column(to.words["evidenced"], 17, True),
        Column(to.words["band"], 22),
        Column(to.words["coverage"], 30),
    ]
    rows: list[Row] = [
        (Line(each.name, True), Line(each.score.text, True), *_bounds(each), each.evidenced_text,
         each.band_text or each.status_text, Line(each.coverage_text, small=True))
        for each in section.rows
    ]  # fmt: skip
    to.pen.table(columns, rows, section.head.topic)


def synergy(to: Writing, section: SynergySection) -> None:
    """Experience beside trust."""
    to.figure("synergy", section.caption or section.head.topic)


def strengths(to: Writing, section: StrengthsSection) -> None:
    """What is firm, what weighs most, what to keep up."""
    for title, lines in (
        (section.strengths_title, section.strengths),
        (section.gaps_title, section.gaps),
        (section.keep_up_title, section.keep_up),
    ):
        if lines or title != section.keep_up_title:
            to.pen.heading(title, 2)
        if lines:
            _practices(to, lines, title)
        elif title != section.keep_up_title:
            to.pen.say(section.nothing, "CX Small")


def lenses(to: Writing, section: LensesSection) -> None:
    """Each lens as a table: its headings, their scores, and the practices under them."""
    to.pen.say(section.caption, "CX Small", stays=True)
    for lens in section.lenses:
        to.pen.heading(lens.title, 2)
        to.pen.say(lens.about, stays=True)
        columns = [Column(lens.title, 32), Column(to.words["score"], 12, True), Column(to.words["practice"], 56)]
        rows = [
            (Line(item.title, True), Line(item.score.text, True),
             Line(to.join.listed(*(f"{each.title} {each.stage.text}" for each in item.practices)), small=True))
            for item in lens.items
        ]  # fmt: skip
        to.pen.table(columns, rows, lens.title, together=True)


def _dimensions(to: Writing, rows: Iterable[DimensionRow], name: str, caption: str) -> None:
    columns = [
        Column(name, 24), Column(to.words["score"], 12, True), Column(to.words["status"], 34), Column("", 30),
    ]  # fmt: skip
    told = [
        (Line(each.name, True), Line(each.score.text, True), each.status_text, Line(each.asks, small=True))
        for each in rows
    ]
    to.pen.table(columns, told, caption, together=True)


def _practices(to: Writing, lines: tuple[PracticeLine, ...], caption: str) -> None:
    columns = [Column(to.words["practice"], 78), Column(f"{to.words['stage']} {to.words['of_4']}", 22, True)]
    rows = [
        ((Line(each.title, True), Line(each.sentence), Line(each.note, small=True)), Line(each.stage.text, True))
        for each in lines
    ]  # fmt: skip
    to.pen.table(columns, rows, caption, together=len(lines) <= SHORT)


def _bounds(row: DimensionRow) -> tuple[str, str]:
    """Lowest and highest. Milestones of before keep their numbers alone."""
    return row.low_text or index_text(row.low), row.high_text or index_text(row.high)
