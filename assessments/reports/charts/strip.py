"""How the answers to one practice spread over the five stages."""

from __future__ import annotations

from collections.abc import Sequence

from .paint import Figure, Paint
from .row import Row

STAGES = 5
MIN_ANSWERS = 3  # fewer would show who said what
CELL_GAP = 0.01  # between cells, as a share of the row


def stage_strip(
    paint: Paint,
    id: str,
    counts: Sequence[int],
    title: str,
    *,
    desc: str = "",
    key: str = "",
    unrated_label: str = "",
    height: float | None = None,
) -> Figure:
    """Five cells, stages 0..4, each filled from below to its share of the answers; an upright tick at the median.

    `counts`: five numbers of answers. Under three answers in all nothing is shown but a dashed frame with
    `unrated_label`. `key`: a level or factor to take the colour of. `height` in pixels on the web (28).
    """
    if len(counts) != STAGES or min(counts) < 0:
        raise ValueError("a strip takes five counts, none negative")
    row = Row(paint, height, 28, margin=0)
    total = sum(counts)
    with row.group("cx-strip", key, "is-unrated" if total < MIN_ANSWERS else ""):
        if total < MIN_ANSWERS:
            row.unrated_bar(unrated_label)
        else:
            width = (1 - CELL_GAP * (STAGES - 1)) / STAGES
            for stage, count in enumerate(counts):
                _cell(row, 100 * stage * (width + CELL_GAP), row.span(width), count / total)
            middle = 100 * (median(counts) * (width + CELL_GAP) + width / 2)
            row.upright("k-med-gap", middle)
            row.upright("k-med", middle)
    return row.figure(id, title, desc, stretch=True)


def _cell(row: Row, start: float, width: float | str, part: float) -> None:
    row.shape("rect", "k-cell", x=row.at(start), y=0, width=width, height=row.bottom)
    if not part:
        return
    if row.paint.web:
        top, height = f"{100 - 100 * part:.2f}%", f"{100 * part:.2f}%"
        row.shape("rect", "k-share", x=row.at(start), y=top, width=width, height=height)
    else:
        tall = row.height * part
        row.shape("rect", "k-share", x=row.at(start), y=row.height - tall, width=width, height=tall)


def median(counts: Sequence[int]) -> float:
    """The middle answer, 0..4, of `counts` answers per stage; halfway between two that differ. Needs an answer."""
    total = sum(counts)
    return (_nth(counts, (total - 1) // 2) + _nth(counts, total // 2)) / 2


def _nth(counts: Sequence[int], place: int) -> int:
    for stage, count in enumerate(counts):
        place -= count
        if place < 0:
            return stage
    raise ValueError("no answers")
