"""Reference figures as CSV: about, value, name, source, industry, date, n. Checked whole before anything is kept."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from ..content.days import iso_day
from .encodings import decode
from .problems import Place, Problems
from .text import one_line, unguarded

COLUMNS = ("about", "value", "name", "source", "industry", "date", "n")
NEEDED = ("about", "value", "name", "source", "date")
FILE_BYTES, ROWS = 1_000_000, 500
TOP = {"decimal": 6.0}  # everything else is a score of 100
LONGEST = {"name": 200, "source": 500}
COUNT = re.compile(r"0*[1-9][0-9]{0,8}")  # of companies, 1 to 999,999,999
EARLIEST, LATEST = datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)


class Figure(NamedTuple):
    """One figure: a level, a factor, "experience", "trust" (0..100) or "decimal" (0..6); `n` companies or None."""

    about: str
    value: float
    name: str
    source: str
    industry: str
    noted_on: datetime.date
    n: int | None


def read_references(name: str, data: bytes, about: Collection[str], industries: Collection[str]) -> list[Figure]:
    """The figures of a file; raises FileProblems with everything that is wrong, each with its row and column."""
    problems, text = Problems(), decode(data)
    if text is None:
        problems.add(Place(name), _("The characters of this file cannot be read. Save it as CSV in UTF-8."))
        raise problems.refusal()
    lines = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    try:
        rows = [row for row in enumerate(lines, start=1) if any(cell.strip() for cell in row[1])]
    except csv.Error:
        problems.add(Place(name, row=lines.line_num), _("This line cannot be read: a quotation mark may be missing."))
        raise problems.refusal() from None
    header = [cell.strip().casefold() for cell in rows[0][1]] if rows else []
    for column in NEEDED:
        if column not in header:
            problems.add(Place(name, row=1, column=column), _("This column is missing."), allowed=", ".join(COLUMNS))
    if len(rows) > ROWS + 1:
        problems.add(Place(name), _("A file holds at most %(count)s figures.") % {"count": ROWS})
    problems.raise_any()
    found = [
        _figure(name, number, dict(zip(header, row, strict=False)), about, industries, problems)
        for number, row in rows[1:]
    ]
    if not found:
        problems.add(Place(name), _("There is no figure in this file."))
    problems.raise_any()
    return [each for each in found if each]


def _figure(
    file: str,
    row: int,
    cells: Mapping[str, str],
    about: Collection[str],
    industries: Collection[str],
    problems: Problems,
) -> Figure | None:
    """One row; None where anything of it is wrong, which is noted."""
    told = {column: one_line(unguarded(cells.get(column, "").strip())) for column in COLUMNS}
    faults: list[str] = []

    def wrong(column: str, message: str, allowed: str = "") -> None:
        faults.append(column)
        problems.add(Place(file, row=row, column=column), message, told[column], allowed)

    if told["about"] not in about:
        wrong("about", _("This is not something a figure can be about."), ", ".join(about))
    if told["industry"] and told["industry"] not in industries:
        wrong("industry", _("This industry is not known."), ", ".join(industries))
    for column, most in LONGEST.items():
        if not told[column] or len(told[column]) > most:
            wrong(column, _("This must be filled in, with at most %(most)s characters.") % {"most": most})
    value = number_in(told["value"], TOP.get(told["about"], 100.0))
    if value is None:
        wrong("value", _("This is not a number on its scale."), f"0–{TOP.get(told['about'], 100.0):g}")
    day = _day(told["date"])
    if day is None:
        wrong("date", _("This is not a day."), "YYYY-MM-DD")
    if told["n"] and not COUNT.fullmatch(told["n"]):
        wrong("n", _("This is not a count of companies. Leave it empty where the source does not say."))
    if faults or value is None or day is None:
        return None
    count = int(told["n"][-9:]) if told["n"] else None
    return Figure(told["about"], value, told["name"], told["source"], told["industry"], day, count)


def number_in(text: str, top: float) -> float | None:
    """A number 0..`top`; None for anything else, infinity among it."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 <= value <= top else None


def _day(text: str) -> datetime.date | None:
    day = iso_day(text)
    return day if day and EARLIEST <= day <= LATEST else None
