"""In which order the days of a file are written, told from its first rows."""

from __future__ import annotations

from itertools import islice
from typing import BinaryIO

from .days import Order, order_of
from .source import rows_of

LOOKED_AT = 20_000


def order_in(file: BinaryIO, after: int, index: int) -> Order | None:
    """The order in the column `index` below row `after`; "" where it does not matter, None where nothing tells."""
    rows = rows_of(file)
    below = (cells for number, cells in rows if number > after and len(cells) > index)
    return order_of(cells[index] for cells in islice(below, LOOKED_AT))
