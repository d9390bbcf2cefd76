"""The section that says what has changed since the round before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...document.table import Column, Line

if TYPE_CHECKING:
    from ...document import SinceSection
    from .writing import Writing


def since(to: Writing, section: SinceSection) -> None:
    """What visibly moved, then what of the plan was done in between."""
    if section.rows:
        name, before, now, change = section.columns
        columns = [Column(name, 40), Column(before, 18, True), Column(now, 18, True), Column(change, 24)]
        rows = [(Line(each.name, True), each.before, Line(each.now.text, True), each.change) for each in section.rows]
        to.pen.table(columns, rows, section.head.finding)
    if section.done:
        to.pen.table(*section.work)
    to.pen.say(section.caption, "CX Small")
