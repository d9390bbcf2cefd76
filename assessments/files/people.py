"""Lists of people who are to answer, pasted or in a file: name, e-mail, group, and perhaps the language of each.

A header is optional, in any of our languages; without one the columns stand in that order. The list is checked whole.
"""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from ..content.schema import LANGUAGES, Framework
from . import checks, limits
from .encodings import decode
from .problems import FileProblems, Place, Problems
from .reading import OLE, ZIP
from .tables import Cells, Row, Table, as_text, indexes, named
from .text import one_line, plain, unguarded
from .words import vocabulary
from .workbook import open_workbook

COLUMNS = ("name", "email", "group", "language")
SEPARATORS = ("\t", ";", ",")
HEADERS = {
    "name": "name respondent person 姓名 名字 名称 名稱 受访者 受訪者",
    "email": "email e-mail mail e-mail-address address 邮箱 电子邮件 电子邮箱 邮件 郵箱 電子郵件 信箱 電郵",
    "group": "group role 组别 群组 分组 角色 組別 群組 分組",
    "language": "language 语言 語言",
}
NAMES = {plain(word): column for column, words in HEADERS.items() for word in words.split()} | {
    plain("e-mail address"): "email"
}
GROUP_WORDS = {"leader": "leaders", "manager": "managers", "front line": "frontline", "front-line": "frontline"}
SPOKEN = {
    "en": "en english 英文 英语 英語 en-gb en-us",
    "zh-hans": "zh-hans zh-cn zh 简体 简体中文 簡體 簡體中文 chinese",
    "zh-hant": "zh-hant zh-tw zh-hk 繁體 繁體中文 繁体 繁体中文",
}
SPEAKS = {plain(word): code for code, words in SPOKEN.items() for word in words.split()}


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
    problems = Problems()
    place = Place(_("your list"))
    return _people([(place, _cells(text, place, problems))], framework, problems, need_email)


def read_people(name: str, data: bytes, framework: Framework, *, need_email: bool) -> People:
    """The people in a file called `name`; raises FileProblems with everything that is wrong."""
    problems, place = Problems(), Place(name)
    if data.startswith(ZIP):
        sheets = [(replace(place, sheet=each.title), each.lines) for each in open_workbook(data, place, problems)]
        filled = [each for each in sheets if any(_says(line) for line in each[1])]
        listed = [each for each in filled if _header(each[1]) is not None] or filled[:1]
        return _people(listed, framework, problems, need_email)
    if data.startswith(OLE):
        message = _("This is an old Excel file or one with a password. Save it as “.xlsx” without a password.")
        problems.add(place, message)
        problems.raise_any()
    text = decode(data)
    if text is None:
        message = _("We cannot tell in which encoding this file is. Save it as “CSV UTF-8” and try again.")
        problems.add(place, message)
    return _people([(place, _cells(text or "", place, problems))], framework, problems, need_email)


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


def _header(lines: Sequence[Cells]) -> int | None:
    """The index of the line that names columns: the first with anything in it, where it names two at least."""
    first = next((index for index, line in enumerate(lines) if _says(line)), None)
    if first is None:
        return None
    return first if len({column for column, _index in named(lines[first], NAMES)}) > 1 else None


def _people(
    sheets: Iterable[tuple[Place, Sequence[Cells]]], framework: Framework, problems: Problems, need_email: bool
) -> People:
    problems.raise_any()
    groups = {**vocabulary(framework).codes["group"], **{plain(word): code for word, code in GROUP_WORDS.items()}}
    found: list[Person] = []
    where = Place("")
    for where, lines in sheets:
        table = _table(where, lines, problems)
        found += [person for row in table.rows() if (person := _person(row, groups, framework, problems, need_email))]
    if not found:
        problems.add(where, _("There is nobody in this list."))
    elif len(found) > limits.RESPONDENTS:
        checks.too_many_respondents(len(found), where, problems)
    problems.raise_any()
    return _once(found)


def _table(place: Place, lines: Sequence[Cells], problems: Problems) -> Table:
    header = _header(lines)
    if header is None:
        return Table(place, {column: index for index, column in enumerate(COLUMNS)}, 0, lines, _letter)
    where = replace(place, row=header + 1)
    columns = indexes(named(lines[header], NAMES), where, _letter, problems)
    for column in COLUMNS[:3]:
        if column not in columns and column != "email":
            message = _("The column “%(column)s” is missing.") % {"column": column}
            problems.add(where, message, allowed=", ".join(COLUMNS))
    return Table(place, columns, header + 1, lines, _letter)


def _letter(index: int) -> str:
    return str(get_column_letter(index + 1))


def _person(
    row: Row, groups: Mapping[str, str], framework: Framework, problems: Problems, need_email: bool
) -> Person | None:
    if not _says(row.cells):
        return None
    name = checks.line_within(row.text("name", problems), limits.NAME, row.place("name"), problems)
    if not name:
        problems.add(row.place("name"), _("The name is missing."), "", _("a name"))
    email = _address(row, problems, need_email)
    group = groups.get(plain(row.text("group", problems)), "")
    if not group:
        allowed = ", ".join(framework.group_ids)
        message = _("This is not a group.") if row.says("group") else _("The group is missing.")
        problems.add(row.place("group"), message, row.raw("group"), allowed)
    language = SPEAKS.get(plain(row.text("language", problems)), "")
    if row.says("language") and not language:
        problems.add(
            row.place("language"), _("We do not speak this language."), row.raw("language"), ", ".join(LANGUAGES)
        )
    _nothing_beyond(row, problems)
    return Person(name, email, group, language)


def _address(row: Row, problems: Problems, needed: bool) -> str:
    email = one_line(row.text("email", problems)).lower()
    if not email:
        if needed:
            message = _("The e-mail address is missing. In an anonymous assessment links go out by mail only.")
            problems.add(row.place("email"), message, "", _("an e-mail address"))
        return ""
    try:
        validate_email(email)
    except ValidationError:
        problems.add(
            row.place("email"),
            _("This is not an e-mail address."),
            email,
            _("an address such as %(example)s") % {"example": "ada@example.com"},
        )
    return email


def _nothing_beyond(row: Row, problems: Problems) -> None:
    """Notes text under no column: a comma in a name shifts everything after it."""
    known = set(row.table.columns.values())
    if row.table.first:
        return  # columns of their own that a header names are people's own business
    for index, cell in enumerate(row.cells):
        if index not in known and as_text(cell).strip():
            message = _("There is text beyond the fourth column. A name with a comma in it needs quotes around it.")
            problems.add(row.place(), message, cell)
            return


def _once(found: Sequence[Person]) -> People:
    people, twice, seen = [], [], set()
    for each in found:
        if each.email and each.email in seen:
            twice.append(each)
            continue
        seen.add(each.email)
        people.append(each)
    return People(tuple(people), tuple(twice))


__all__ = ["FileProblems", "People", "Person", "read_pasted", "read_people"]
