"""The report in a terminal: the finding, the levels and factors, the first five steps.

Chinese characters take two columns there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from .document import ReportDocument

STEPS = 5


def summary(document: ReportDocument) -> str:
    """A few lines of plain text."""
    parts = [document.finding, *document.notices, ""]
    rows = [
        (f"{row.number}" if row.id.startswith("l") else "", row.name, row.score.text, row.status_text)
        for row in document.profile.rows
    ]
    parts += [*table(rows, right=2), ""]
    steps = [
        (str(step.number), step.lane_text, step.practice_title, step.move, step.priority.text)
        for step in document.all_steps[:STEPS]
    ]
    parts.append(document.steps.head.finding)
    if len(document.all_steps) > STEPS:
        parts.append(_("The first %(shown)s of %(count)s steps:") % {"shown": STEPS, "count": len(document.all_steps)})
    parts += table(steps, right=4)
    return "\n".join(parts)


def table(rows: Sequence[Sequence[str]], right: int) -> Iterable[str]:
    """Lines of a table, its columns of equal width; the column `right` is set flush right."""
    if not rows:
        return
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = []
        for column, text in enumerate(row):
            space = " " * (widths[column] - _width(text))
            cells.append(space + text if column == right else text + space)
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    """Terminal columns: two for wide characters, none for marks that stand on others."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    return len(text) + wide - sum(unicodedata.combining(each) > 0 for each in text)
