"""The appendix on money: ranges, what sways them, the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cells import Column, Line

if TYPE_CHECKING:
    from ...document import ValueSection
    from .writing import Writing


def value(to: Writing, section: ValueSection) -> None:
    """The figures as ranges, each tornado as a table, every assumption, and what has to be said beside."""
    say = section.labels
    ends = [Column(each, 13, True) for each in (say.low, say.base, say.high)]
    if section.figures:
        rows = [
            ((Line(each.name, True), Line(each.note, small=True)), each.low_text, each.base_text, each.high_text,
             Line(each.unit, small=True))
            for each in section.figures
        ]  # fmt: skip
        to.pen.table([Column(say.figure, 43), *ends, Column(say.unit, 18)], rows, section.head.topic)
    for gap in section.withheld:
        to.pen.say(to.stop.join((to.named(say.withheld, gap.name), gap.why)), "CX Small")
    for figure in section.tornados:
        swings = [
            ((Line(each.name, True), Line(each.assumed, small=True)), each.low_text, each.high_text)
            for each in figure.swings
        ]
        columns = [Column(say.assumption, 60), Column(say.at_low, 20, True), Column(say.at_high, 20, True)]
        to.pen.table(columns, swings, figure.sways)
    ledger = [
        ((Line(each.name, True), Line(each.unit, small=True)), each.low_text, each.base_text, each.high_text,
         (Line(each.source_text), Line(each.detail, small=True)), (Line(each.owner), Line(each.date_text, small=True)))
        for each in section.ledger
    ]  # fmt: skip
    columns = [Column(say.assumption, 29), *ends, Column(say.source, 18), Column(say.owner, 18)]
    columns[1:4] = [Column(each, 11, True) for each in (say.low, say.base, say.high)]
    to.pen.table(columns, ledger, say.ledger, kept=False)
    for text in section.cautions:
        to.pen.say(text)
