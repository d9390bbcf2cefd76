"""Where things stand in the workbook, so that the formulas of one sheet can speak of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from xlsxwriter.utility import quote_sheetname, xl_col_to_name

from ...document import Workings

PEOPLE_FROM = 5  # the column of the first person on the sheet of answers
ANSWERS_FROM = 5  # the first row of practices there, counted from one
PRACTICES_FROM = 4
MARKS_FROM = 2  # the column of the first person on the sheet of evidence
MEASURES = ("n", "sum", "dk", "mean", "low", "high")
PROVEN = "proven"  # the mean with unevidenced claims cut; measured where the workbook knows what has evidence
HAIR = "1E-9"  # that of maturity/lines.py, as formulas write it
GROUPS_FROM = 18  # the column of the first measure of the first group; where evidence is known, two further on


def letters(column: int) -> str:
    """A column, counted from zero, as formulas call it."""
    return str(xl_col_to_name(column))


def named(sheet: str, place: str) -> str:
    """A place on another sheet."""
    return f"{quote_sheetname(sheet)}!{place}"


@dataclass(frozen=True)
class Places:
    """The names of the sheets and the size of what is on them."""

    workings: Workings
    answers: str
    practices: str
    evidence: str = ""

    @property
    def last_person(self) -> str:
        return letters(PEOPLE_FROM + len(self.workings.people) - 1)

    def answers_of(self, place: int) -> str:
        """Everybody’s answers to the practice at `place`."""
        row = ANSWERS_FROM + place
        return named(self.answers, f"${letters(PEOPLE_FROM)}${row}:${self.last_person}${row}")

    @property
    def groups(self) -> str:
        """Everybody’s group."""
        row = ANSWERS_FROM - 1
        return named(self.answers, f"${letters(PEOPLE_FROM)}${row}:${self.last_person}${row}")

    def marks_of(self, place: int) -> str:
        """Behind which of those answers something stands."""
        last = letters(MARKS_FROM + len(self.workings.people) - 1)
        row = ANSWERS_FROM + place
        return named(self.evidence, f"${letters(MARKS_FROM)}${row}:${last}${row}")

    def agreed_of(self, place: int) -> str:
        return named(self.answers, f"$E${ANSWERS_FROM + place}")

    def column(self, letter: str) -> str:
        """A whole column of the sheet of practices."""
        first, last = PRACTICES_FROM, PRACTICES_FROM + len(self.workings.practices) - 1
        return named(self.practices, f"${letter}${first}:${letter}${last}")

    @cached_property
    def evidence_known(self) -> bool:
        """Whether every answer says if a note or a link stands behind it; every formula asks, and it takes a walk."""
        return self.workings.evidence_known

    @cached_property
    def all_measures(self) -> tuple[str, ...]:
        """What is counted for each group."""
        return (*MEASURES, PROVEN) if self.evidence_known else MEASURES

    def measure_at(self, name: str, group: int) -> int:
        """The column of a group’s measure on the sheet of practices, counted from zero."""
        first = GROUPS_FROM + (2 if self.evidence_known else 0)
        return first + self.all_measures.index(name) * len(self.workings.groups) + group

    def measure(self, name: str, group: int) -> str:
        """The same as formulas call it."""
        return letters(self.measure_at(name, group))

    def measures(self, name: str, row: int) -> str:
        """That measure of all groups in a row."""
        return f"{self.measure(name, 0)}{row}:{self.measure(name, len(self.workings.groups) - 1)}{row}"


def rows_of(kinds: Sequence[bool], first: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first and last row of the levels and of the factors, in a table of dimensions that begins at `first`."""
    levels = sum(kinds)
    return (first, first + levels - 1), (first + levels, first + len(kinds) - 1)
