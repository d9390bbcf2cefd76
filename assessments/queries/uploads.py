"""What a file would change in an assessment, compared with what is there now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..files.changes import Change, Kind, changes
from ..files.value import AnswerFile, Company
from ..maturity import answers as values
from ..models import Assessment, Respondent, User
from .sheets import own_sheet_of, sheets_of
from .upload_people import label_of, place_in


@dataclass(frozen=True, slots=True)
class PersonChanges:
    """What a file says for one respondent. `before` is the group they are in now, empty for somebody new.

    `place` is the key of their row, None for somebody new.
    """

    name: str
    group: str
    before: str
    changes: tuple[Change, ...]
    place: int | None = None

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


def preview(assessment: Assessment, file: AnswerFile, reader: User | None = None, name: str = "") -> Preview:
    """The file, called `name`, beside the assessment; three queries. Whoever has no name in it is `reader`.

    Raises FileProblems where it does not say whose answers it brings, or brings more people than there may be.
    """
    people = _people(assessment)
    said = _said(assessment, people)
    places = place_in(people, file.respondents, reader.pk if reader else None, name)
    return Preview(
        people=tuple(
            _person(place, said[place.pk] if place else None, each)
            for place, each in zip(places, file.respondents, strict=True)
        ),
        red_flags=tuple(sorted(file.red_flags - set(assessment.red_flags))),
        targets={key: stage for key, stage in file.targets.items() if assessment.targets.get(key) != stage},
    )


def _people(assessment: Assessment) -> list[Respondent]:
    rows = Respondent.objects.filter(workspace=assessment.workspace_id, assessment=assessment).order_by("pk")
    return list(rows.only("pk", "code", "name", "group", "user_id", "assessment_id"))


def _said(assessment: Assessment, people: Sequence[Respondent]) -> dict[int, values.Respondent]:
    """What each of these people said, by the key of their row."""
    (sheet,) = sheets_of((assessment,), people)
    return {row.pk: each for row, each in zip(people, sheet.respondents, strict=True)}


def _person(place: Respondent | None, there: values.Respondent | None, incoming: values.Respondent) -> PersonChanges:
    found = changes(there.answers if there else {}, incoming.answers)
    before, key = (place.group, place.pk) if place else ("", None)
    return PersonChanges(incoming.name or (place.name if place else ""), incoming.group, before, found, key)


def answer_file_of(assessment: Assessment, reader: User, language: str, *, own: bool = False) -> AnswerFile:
    """The assessment as a file, the reader's own answers at its head; three queries.

    With `own`, and always of an anonymous assessment, it holds nobody's answers but the reader's own. No two people in
    it have the same name, and nobody has none: else nobody could say whose answers come back.
    """
    sheet = own_sheet_of(assessment, reader.pk) if assessment.anonymous else _labelled(assessment, reader, own)
    company = assessment.company
    return AnswerFile(
        held_on=assessment.held_on,
        title=assessment.title,
        company=Company(company.name, company.industry, company.size),
        practice_set=assessment.practice_set,
        respondents=sheet.respondents,
        red_flags=sheet.red_flags,
        targets=sheet.targets,
        agreed=sheet.agreed,
        language=language,
        framework=assessment.framework,
        framework_version=assessment.framework_version,
    )


def _labelled(assessment: Assessment, reader: User, own: bool) -> values.AnswerSheet:
    """What was said, the reader's own answers first or alone, each under a name that nobody else has."""
    people = _people(assessment)
    (sheet,) = sheets_of((assessment,), people)
    label = label_of(people)
    both = list(zip(people, sheet.respondents, strict=True))
    mine = [replace(each, name=label[row.pk]) for row, each in both if row.user_id == reader.pk]
    others = [replace(each, name=label[row.pk]) for row, each in both if row.user_id != reader.pk]
    return replace(sheet, respondents=(*mine, *(() if own else others)))
