"""What better experience may be worth, as rows of a sheet."""

from __future__ import annotations

from collections.abc import Iterable

from ...document import ValueSection
from ...value_words import written
from .rows import Heads, Row


def value_rows(section: ValueSection) -> Iterable[Row]:
    """The ranges, what is withheld, what sways each figure, then the ledger as people write it."""
    say = section.labels
    yield *section.ranges.heads, "", "", ""
    for each in section.figures:
        yield each.name, each.low, each.base, each.high, each.unit, each.note
    for gap in section.withheld:
        yield gap.name, None, None, None, say.withheld, gap.why
    for figure in section.tornados:
        yield ()
        yield Heads((figure.sways, say.at_low, "", say.at_high))
        for swing in figure.swings:
            yield swing.name, swing.at_low, None, swing.at_high, figure.unit, swing.assumed
    yield ()
    yield Heads((say.assumption, say.low, say.base, say.high, say.unit, say.source, say.owner, say.date))
    for row in section.ledger:
        ends = (written(row.key, each) for each in (row.low, row.base, row.high))
        yield row.name, *ends, row.unit, f"{row.source_text}\n{row.detail}".strip(), row.owner, row.date
    for text in (*section.head.paragraphs, *section.cautions):
        yield (text,)
