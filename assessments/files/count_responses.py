"""A file of responses as counts: what all numbers are computed from, in memory that does not grow with its length."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from ..voice.series import Cell
from .problems import Place, Problems
from .responses import read_responses

CELLS = 200_000


@dataclass(frozen=True, slots=True)
class CountedResponses:
    """How often each score was given in each cell, and the columns of the file that were not read."""

    cells: Mapping[Cell, Mapping[int, int]]
    left_out: list[str]


def count_responses(name: str, file: BinaryIO) -> CountedResponses:
    """The counts of a CSV file called `name`, which is read to its end. Raises FileProblems with all that is wrong."""
    problems = Problems()
    responses = read_responses(name, file, problems)
    if responses is None:
        raise problems.refusal()
    cells: dict[Cell, dict[int, int]] = {}
    months: dict[tuple[int, int], str] = {}
    for each in responses:
        when = each.day.year, each.day.month
        month = months.get(when) or months.setdefault(when, "{:04}-{:02}".format(*when))
        counts = cells.setdefault(Cell(each.question, each.touchpoint, each.segment, month), {})
        counts[each.score] = counts.get(each.score, 0) + 1
        if len(cells) > CELLS:
            message = _("There are too many different touchpoints and segments. Are these the right columns?")
            problems.add(Place(name), message, allowed=_("names that many customers share"))
            break
    problems.raise_any()
    if not cells:
        problems.add(Place(name), _("There is no response in this file."))
    problems.raise_any()
    return CountedResponses(cells, responses.left_out)
