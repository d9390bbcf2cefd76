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
    ends = (say.low, say.base, say.high)
    if section.figures:
        rows = [
            ((Line(each.name, True), Line(each.note, small=True)), each.low_text, each.base_text, each.high_text,
             Line(each.unit, small=True))
            for each in section.figures
        ]  # fmt: skip
        columns = [Column(say.figure, 43), *(Column(each, 13, True) for each in ends), Column(say.unit, 18)]
        to.pen.table(columns, rows, section.head.topic)
    for gap in section.withheld:
        to.pen.say(to.join.sentences(to.join.named(say.withheld, gap.name), gap.why), "CX Small")
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
    columns = [Column(say.assumption, 29), *(Column(each, 11, True) for each in ends)]
    columns += [Column(say.source, 18), Column(say.owner, 18)]
    to.pen.table(columns, ledger, say.ledger, kept=False)
    for text in section.cautions:
        to.pen.say(text)
