"""What is wrong with a file, and where: every problem names its place, what was found and what is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from .text import shorten

MOST = 200
UNSAID: Any = object()


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: sheet, row and column of a table (rows counted from one), or the path of a JSON entry."""

    file: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    entry: str = ""

    def __str__(self) -> str:
        parts = [shorten(self.file, 80)]
        if self.sheet:
            parts.append(_("sheet “%(sheet)s”") % {"sheet": shorten(self.sheet, 31)})
        if self.row is not None:
            parts.append(_("row %(row)d") % {"row": self.row})
        if self.column:
            parts.append(_("column %(column)s") % {"column": shorten(self.column)})
        if self.entry:
            parts.append(shorten(self.entry, 200))
        return pgettext("between the parts of a place in a file", ", ").join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, in the language of the reader at the time it was found. `str()` is one line."""

    place: Place
    message: str
    found: str = ""
    allowed: str = ""

    @property
    def said(self) -> str:
        """What is wrong, what was found and what is allowed, in sentences."""
        parts = [self.message]
        if self.found:
            parts.append(_("Found: %(found)s.") % {"found": self.found})
        if self.allowed:
            parts.append(_("Allowed: %(allowed)s.") % {"allowed": self.allowed})
        return reduce(lambda first, second: _("%(first)s %(second)s") % {"first": first, "second": second}, parts)

    def __str__(self) -> str:
        return _("%(place)s: %(message)s") % {"place": self.place, "message": self.said}


class FileProblems(Exception):
    """A file was refused. `problems` are the first 200 in the order of the file, `more` the number left out."""

    def __init__(self, problems: tuple[Problem, ...], more: int = 0) -> None:
        super().__init__(problems, more)
        self.problems = problems
        self.more = more

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> list[str]:
        """One line a problem, and how many more there are."""
        lines = [str(problem) for problem in self.problems]
        if self.more:
            lines.append(
                ngettext("and %(count)d more problem", "and %(count)d more problems", self.more) % {"count": self.more}
            )
        return lines


class Problems:
    """Collects what is wrong while a file is read to its end."""

    def __init__(self) -> None:
        self._first: list[Problem] = []
        self._more = 0

    @property
    def full(self) -> bool:
        """True when further problems are only counted, so that hints need not be worked out."""
        return len(self._first) >= MOST

    def add(self, place: Place, message: str, found: object = UNSAID, allowed: str = "") -> None:
        """Notes one problem; `found` is any value from the file, shown shortened."""
        if self.full:
            self._more += 1
        else:
            self._first.append(Problem(place, message, "" if found is UNSAID else shown(found), allowed))

    def sort(self, sheets: list[str]) -> None:
        """Puts problems in the order of a workbook with these sheets, which is read in another order."""
        at = {sheet: index for index, sheet in enumerate(sheets)}

        def order(problem: Problem) -> tuple[int, int, int, str]:
            place = problem.place
            return at.get(place.sheet, -1), place.row or 0, len(place.column), place.column

        self._first.sort(key=order)

    def raise_any(self) -> None:
        """Raises FileProblems if anything was noted."""
        if self._first:
            raise self.refusal()

    def refusal(self) -> FileProblems:
        """What was noted, to be raised."""
        return FileProblems(tuple(self._first), self._more)


def shown(value: object) -> str:
    """A value from a file, for a person."""
    if value is None or value == "":
        return _("nothing")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return _("an object")
    if isinstance(value, (list, tuple)):
        return _("a list")
    if isinstance(value, str):
        return _("“%(text)s”") % {"text": shorten(value)}
    return shorten(str(value))
