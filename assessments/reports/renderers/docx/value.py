"""The appendix on money: ranges, what sways them, the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...document import ValueSection
    from .writing import Writing


def value(to: Writing, section: ValueSection) -> None:
    """The figures as ranges, each tornado as a table, every assumption, and what has to be said beside."""
    if section.figures:
        to.pen.table(*section.ranges)
    for gap in section.withheld:
        to.pen.say(to.join.sentences(to.join.named(section.labels.withheld, gap.name), gap.why), "CX Small")
    for figure in section.tornados:
        to.pen.table(*section.swayed(figure))
    to.pen.table(*section.assumptions, kept=False)
    for text in section.cautions:
        to.pen.say(text)
