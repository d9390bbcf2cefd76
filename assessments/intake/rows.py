"""A row of a file as answers of one customer, or what is wrong with it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from ..files.response_values import UnusableError, measure_of, question_of, score_of, whole_of
from ..files.tables import as_text
from ..files.text import clean, one_line, shorten
from ..voice.series import Question
from . import limits
from .csv_rows import Line
from .days import day_in
from .mapping import ColumnMap
from .roles import MEASURED

LABELLED = re.compile(r"(\d{1,3})\s*(?:[-–—:.)(]\s*|\s+)\D.*", re.DOTALL)  # "10 - Extremely likely"
KEPT = 10_000
ASKED = 40  # characters of a question


class Score(NamedTuple):
    """An answer to a question with a scale."""

    question: Question
    score: int


class Wrong(NamedTuple):
    """A cell that cannot be used: the column, why, what stands there, what is allowed."""

    column: str
    message: str
    found: str
    allowed: str


@dataclass(frozen=True, slots=True)
class Answered:
    """What one row says; `key` is the id the source gives it, or a digest of what it says (`own_key` is False then)."""

    row: int
    day: date
    scores: tuple[Score, ...]
    comments: tuple[tuple[str, str], ...]  # the question (a column’s name) and the words
    touchpoint: str
    segment: str
    customer: str
    key: str
    own_key: bool


class RowReader:
    """Reads rows by a mapping. What cells mean is remembered, so that each is worked out once."""

    def __init__(self, columns: ColumnMap, today: date) -> None:
        self.columns, self.today = columns, today
        self.date, self.id = columns.at("date"), columns.at("id")
        self.names = {role: columns.at(role) for role in ("touchpoint", "segment", "customer")}
        self.comments = columns.all_at("comment")
        self.scores = [(index, Question(*MEASURED[role])) for index, role in columns.measured]
        self.long = [columns.at(role) for role in ("measure", "variant", "score", "scale_min", "scale_max")]
        self.days: dict[object, date] = {}

    def read(self, line: Line) -> Answered | list[Wrong] | None:
        """The answers of a row; what is wrong with it; None where it has no answers at all."""
        number, cells = line
        wrong: list[Wrong] = []
        scores = self._scores(cells, wrong)
        comments = [(index, clean(as_text(_cell(cells, index)))) for index, _role in self.comments]
        comments = [(index, words) for index, words in comments if words]
        if not scores and not comments and not wrong:
            return None
        day = self._day(cells, wrong)
        for index, words in comments:
            if len(words) > limits.COMMENT:
                allowed = _("at most %(most)d characters") % {"most": limits.COMMENT}
                wrong.append(Wrong(self._name(index), _("This comment is too long."), shorten(words), allowed))
        touchpoint, segment, customer = (
            self._text(cells, role, wrong) for role in ("touchpoint", "segment", "customer")
        )
        if wrong or day is None:
            return wrong
        said = tuple((self._asked(index), words) for index, words in comments)
        key = one_line(as_text(_cell(cells, self.id)))
        own = bool(key)
        if not own:
            moment = as_text(_cell(cells, self.date))
            key = digest([moment, day.isoformat(), scores, said, touchpoint, segment])
        elif len(key) > limits.IDENTIFIER:
            key = digest(key)
        return Answered(
            number, day, tuple(scores), said, touchpoint or self.columns.touchpoint, segment, customer, key, own
        )

    def _asked(self, index: int) -> str:
        """The name under which the comments of a column are kept: another for each, whatever the file calls them."""
        name = self._name(index)[:ASKED]
        before = sum(self._name(each)[:ASKED] == name for each, _role in self.comments if each < index)
        return f"{name[: ASKED - 4]} ({before + 1})" if before else name

    def _name(self, index: int) -> str:
        return self.columns.names.get(index, f"#{index + 1}")

    def _day(self, cells: Sequence[object], wrong: list[Wrong]) -> date | None:
        value = _cell(cells, self.date)
        found = self.days.get(value)
        if found is None:
            try:
                found = day_in(value, self.columns.order)
                if found > self.today:
                    raise UnusableError("date", _("This day has not come yet."), _("a day until today"))
            except UnusableError as error:
                wrong.append(self._wrong(self.date, error, value))
                return None
            if len(self.days) >= KEPT:
                self.days.clear()
            self.days[value] = found
        return found

    def _scores(self, cells: Sequence[object], wrong: list[Wrong]) -> list[Score]:
        found = []
        for index, question in self.scores:
            value = _cell(cells, index)
            if value is None or (isinstance(value, str) and not value.strip()):
                continue
            try:
                found.append(Score(question, score_of(unlabelled(value), question)))
            except UnusableError as error:
                wrong.append(self._wrong(index, error, value))
        if self.long[2] >= 0 and (one := self._long(cells, wrong)):
            found.append(one)
        return found

    def _long(self, cells: Sequence[object], wrong: list[Wrong]) -> Score | None:
        """The score of a row that names its measure itself."""
        measure, variant, score, low, high = (one_line(as_text(_cell(cells, index))) for index in self.long)
        if not score:
            return None
        at = dict(zip(("measure", "variant", "score", "scale_min", "scale_max"), self.long, strict=True))
        try:
            question = self._question(measure, variant[: limits.NAME], low, high)
            return Score(question, score_of(unlabelled(score), question))
        except UnusableError as error:
            index = at.get(error.column, -1)
            index = index if index >= 0 else at["score"]
            wrong.append(self._wrong(index, error, _cell(cells, index)))
            return None

    def _question(self, measure: str, variant: str, low: str, high: str) -> Question:
        if not measure and self.columns.measure:
            known = Question(*MEASURED[self.columns.measure])
            if not variant and not low and not high:
                return known
            measure = known.measure
        if len(variant) > 20:
            raise UnusableError("variant", _("This name is too long."), _("at most %(most)d characters") % {"most": 20})
        return question_of(measure_of(measure), variant, whole_of(low, "scale_min"), whole_of(high, "scale_max"))

    def _text(self, cells: Sequence[object], role: str, wrong: list[Wrong]) -> str:
        text = one_line(as_text(_cell(cells, self.names[role])))
        if len(text) > limits.NAME and role != "customer":
            allowed = _("at most %(most)d characters") % {"most": limits.NAME}
            wrong.append(Wrong(self._name(self.names[role]), _("This name is too long."), shorten(text), allowed))
        return text

    def _wrong(self, index: int, error: UnusableError, value: object) -> Wrong:
        return Wrong(self._name(index), error.message, shorten(as_text(value)), error.allowed)


def _cell(cells: Sequence[Any], index: int) -> Any:
    return cells[index] if 0 <= index < len(cells) else None


def unlabelled(value: object) -> object:
    """The number at the beginning of an answer that is exported with its label; anything else as it is."""
    if isinstance(value, str) and (found := LABELLED.fullmatch(value.strip())):
        return found[1]
    return value


def digest(value: object) -> str:
    """Forty hexadecimal digits, the same for the same plain values."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()[:40]
