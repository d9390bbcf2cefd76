"""Customers' responses in our own columns, one score a row: read one by one, so that a file may be of any length."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import BinaryIO, NamedTuple, TypeVar

from django.utils.translation import gettext as _

from ..voice.series import Question
from . import checks
from .problems import Place, Problems
from .reading import OLE, ZIP
from .response_values import UnusableError, day_of, measure_of, question_of, score_of, whole_of
from .streams import Stream, open_stream
from .text import clean, nearest, one_line, unguarded

COLUMNS = (
    "date", "measure", "variant", "score", "scale_min", "scale_max", "touchpoint", "segment", "customer", "comment",
)  # fmt: skip
NEEDED = ("date", "measure", "score")
NAME, VARIANT, COMMENT = 120, 60, 5_000
KEPT = 10_000  # cells whose meaning is remembered
Key = TypeVar("Key")
Value = TypeVar("Value")


class Response(NamedTuple):
    """One score of one customer, as a file has it; the texts may be "". `row` is its number in the file."""

    row: int
    day: date
    question: Question
    score: int
    touchpoint: str
    segment: str
    customer: str
    comment: str


def read_responses(name: str, file: BinaryIO, problems: Problems) -> Responses | None:
    """The responses in a CSV file called `name`, ready to be gone through once; None after a problem with its head."""
    place, start = Place(name), file.read(4)
    file.seek(0)
    if start.startswith((*ZIP, OLE)):
        problems.add(place, _("This is a workbook. Save its table as “CSV UTF-8” and try again."))
        return None
    stream = open_stream(file, place, {each: each for each in COLUMNS}, problems)
    return Responses(stream, problems) if stream and _has_columns(stream, problems) else None


def _has_columns(stream: Stream, problems: Problems) -> bool:
    missing = [column for column in COLUMNS if column not in stream.columns]
    whole = True
    for column in (each for each in missing if each in NEEDED):
        message = _("The column “%(column)s” is missing.") % {"column": column}
        allowed = _("a header with the columns %(columns)s") % {"columns": ", ".join(COLUMNS)}
        problems.add(stream.place, message, allowed=allowed)
        whole = False
    for cell in _others(stream):
        if guess := nearest(cell.casefold(), missing):  # a slip would lose what stands below
            message = _("%(message)s Did you mean “%(guess)s”?")
            values = {"message": _("This column is unknown."), "guess": guess}
            problems.add(replace(stream.place, column=cell), message % values)
            whole = False
    return whole


def _others(stream: Stream) -> list[str]:
    known = set(stream.columns.values())
    return [cell.strip() for at, cell in enumerate(stream.header) if cell.strip() and at not in known]


class Responses:
    """The responses of a stream, one by one; what is wrong with a row goes to `problems`, and the row is passed over.

    Nothing may be kept of them before the last row is read without a problem. `left_out` are columns not known to us.
    """

    def __init__(self, stream: Stream, problems: Problems) -> None:
        self.stream, self.problems = stream, problems
        self.left_out = _others(stream)
        self._wide = max(at for at, cell in enumerate(stream.header) if cell.strip()) + 1
        self._at = [stream.columns.get(column, -1) for column in COLUMNS]
        self._days: dict[str, date] = {}
        self._answers: dict[tuple[str, ...], tuple[Question, int]] = {}
        self._names: dict[str, str] = {}

    def __iter__(self) -> Iterator[Response]:
        for number, cells in self.stream.rows:
            beyond = "".join(cells[self._wide :]).strip()
            cells = cells[: self._wide]
            if beyond:
                self._note_beyond(number, beyond)
            elif any(cells) and any(map(str.strip, cells)) and (found := self._response(number, cells)):
                yield found

    def _response(self, number: int, cells: list[str]) -> Response | None:
        last = len(cells)
        row = [cells[at] if 0 <= at < last else "" for at in self._at]
        day, answer = self._day(number, row[0]), self._answer(number, row)
        touchpoint, segment = self._name(number, 6, row[6]), self._name(number, 7, row[7])
        customer = self._line(number, "customer", row[8]) if row[8] else ""
        comment = self._comment(number, row[9]) if row[9] else ""
        if day is None or answer is None:
            return None
        return Response(number, day, *answer, touchpoint, segment, customer, comment)

    def _day(self, number: int, cell: str) -> date | None:
        found = self._days.get(cell)
        if found is None:
            try:
                found = _keep(self._days, cell, day_of(cell))
            except UnusableError as error:
                self._note(number, error, cell)
        return found

    def _answer(self, number: int, row: list[str]) -> tuple[Question, int] | None:
        cells = tuple(row[1:6])
        found = self._answers.get(cells)
        if found is None:
            try:
                found = _keep(self._answers, cells, _answered(*map(str.strip, cells)))
            except UnusableError as error:
                self._note(number, error, row[COLUMNS.index(error.column)])
        return found

    def _name(self, number: int, column: int, cell: str) -> str:
        """The name of a touchpoint or segment, of which there are few."""
        found = self._names.get(cell)
        return found if found is not None else _keep(self._names, cell, self._line(number, COLUMNS[column], cell))

    def _line(self, number: int, column: str, cell: str) -> str:
        line = one_line(unguarded(cell))
        return line if len(line) <= NAME else checks.line_within(line, NAME, self._place(number, column), self.problems)

    def _comment(self, number: int, cell: str) -> str:
        text = clean(unguarded(cell))
        if len(text) <= COMMENT:
            return text
        return checks.within(text, COMMENT, self._place(number, "comment"), self.problems)

    def _place(self, number: int, column: str = "") -> Place:
        at = self.stream.columns.get(column)
        return replace(self.stream.place, row=number, column=column if at is None else self.stream.header[at].strip())

    def _note(self, number: int, error: UnusableError, cell: str) -> None:
        self.problems.add(self._place(number, error.column), error.message, cell.strip(), error.allowed)

    def _note_beyond(self, number: int, found: str) -> None:
        message = _("There is text beyond the columns of the header. Text with a comma in it needs quotes around it.")
        self.problems.add(self._place(number), message, found, _("one cell for each column"))


def _keep(known: dict[Key, Value], key: Key, value: Value) -> Value:
    """Remembers what a cell means, so that each is worked out once; forgets all when there are too many."""
    if len(known) >= KEPT:
        known.clear()
    known[key] = value
    return value


def _answered(measure: str, variant: str, score: str, low: str, high: str) -> tuple[Question, int]:
    if len(variant) > VARIANT:
        raise UnusableError(
            "variant", _("This name is too long."), _("at most %(most)d characters") % {"most": VARIANT}
        )
    ends = whole_of(low, "scale_min"), whole_of(high, "scale_max")
    question = question_of(measure_of(measure), one_line(unguarded(variant)), *ends)
    return question, score_of(score, question)
