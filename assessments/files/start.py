"""The first sheet of our workbook: title, company, date, and who answers. A table without it has none of these."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ..content.days import iso_day
from ..content.schema import LANGUAGES, Framework
from ..maturity.answers import FULL
from . import checks, limits
from .problems import Place, Problems
from .tables import Row
from .value import Company
from .words import Vocabulary

WRITTEN = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\d.*)?")


@dataclass(frozen=True, slots=True)
class Start:
    """The rows of the first sheet by their key; none where there is no such sheet."""

    file: Place
    rows: Mapping[str, Row]
    words: Vocabulary
    problems: Problems

    def check(self, framework: Framework) -> None:
        """Notes a workbook of another format, framework or version."""
        if (found := self._text("format")) and found != limits.FORMAT:
            message = _("This is not the format of a file of answers.")
            self.problems.add(self.place("format"), message, found, limits.FORMAT)
        version = self._text("framework_version")
        if version or self._text("framework"):
            places = (self.place("framework"), self.place("framework_version"))
            number = int(version) if version.isascii() and version.isdigit() and len(version) < 5 else version
            checks.same_framework(self._text("framework"), number, framework, places, self.problems)

    def place(self, key: str) -> Place:
        """The cell of a value; the file where there is none."""
        return self.rows[key].place("value") if key in self.rows else self.file

    def title(self) -> str:
        return self._line("title", limits.TITLE)

    def company(self) -> Company:
        return Company(self._line("company", limits.COMPANY), self._code("industry"), self._code("size"))

    def practice_set(self) -> str:
        return self._code("set") or FULL

    def held_on(self) -> date | None:
        """The date; None where none is given, or after noting a problem."""
        if not self._text("date"):
            return None
        value = self.rows["date"].raw("value")
        # A cell of text keeps a date as it is typed: with the year first there is no doubt what it means.
        if isinstance(value, str) and (found := WRITTEN.fullmatch(unicodedata.normalize("NFKC", value).strip())):
            value = iso_day(f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}") or value
        return checks.day(value, self.place("date"), self.problems)

    def language(self) -> str:
        found = self._text("language")
        message = _("This is not one of the words we know.")
        known = found and checks.known(found, LANGUAGES, message, self.place("language"), self.problems)
        return found if known else ""

    def name(self) -> str:
        return self._line("respondent", limits.NAME)

    def group(self) -> str:
        """The group of the one who answers; "" after noting that it is missing."""
        if self._text("group"):
            return self._code("group")
        message = _("The group of the respondent is missing.")
        if "group" not in self.rows:
            message = _("The first sheet of the download is missing, or its first column: nothing says who answers.")
        self.problems.add(self.place("group"), message, "", self._allowed("group"))
        return ""

    def _text(self, key: str) -> str:
        return self.rows[key].text("value", self.problems).strip() if key in self.rows else ""

    def _line(self, key: str, most: int) -> str:
        return checks.line_within(self._text(key), most, self.place(key), self.problems)

    def _code(self, key: str) -> str:
        """What a cell with a drop-down list means; "" where it is empty, or after noting a problem."""
        found = self._text(key)
        code = self.words.meant(key, found) if found else ""
        if code is None:
            message = _("This is not an entry of the list.")
            self.problems.add(self.place(key), message, found, self._allowed(key))
        return code or ""

    def _allowed(self, key: str) -> str:
        return self.words.allowed(key, in_workbook=True)
