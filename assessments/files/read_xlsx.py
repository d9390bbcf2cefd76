"""Answers from a workbook: ours as it was downloaded and filled in, or a table with the columns of the CSV format.

Sheets are known by their headers, not by name or position; columns by their header, rows by their key. Sheets without
such a header are somebody's own and stay unread, unless they look like ours with the header lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from ..content.schema import LANGUAGES, Framework
from . import checks
from .gather import Gathering
from .problems import Place, Problems, shown
from .read_csv import COLUMNS
from .start import Start
from .tables import HEADER_WITHIN, Named, Row, Table, as_text, headed, indexes, named
from .text import plain
from .value import AnswerFile
from .words import Vocabulary, vocabulary
from .workbook import Sheet, open_workbook

ANSWERS = {"practice", "answer"}
FLAGS = {"red_flag", "answer"}
TARGETS = {"practice", "target"}
KEYLESS = ({"question", "answer", "note", "evidence"}, {"question", "answer", "about"}, {"question", "target"})
START = {"field", "value"}
LISTS = {"list", "code", "text"}
OURS = {name: name for name in START | LISTS}
TYPED = {"answer", "note", "evidence", "target"}


def read_xlsx(name: str, data: bytes, framework: Framework, *, today: date) -> AnswerFile:
    """The answers in `data`, held `today` if they give no date; raises FileProblems with everything that is wrong."""
    problems = Problems()
    sheets = open_workbook(data, Place(name), problems)
    problems.raise_any()
    words = vocabulary(framework)
    book = _book(Place(name), sheets, words, framework, problems)
    book.nothing_filled_in_out_of_sight()
    problems.raise_any()
    own = book.own_words()
    book = _book(Place(name), sheets, words.with_words(own), framework, problems)
    file = book.answer_file(today)
    problems.sort([sheet.title for sheet in sheets])
    problems.raise_any()
    return file


def _book(file: Place, sheets: list[Sheet], words: Vocabulary, framework: Framework, problems: Problems) -> _Book:
    """The sheets with what their first lines name: it is asked for many times, and takes longer than all the rest."""
    names = {**words.columns, **OURS}
    headers = [[named(line, names) for line in sheet.lines[:HEADER_WITHIN]] for sheet in sheets]
    return _Book(file, list(zip(sheets, headers, strict=True)), words, framework, problems)


@dataclass(frozen=True, slots=True)
class _Book:
    """The sheets of a workbook, each with the columns that its first lines name, and what their words mean."""

    file: Place
    sheets: list[tuple[Sheet, list[Named]]]
    words: Vocabulary
    framework: Framework
    problems: Problems

    def answer_file(self, today: date) -> AnswerFile:
        start = self._start()
        start.check(self.framework)
        people = self._people(start)
        return AnswerFile(
            held_on=start.held_on() or today,
            title=start.title(),
            company=start.company(),
            practice_set=start.practice_set(),
            respondents=people.respondents(),
            red_flags=frozenset(self._red_flags()),
            targets=dict(self._targets()),
            language=start.language(),
            framework=self.framework.id,
            framework_version=self.framework.version,
        )

    def own_words(self) -> dict[str, dict[str, str]]:
        """The words of the drop-down lists as the workbook itself explains them, on a hidden sheet."""
        words: dict[str, dict[str, str]] = {}
        for table in self._tables(LISTS):
            for row in table.rows():
                name, code, text = (as_text(row.raw(column)) for column in ("list", "code", "text"))
                if self.words.meant(name, code) == code:
                    words.setdefault(name, {})[plain(text)] = code
        return words

    def nothing_filled_in_out_of_sight(self) -> None:
        """Notes hidden sheets with something of ours filled in: put aside or put in order, only the person knows."""
        hidden = {sheet.title for sheet, _lines in self.sheets if sheet.hidden}
        for needed in (ANSWERS, FLAGS, TARGETS):
            for table in self._tables(needed) if hidden else ():
                if table.place.sheet in hidden and any(row.says(*TYPED) for row in table.rows()):
                    message = _(
                        "This sheet is hidden, but something is filled in. Show it if that counts, else delete it."
                    )
                    self.problems.add(table.place, message)

    def _tables(self, needed: set[str]) -> Iterator[Table]:
        for sheet, lines in self.sheets:
            place = Place(self.file.file, sheet.title)
            if header := headed(lines, needed):
                columns = indexes(header[0], place, _letter, self.problems)
                self._no_merged_answers(sheet, columns, header[1])
                yield Table(place, columns, header[1], sheet.lines, _letter)

    def _start(self) -> Start:
        rows: dict[str, Row] = {}
        for table in self._tables(START):
            for row in table.rows():
                key = as_text(row.raw("field")).strip()
                first = rows.setdefault(key, row)
                if key and as_text(first.raw("value")) != as_text(row.raw("value")):
                    message = _("Sheet “%(sheet)s” says something else here.") % {"sheet": first.table.place.sheet}
                    self.problems.add(row.place("value"), message, row.raw("value"), shown(first.raw("value")))
        return Start(self.file, rows, self.words, self.problems)

    def _people(self, start: Start) -> Gathering:
        people = Gathering(self.framework, self.words, self.problems)
        tables = list(self._tables(ANSWERS))
        self._no_lost_headers(tables)
        if any("group" not in table.columns for table in tables) and not self._lost_groups(tables, start):
            group = start.group()
            people.one = (start.name(), group)
        if any("respondent" not in table.columns for table in tables):
            people.meet(*people.one, start.place("respondent"))
        for table in tables:
            for row in table.rows():
                people.take(row)
        return people

    def _lost_groups(self, tables: list[Table], start: Start) -> bool:
        """Notes the tables that name respondents but not their groups, where no first sheet does."""
        lost = [table for table in tables if "respondent" in table.columns and "group" not in table.columns]
        if "group" in start.rows:
            return False
        for table in lost:
            message = _("The column “%(column)s” is missing.") % {"column": "group"}
            allowed = _("a header with the columns %(columns)s") % {"columns": ", ".join(COLUMNS)}
            self.problems.add(table.place, message, allowed=allowed)
        return bool(lost)

    def _red_flags(self) -> Iterator[str]:
        for table in self._tables(FLAGS):
            for row in table.rows():
                flag = checks.same_key(row.text("red_flag", self.problems), self.framework.flags)
                if flag and self._known_flag(flag, row) and self._says_yes(row):
                    yield flag

    def _known_flag(self, flag: str, row: Row) -> bool:
        message = _("There is no red flag with this key.")
        return checks.known(flag, self.framework.flags, message, row.place("red_flag"), self.problems)

    def _says_yes(self, row: Row) -> bool:
        found = row.text("answer", self.problems).strip()
        code = self.words.meant("yes_no", found) if found else "no"
        if code is None:
            message = _("This is neither yes nor no.")
            self.problems.add(row.place("answer"), message, found, self._allowed("yes_no"))
        return code == "yes"

    def _targets(self) -> Iterator[tuple[str, int]]:
        for table in self._tables(TARGETS):
            for row in table.rows():
                practice = checks.same_key(row.text("practice", self.problems), self.framework.practices)
                found = row.text("target", self.problems).strip()
                if not practice or not found:
                    continue
                code = self.words.meant("target", found)
                if code is None:
                    message = _("This is not a stage.")
                    self.problems.add(row.place("target"), message, found, self._allowed("target"))
                elif checks.known_practice(practice, self.framework, row.place("practice"), self.problems):
                    yield practice, int(code)

    def _allowed(self, name: str) -> str:
        return self.words.allowed(name, in_workbook=True)

    def _no_merged_answers(self, sheet: Sheet, columns: dict[str, int], first: int) -> None:
        """Notes cells merged over several rows: only the first of those rows would have an answer."""
        typed = {index + 1 for column, index in columns.items() if column in TYPED}
        for left, top, right, bottom in sheet.merged:
            if bottom > max(top, first) and any(left <= column <= right for column in typed):
                place = Place(self.file.file, sheet.title, top, _letter(left - 1))
                message = _("Cells are merged down to row %(row)d, so that rows share one answer.") % {"row": bottom}
                self.problems.add(place, message, allowed=_("cells that are not merged"))

    def _no_lost_headers(self, tables: list[Table]) -> None:
        """Notes sheets that hold our practices without a header, and a workbook without any answers."""
        if not tables:
            message = _("There is no sheet with the columns “practice” and “answer”.")
            allowed = _("the workbook as it was downloaded, or a table as in the CSV format")
            self.problems.add(self.file, message, allowed=allowed)
        others = [table for needed in (FLAGS, TARGETS) for table in self._tables(needed)]
        headed_sheets = {table.place.sheet for table in (*tables, *others)}
        for sheet, lines in self.sheets:
            if sheet.title in headed_sheets:
                continue
            place = Place(self.file.file, sheet.title)
            if len(found := self._keys_in(sheet)) > 1 or any(self._asked_beside(key, sheet) for key in found):
                message = _("This sheet has practices but no header that says which column holds the answers.")
                self.problems.add(place, message, allowed=_("the header row of the download"))
            elif any(headed(lines, each) for each in KEYLESS):
                message = _("This sheet has questions and answers but no column with keys, so that it is not read.")
                self.problems.add(place, message, allowed=_("the first column of the download"))

    def _keys_in(self, sheet: Sheet) -> set[str]:
        known = {*self.framework.practices, *self.framework.flags}
        return {cell for line in sheet.lines for cell in line if isinstance(cell, str) and cell in known}

    def _asked_beside(self, key: str, sheet: Sheet) -> bool:
        """Whether our words stand beside this key: alone on a sheet, it may as well be in somebody's own notes."""
        asked = self.framework.practices.get(key) or self.framework.flags[key]
        titles = {asked.title.to(language) for language in LANGUAGES}
        beside = (after for line in sheet.lines for cell, after in pairwise(line) if cell == key)
        return any(isinstance(cell, str) and cell.partition("\n")[0].strip() in titles for cell in beside)


def _letter(index: int) -> str:
    return str(get_column_letter(index + 1))
