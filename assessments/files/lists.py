"""What every list of people is read with, pasted or in a file: its lines, its language column, its addresses."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from ..content.schema import LANGUAGES
from . import limits
from .encodings import decode
from .problems import Place, Problems
from .reading import OLE, ZIP
from .refusals import no_encoding, old_excel, open_quotes
from .tables import Cells, Row, as_text
from .text import plain, unguarded

Listed = TypeVar("Listed")
SEPARATORS = ("\t", ";", ",")
EMAIL = (
    "email e-mail mail e-mail-address address 邮箱 邮箱地址 电子邮件 电子邮件地址 电子邮箱 邮件 "
    "郵箱 電子郵件 電子郵件地址 電子信箱 信箱 電郵"
)
LANGUAGE = "language 语言 語言"
SPOKEN = {
    "en": "en english 英文 英语 英語 en-gb en-us",
    "zh-hans": "zh-hans zh-cn zh 简体 简体中文 簡體 簡體中文 chinese",
    "zh-hant": "zh-hant zh-tw zh-hk 繁體 繁體中文 繁体 繁体中文",
}
SPEAKS = {plain(word): code for code, words in SPOKEN.items() for word in words.split()}


def column_names(headers: dict[str, str]) -> dict[str, str]:
    """The column that each word of a header names; `headers` hold the words of each column, between spaces."""
    names = {plain(word): column for column, words in headers.items() for word in words.split()}
    return names | {plain("e-mail address"): "email"}


def sheets_of(name: str, data: bytes, problems: Problems) -> list[tuple[Place, Sequence[Cells]]]:
    """The sheets of a file that have anything in them; a text is one. Raises FileProblems where it cannot be read.

    Hidden ones have been put aside: they are there only where no other is.
    """
    place = Place(name)
    if data.startswith(ZIP):
        from .workbook import open_workbook  # noqa: PLC0415 - the reader of workbooks weighs more than a page

        filled = [each for each in open_workbook(data, place, problems) if any(says(line) for line in each.lines)]
        problems.raise_any()
        shown = [each for each in filled if not each.hidden]
        return [(replace(place, sheet=each.title), each.lines) for each in shown or filled]
    text = None
    if data.startswith(OLE):
        problems.add(place, old_excel())
    elif (text := decode(data)) is None:
        problems.add(place, no_encoding())
    problems.raise_any()
    return [(place, lines_of(text or "", place, problems))]


def lines_of(text: str, place: Place, problems: Problems) -> Sequence[Cells]:
    """The lines of a text, by whichever separator its first line has; full-width commas count where no other does."""
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
        problems.add(replace(place, row=len(lines) + 1), open_quotes())
    problems.raise_any()
    return lines


def says(line: Cells) -> bool:
    """Whether there is anything in a line."""
    return any(as_text(cell).strip() for cell in line)


def letter(index: int) -> str:
    """The letter of a column, as spreadsheets show it."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    return str(get_column_letter(index + 1))


def language_in(row: Row, problems: Problems) -> str:
    """The language a row names, "" where it names none."""
    language = SPEAKS.get(plain(row.text("language", problems)), "")
    if row.says("language") and not language:
        message, allowed = _("We do not speak this language."), ", ".join(LANGUAGES)
        problems.add(row.place("language"), message, row.raw("language"), allowed)
    return language


def check_address(row: Row, email: str, problems: Problems) -> None:
    """Say where an address is none."""
    try:
        validate_email(email)
    except ValidationError:
        allowed = _("an address such as %(example)s") % {"example": "ada@example.com"}
        problems.add(row.place("email"), _("This is not an e-mail address."), email, allowed)


def once(found: Iterable[Listed], key: Callable[[Listed], Hashable]) -> tuple[tuple[Listed, ...], tuple[Listed, ...]]:
    """Those whose key is new, and those whose key stood in the list before."""
    people: dict[Hashable, Listed] = {}
    twice = [each for each in found if people.setdefault(key(each), each) is not each]
    return tuple(people.values()), tuple(twice)
