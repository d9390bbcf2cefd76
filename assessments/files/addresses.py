"""Lists of customers to be asked, pasted or in a file: the address of each, perhaps their language and a segment.

A header is optional, in any of our languages; without one the columns stand in that order. The list is checked whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from django.utils.translation import gettext as _

from . import checks
from .lists import (
    EMAIL,
    LANGUAGE,
    check_address,
    column_names,
    language_in,
    letter,
    lines_of,
    once,
    says,
    sheets_of,
)
from .problems import Place, Problems
from .tables import Cells, Row, Table, indexes, named
from .text import one_line

COLUMNS = ("email", "language", "segment")
MOST = 5_000
SEGMENT = 120
NAMES = column_names({"email": EMAIL, "language": LANGUAGE, "segment": "segment group 分组 客群 细分 分群 區隔 客層"})


@dataclass(frozen=True, slots=True)
class Customer:
    """One line of a list; `language` and `segment` may be ""."""

    email: str
    language: str = ""
    segment: str = ""


@dataclass(frozen=True, slots=True)
class Customers:
    """The customers of a list, each address once; `twice` are the addresses that stood in it before."""

    people: tuple[Customer, ...]
    twice: tuple[str, ...] = ()

    def kept(self) -> list[dict[str, str]]:
        """As plain values."""
        return [asdict(each) for each in self.people]


def read_pasted_customers(text: str) -> Customers:
    """The customers in a text, one a line; raises FileProblems with everything that is wrong."""
    problems, place = Problems(), Place(_("your list"))
    return _customers(place, lines_of(text, place, problems), problems)


def read_customers(name: str, data: bytes) -> Customers:
    """The customers in a file called `name`; raises FileProblems with everything that is wrong."""
    problems = Problems()
    place, lines = next(iter(sheets_of(name, data, problems)), (Place(name), []))
    return _customers(place, lines, problems)


def _customers(place: Place, lines: Sequence[Cells], problems: Problems) -> Customers:
    table = _table(place, lines, problems)
    found = [person for row in table.rows() if says(row.cells) and (person := _customer(row, problems))]
    if not found:
        problems.add(place, _("There is nobody in this list."))
    if len(found) > MOST:
        message = _("There are %(count)d addresses, which is too many at once.") % {"count": len(found)}
        problems.add(place, message, allowed=_("at most %(most)d addresses") % {"most": MOST})
    problems.raise_any()
    people, twice = once(found, lambda each: each.email)
    return Customers(people, tuple(dict.fromkeys(each.email for each in twice)))


def _table(place: Place, lines: Sequence[Cells], problems: Problems) -> Table:
    first = next((index for index, line in enumerate(lines) if says(line)), 0)
    header = named(lines[first], NAMES) if lines else []
    if not any(column == "email" for column, _index in header):
        return Table(place, {column: index for index, column in enumerate(COLUMNS)}, 0, lines, letter)
    columns = indexes(header, replace(place, row=first + 1), letter, problems)
    return Table(place, columns, first + 1, lines, letter)


def _customer(row: Row, problems: Problems) -> Customer | None:
    email = one_line(row.text("email", problems)).lower()
    check_address(row, email, problems)
    language = language_in(row, problems)
    segment = checks.line_within(row.text("segment", problems), SEGMENT, row.place("segment"), problems)
    return Customer(email, language, segment)
