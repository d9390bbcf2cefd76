"""What has changed since the round before, as rows of a sheet."""

from __future__ import annotations

from collections.abc import Iterable

from ...document import SinceSection
from .rows import Heads, Row


def since_rows(section: SinceSection) -> Iterable[Row]:
    """Level and trust, the dimensions that visibly moved with their exact scores, then the work that was done."""
    yield section.columns
    for figure in section.figures:
        yield figure.label, figure.before_value, figure.now_value, figure.change
    for row in section.rows:
        yield row.name, row.before_value, row.now.value, row.change
    for text in (section.head.finding, *section.head.paragraphs, section.caption):
        yield (text,)
    if section.done:
        yield ()
        yield Heads((section.done_title, "", "", ""))
        for each in section.done:
            yield each.title, each.day_text, None, each.practice_title
