"""Lists of people who are to answer, pasted or in a file: name, e-mail, group, and perhaps the language of each.

A header is optional, in any of our languages; without one the columns stand in that order. The list is checked whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..content.schema import Framework
from . import checks, limits
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
from .problems import FileProblems, Place, Problems
from .tables import Cells, Row, Table, as_text, indexes, named
from .text import one_line, plain
from .words import Vocabulary, vocabulary

COLUMNS = ("name", "email", "group", "language")
NAMES = column_names(
    {
        "name": "name respondent person 姓名 名字 名称 名稱 受访者 受訪者",
        "email": EMAIL,
        "group": "group role 组别 群组 分组 角色 組別 群組 分組",
        "language": LANGUAGE,
    }
)


@dataclass(frozen=True, slots=True)
class Person:
    """One line of a list; `email` and `language` may be ""."""

    name: str
    email: str
    group: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """The people of a list, each address once; `twice` are those whose address stood in it before."""

    people: tuple[Person, ...]
    twice: tuple[Person, ...] = ()

    def kept(self) -> list[dict[str, str]]:
        """As plain values."""
        return [asdict(each) for each in self.people]


def read_pasted(text: str, framework: Framework, *, need_email: bool) -> People:
    """The people in a text, one a line; raises FileProblems with everything that is wrong."""
    problems, place = Problems(), Place(_("your list"))
    return _people([(place, lines_of(text, place, problems))], framework, problems, need_email)


def read_people(name: str, data: bytes, framework: Framework, *, need_email: bool) -> People:
    """The people in a file called `name`; raises FileProblems with everything that is wrong."""
    problems = Problems()
    filled = sheets_of(name, data, problems)
    listed = [each for each in filled if _header(each[1]) is not None] or filled[:1]
    return _people(listed or [(Place(name), [])], framework, problems, need_email)


def _header(lines: Sequence[Cells]) -> int | None:
    """The index of the line that names columns: the first with anything in it, where it names two at least."""
    first = next((index for index, line in enumerate(lines) if says(line)), None)
    if first is None:
        return None
    return first if len({column for column, _index in named(lines[first], NAMES)}) > 1 else None


def _people(
    sheets: Iterable[tuple[Place, Sequence[Cells]]], framework: Framework, problems: Problems, need_email: bool
) -> People:
    words = vocabulary(framework)
    found: list[Person] = []
    for where, lines in sheets:
        table = _table(where, lines, problems)
        found += [person for row in table.rows() if (person := _person(row, words, problems, need_email))]
    if not found:
        problems.add(where, _("There is nobody in this list."))
    elif len(found) > limits.RESPONDENTS:
        checks.too_many_respondents(len(found), where, problems)
    problems.raise_any()
    return People(*once(found, lambda each: each.email or id(each)))


def _table(place: Place, lines: Sequence[Cells], problems: Problems) -> Table:
    header = _header(lines)
    if header is None:
        return Table(place, {column: index for index, column in enumerate(COLUMNS)}, 0, lines, letter)
    where = replace(place, row=header + 1)
    columns = indexes(named(lines[header], NAMES), where, letter, problems)
    for column in COLUMNS[:3]:
        if column not in columns and column != "email":
            message = _("The column “%(column)s” is missing.") % {"column": column}
            problems.add(where, message, allowed=", ".join(COLUMNS))
    return Table(place, columns, header + 1, lines, letter)


def _person(row: Row, words: Vocabulary, problems: Problems, need_email: bool) -> Person | None:
    if not says(row.cells):
        return None
    name = checks.line_within(row.text("name", problems), limits.NAME, row.place("name"), problems)
    if not name:
        problems.add(row.place("name"), _("The name is missing."), "", _("a name"))
    email = _address(row, problems, need_email)
    group = words.codes["group"].get(plain(row.text("group", problems)), "")
    if not group:
        allowed = pgettext("between the names of a list", ", ").join(words.shown["group"].values())
        message = _("This is not a group.") if row.says("group") else _("The group is missing.")
        problems.add(row.place("group"), message, row.raw("group"), allowed)
    language = language_in(row, problems)
    _nothing_beyond(row, problems)
    return Person(name, email, group, language)


def _address(row: Row, problems: Problems, needed: bool) -> str:
    email = one_line(row.text("email", problems)).lower()
    if not email:
        if needed:
            message = _("The e-mail address is missing. In an anonymous assessment links go out by mail only.")
            problems.add(row.place("email"), message, "", _("an e-mail address"))
        return ""
    check_address(row, email, problems)
    return email


def _nothing_beyond(row: Row, problems: Problems) -> None:
    """Notes text under no column: a comma in a name shifts everything after it, a header may name too few."""
    header = row.table.lines[row.table.first - 1] if row.table.first else ()
    known = {index for index, cell in enumerate(header) if as_text(cell).strip()} | set(row.table.columns.values())
    for index, cell in enumerate(row.cells):
        if index not in known and as_text(cell).strip():
            message = _("There is text beyond the fourth column. A name with a comma in it needs quotes around it.")
            if header:
                message = _("There is text in a column without a name. Name the column, or empty it.")
            problems.add(row.place(), message, cell)
            return


__all__ = ["FileProblems", "People", "Person", "read_pasted", "read_people"]
