"""Answers from CSV: one row for each respondent and practice, under a header whose columns may stand in any order."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from ..content.schema import Framework
from . import checks, limits
from .encodings import decode
from .gather import Gathering
from .problems import Place, Problems
from .refusals import no_encoding, open_quotes
from .tables import Cells, Row, Table, as_text, indexes, named
from .text import unguarded
from .value import AnswerFile
from .words import Vocabulary, vocabulary

COLUMNS = ("respondent", "group", "practice", "answer", "note", "evidence")
NEEDED = COLUMNS[:4]
DELIMITERS = ",;\t"


def read_csv(name: str, data: bytes, framework: Framework, *, today: date) -> AnswerFile:
    """The answers in `data`, held on `today`: a CSV file knows no date, title or company.

    Raises FileProblems with everything that is wrong.
    """
    problems = Problems()
    place = Place(name)
    words = vocabulary(framework)
    lines = _lines(data, words, place, problems)
    problems.raise_any()
    table = _table(lines, words, place, problems)
    problems.raise_any()
    gathering = Gathering(framework, words, problems)
    for row in table.rows():
        _fits(row, problems)
        gathering.take(row)
    respondents = gathering.respondents()
    problems.raise_any()
    return AnswerFile(today, respondents=respondents, framework=framework.id, framework_version=framework.version)


def _lines(data: bytes, words: Vocabulary, place: Place, problems: Problems) -> list[list[str]]:
    """The cells of the file; none after noting a problem."""
    text = decode(data)
    if text is None:
        problems.add(place, no_encoding())
        return []
    text, delimiter = _separated(text.replace("\0", ""), words)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[list[str]] = []
    try:
        for line in itertools.islice(reader, limits.ROWS + 1):
            lines.append([unguarded(cell) for cell in line[: limits.COLUMNS + 1]])
    except csv.Error:
        problems.add(replace(place, row=len(lines) + 1), open_quotes())
        return []
    _not_too_large(lines, place, problems)
    if not any(cell.strip() for line in lines for cell in line):
        problems.add(place, _("The file is empty."))
    return lines


def _separated(text: str, words: Vocabulary) -> tuple[str, str]:
    """The text and what separates its cells: what makes most sense of the header, unless the first line says it.

    Such a line is for spreadsheets, which neither show nor count it.
    """
    first, _end, rest = text.partition("\n")
    said = first.rstrip("\r")
    if said.startswith("sep=") and len(said) == 5 and said[4] in DELIMITERS:
        return rest, said[4]
    return text, max(DELIMITERS, key=lambda each: _known_columns(text, each, words))


def _not_too_large(lines: list[list[str]], place: Place, problems: Problems) -> None:
    if len(lines) > limits.ROWS:
        message = _("The file has more rows than we read.")
        problems.add(place, message, allowed=_("at most %(most)d rows") % {"most": limits.ROWS})
    if any(len(line) > limits.COLUMNS for line in lines):
        message = _("The file has more columns than we read.")
        problems.add(place, message, allowed=_("at most %(most)d columns") % {"most": limits.COLUMNS})


def _known_columns(text: str, delimiter: str, words: Vocabulary) -> int:
    header = next((line for line in text[:10_000].splitlines() if line.strip()), "")
    return len(named([cell.strip(' "') for cell in header.split(delimiter)], words.columns))


def _table(lines: Sequence[Cells], words: Vocabulary, place: Place, problems: Problems) -> Table:
    """The table in the file. Its header is the first line that names a column, or else the first that is not empty."""
    filled = [index for index, line in enumerate(lines) if any(as_text(cell).strip() for cell in line)]
    start = next((index for index in filled if named(lines[index], words.columns)), filled[0])
    header = [as_text(cell) for cell in lines[start]]
    where = replace(place, row=start + 1)
    columns = indexes(
        [each for each in named(header, words.columns) if each[0] in COLUMNS], where, header.__getitem__, problems
    )
    for column in NEEDED:
        if column not in columns:
            message = _("The column “%(column)s” is missing.") % {"column": column}
            problems.add(
                where, message, allowed=_("a header with the columns %(columns)s") % {"columns": ", ".join(COLUMNS)}
            )
    for index, cell in enumerate(header):
        if cell.strip() and index not in columns.values() and cell.strip() not in COLUMNS:
            checks.known(cell, COLUMNS, _("This column is unknown."), replace(where, column=cell), problems)
    return Table(place, columns, start + 1, lines, header.__getitem__)


def _fits(row: Row, problems: Problems) -> None:
    """Notes text that stands under no column, as after a comma that is not in quotes."""
    known = set(row.table.columns.values())
    for index, cell in enumerate(row.cells):
        if index not in known and as_text(cell).strip():
            message = _(
                "There is text beyond the columns of the header. Text with a comma in it needs quotes around it."
            )
            problems.add(row.place(), message, cell, allowed=_("one cell for each column"))
            return
