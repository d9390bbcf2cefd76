"""Rows become respondents with answers. Rows may stand in any order, on several sheets, and not all need be filled."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ..content.schema import Framework
from ..maturity.answers import Answer, Respondent
from . import checks, limits
from .problems import Place, Problems
from .tables import Fault, Row
from .text import one_line
from .words import BARE, Vocabulary, answer_of

CHOSEN = ("answer", "note", "evidence")


@dataclass(slots=True)
class _Person:
    group: str
    place: Place
    answers: dict[str, Answer] = field(default_factory=dict)
    rows: dict[str, Place] = field(default_factory=dict)


@dataclass(slots=True)
class Gathering:
    """Takes rows one by one; what is wrong goes to `problems`.

    `one` is the name and group of who answers where rows do not say.
    """

    framework: Framework
    words: Vocabulary
    problems: Problems
    one: tuple[str, str] = ("", "")
    people: dict[str, _Person] = field(default_factory=dict)

    def meet(self, name: str, group: str, place: Place) -> None:
        """Somebody who answers in all rows that do not say who does, and is there even without an answer."""
        self.one = (name, group)
        self.people.setdefault(name, _Person(group, place))

    def respondents(self) -> tuple[Respondent, ...]:
        """Everybody met so far, in the order of the file."""
        checks.all_named({name: person.place for name, person in self.people.items()}, self.problems)
        if len(self.people) > limits.RESPONDENTS:
            first = next(iter(self.people.values())).place
            checks.too_many_respondents(len(self.people), Place(first.file, first.sheet), self.problems)
        return tuple(Respondent(name, person.group, person.answers) for name, person in self.people.items())

    def take(self, row: Row) -> None:
        """One row: who, which practice, what answer."""
        person = self._person(row)
        practice = checks.same_key(row.text("practice", self.problems), self.framework.practices)
        if not practice:
            if row.says(*CHOSEN):
                message = _("This row has an answer, a note or evidence but no practice.")
                self.problems.add(row.place("practice"), message, "", _("the key of a practice"))
            return
        if not checks.known_practice(practice, self.framework, row.place("practice"), self.problems):
            return
        if practice in person.rows:
            self._twice(row, person.rows[practice])
        person.rows.setdefault(practice, row.place())
        answer = self._answer(row)
        if answer is not None:
            person.answers.setdefault(practice, answer)

    def _person(self, row: Row) -> _Person:
        name, group = self.one
        if row.has("respondent"):
            written = row.text("respondent", self.problems)
            name = checks.line_within(written, limits.NAME, row.place("respondent"), self.problems)
        if row.has("group"):
            group = self._group(row)
        known = self.people.setdefault(name, _Person(group, row.place()))
        known.group = known.group or group
        if group and group != known.group:
            message = _("The same respondent is in another group in row %(row)d.") % {"row": known.place.row or 0}
            self.problems.add(row.place("group"), message, group, known.group)
        return known

    def _group(self, row: Row) -> str:
        written = row.text("group", self.problems)
        code = self.words.meant("group", written)
        if code is None and not isinstance(row.raw("group"), Fault):
            message = _("This is not a group.")
            self.problems.add(row.place("group"), message, written, self._allowed("group", row))
        return code or ""

    def _twice(self, row: Row, first: Place) -> None:
        where = _("row %(row)d") % {"row": first.row or 0}
        if first.sheet != row.table.place.sheet:
            where = _("sheet “%(sheet)s”, row %(row)d") % {"sheet": first.sheet, "row": first.row or 0}
        message = _("The same respondent and practice stand in %(other)s already.") % {"other": where}
        self.problems.add(row.place("practice"), message, row.raw("practice"), _("one row for each"))

    def _answer(self, row: Row) -> Answer | None:
        """The answer of a row; None where there is none, or after noting a problem."""
        note = self._long(row, "note", limits.NOTE)
        evidence = self._long(row, "evidence", limits.EVIDENCE)
        text = one_line(row.text("answer", self.problems))
        if text:
            return self._chosen(row, text, note, evidence)
        if (note or evidence) and not isinstance(row.raw("answer"), Fault):
            self._refuse(row, _("There is a note or evidence but no answer to keep it with."), "")
        return None

    def _chosen(self, row: Row, text: str, note: str, evidence: str) -> Answer | None:
        code = self.words.meant("answer", text)
        if code is not None:
            return answer_of(code, note, evidence)
        bare = self.words.meant(BARE, text)
        self._refuse(row, _("“Not applicable” needs a reason.") if bare else _("This is not an answer."), text)
        return None

    def _refuse(self, row: Row, message: str, found: object) -> None:
        self.problems.add(row.place("answer"), message, found, self._allowed("answer", row))

    def _allowed(self, name: str, row: Row) -> str:
        return self.words.allowed(name, in_workbook=bool(row.table.place.sheet))

    def _long(self, row: Row, column: str, most: int) -> str:
        return checks.within(row.text(column, self.problems), most, row.place(column), self.problems)
