"""Lists of customers to be asked, pasted or in a file: the address of each, perhaps their language and a segment.

A header is optional, in any of our languages; without one the columns stand in that order. The list is checked whole.
"""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from ..content.schema import LANGUAGES
from . import checks, limits
from .encodings import decode
from .people import SPEAKS
from .problems import Place, Problems
from .reading import OLE, ZIP
from .tables import Cells, Row, Table, as_text, indexes, named
from .text import one_line, plain, unguarded
from .workbook import open_workbook

COLUMNS = ("email", "language", "segment")
MOST = 5_000
SEGMENT = 120
SEPARATORS = ("\t", ";", ",")
HEADERS = {
    "email": "email e-mail mail e-mail-address address 邮箱 电子邮件 电子邮箱 邮件 郵箱 電子郵件 信箱 電郵",
    "language": "language 语言 語言",
    "segment": "segment group 分组 客群 细分 分群 區隔 客層",
}
NAMES = {plain(word): column for column, words in HEADERS.items() for word in words.split()} | {
    plain("e-mail address"): "email"
}


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
    return _customers(place, _cells(text, place, problems), problems)


def read_customers(name: str, data: bytes) -> Customers:
    """The customers in a file called `name`; raises FileProblems with everything that is wrong."""
    problems, place = Problems(), Place(name)
    if data.startswith(ZIP):
        sheets = open_workbook(data, place, problems)
        problems.raise_any()
        filled = next((each for each in sheets if any(_says(line) for line in each.lines)), None)
        lines = filled.lines if filled else []
        return _customers(replace(place, sheet=filled.title) if filled else place, lines, problems)
    text = None if data.startswith(OLE) else decode(data)
    if data.startswith(OLE):
        message = _("This is an old Excel file or one with a password. Save it as “.xlsx” without a password.")
        problems.add(place, message)
    elif text is None:
        message = _("We cannot tell in which encoding this file is. Save it as “CSV UTF-8” and try again.")
        problems.add(place, message)
    return _customers(place, _cells(text or "", place, problems), problems)


def _cells(text: str, place: Place, problems: Problems) -> Sequence[Cells]:
    text = text.replace("\0", "")
    first = next((line for line in text.splitlines() if line.strip()), "")
    if not any(each in first for each in SEPARATORS):
        text = text.replace("，", ",")
    separator = next((each for each in SEPARATORS if each in first), ",")
    lines: list[Cells] = []
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True, strict=True)
        for line in itertools.islice(reader, limits.ROWS):
            lines.append([unguarded(cell) for cell in line[: limits.COLUMNS]])
    except csv.Error:
        message = _("From here on quotes are not closed or not doubled, or a cell is far too long.")
        problems.add(replace(place, row=len(lines) + 1), message)
    return lines


def _says(line: Cells) -> bool:
    return any(as_text(cell).strip() for cell in line)


def _customers(place: Place, lines: Sequence[Cells], problems: Problems) -> Customers:
    problems.raise_any()
    table = _table(place, lines, problems)
    found = [person for row in table.rows() if _says(row.cells) and (person := _customer(row, problems))]
    if not found:
        problems.add(place, _("There is nobody in this list."))
    if len(found) > MOST:
        message = _("There are %(count)d addresses, which is too many at once.") % {"count": len(found)}
        problems.add(place, message, allowed=_("at most %(most)d addresses") % {"most": MOST})
    problems.raise_any()
    return _once(found)


def _once(found: Sequence[Customer]) -> Customers:
    people: dict[str, Customer] = {}
    twice: dict[str, None] = {}
    for each in found:
        if each.email in people:
            twice[each.email] = None
        people.setdefault(each.email, each)
    return Customers(tuple(people.values()), tuple(twice))


def _table(place: Place, lines: Sequence[Cells], problems: Problems) -> Table:
    first = next((index for index, line in enumerate(lines) if _says(line)), 0)
    header = named(lines[first], NAMES) if lines else []
    if not any(column == "email" for column, _index in header):
        return Table(place, {column: index for index, column in enumerate(COLUMNS)}, 0, lines, _letter)
    columns = indexes(header, replace(place, row=first + 1), _letter, problems)
    return Table(place, columns, first + 1, lines, _letter)


def _letter(index: int) -> str:
    return str(get_column_letter(index + 1))


def _customer(row: Row, problems: Problems) -> Customer | None:
    email = one_line(row.text("email", problems)).lower()
    try:
        validate_email(email)
    except ValidationError:
        allowed = _("an address such as %(example)s") % {"example": "ada@example.com"}
        problems.add(row.place("email"), _("This is not an e-mail address."), email, allowed)
    language = SPEAKS.get(plain(row.text("language", problems)), "")
    if row.says("language") and not language:
        allowed = ", ".join(LANGUAGES)
        problems.add(row.place("language"), _("We do not speak this language."), row.raw("language"), allowed)
    segment = checks.line_within(row.text("segment", problems), SEGMENT, row.place("segment"), problems)
    return Customer(email, language, segment)
