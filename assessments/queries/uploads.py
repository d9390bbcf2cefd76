"""What a file would change in an assessment, compared with what is there now."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..files import AnswerFile, Change, Company, Kind, changes
from ..maturity import answers as values
from ..models import Assessment, User
from .sheets import own_sheet_of, sheet_of


@dataclass(frozen=True, slots=True)
class PersonChanges:
    """What a file says for one respondent. `before` is the group they are in now, empty for somebody new."""

    name: str
    group: str
    before: str
    changes: tuple[Change, ...]

    @property
    def moves(self) -> bool:
        """True when the file puts somebody known into another group."""
        return bool(self.before) and self.before != self.group

    @property
    def shown(self) -> tuple[Change, ...]:
        """The changes worth looking at."""
        return tuple(each for each in self.changes if each.kind is not Kind.SAME)


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything a file would change. Nothing is deleted: flags are only added, targets only set."""

    people: tuple[PersonChanges, ...]
    red_flags: tuple[str, ...]
    targets: dict[str, int]

    @property
    def counts(self) -> Counter[str]:
        """How many answers are new, changed and the same."""
        return Counter(str(change.kind) for person in self.people for change in person.changes)

    @property
    def changes_anything(self) -> bool:
        """False when everything in the file is there already."""
        counts = self.counts
        moved = any(person.moves or not person.before for person in self.people)
        return bool(counts["new"] or counts["changed"] or moved or self.red_flags or self.targets)


def preview(assessment: Assessment, file: AnswerFile) -> Preview:
    """The file beside the assessment; respondents are told by their names. Two queries."""
    there = {each.name: each for each in sheet_of(assessment).respondents}
    return Preview(
        people=tuple(_person(there.get(each.name), each) for each in file.respondents),
        red_flags=tuple(sorted(file.red_flags - set(assessment.red_flags))),
        targets={key: stage for key, stage in file.targets.items() if assessment.targets.get(key) != stage},
    )


def _person(there: values.Respondent | None, incoming: values.Respondent) -> PersonChanges:
    found = changes(there.answers if there else {}, incoming.answers)
    return PersonChanges(incoming.name, incoming.group, there.group if there else "", found)


def answer_file_of(assessment: Assessment, reader: User, language: str) -> AnswerFile:
    """The assessment as a file, the reader's own answers at its head; three queries.

    Of an anonymous assessment it holds nobody's answers but the reader's own.
    """
    sheet = own_sheet_of(assessment, reader.pk) if assessment.anonymous else sheet_of(assessment)
    company = assessment.company
    return AnswerFile(
        held_on=assessment.held_on,
        title=assessment.title,
        company=Company(company.name, company.industry, company.size),
        practice_set=assessment.practice_set,
        respondents=tuple(sorted(sheet.respondents, key=lambda each: each.name != reader.name)),
        red_flags=sheet.red_flags,
        targets=sheet.targets,
        agreed=sheet.agreed,
        language=language,
        framework=assessment.framework,
        framework_version=assessment.framework_version,
    )
