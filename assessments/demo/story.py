"""The story as values: who is in it, what the whole company is near, and what people wrote."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ..content.loader import framework
from ..content.schema import Frozen, Language
from ..reports.document import Facts

HERE = Path(__file__).parent
Group = Literal["leaders", "managers", "frontline"]
Stage = Annotated[int, Field(ge=0, le=4)]
Near = Annotated[float, Field(ge=0, le=4)]


class Person(Frozen):
    """Somebody who can sign in to the demo workspace."""

    email: str
    name: str
    role: Literal["owner", "consultant", "viewer"]
    language: Language


class Workspace(Frozen):
    """The consultancy."""

    name: str


class Quick(Frozen):
    """A short round in progress: the owner has answered the first `answered` practices of it."""

    company: str
    title: str
    group: Group
    answered: int


class Team(Frozen):
    """An anonymous round of a whole team: how many of each group, what they are called, and how they see things."""

    company: str
    title: str
    held_days_ago: int
    people: dict[Group, Annotated[int, Field(ge=1)]]
    names: dict[Group, str]
    tilt: dict[Group, float]
    dont_know: dict[Group, Annotated[float, Field(ge=0, le=1)]]


class Settled(Frozen):
    """What the review of a client's round agreed on, and why."""

    stage: Stage
    reason: Annotated[str, Field(min_length=1)]


class Kept(Frozen):
    """A milestone of a client's round, and the link by which it is shared in `language`."""

    company: str
    name: str
    shared_with: str
    language: str


class Story(Frozen):
    """The consultancy, its people, and the keys of its clients."""

    companies: tuple[str, ...]
    workspace: Workspace
    people: tuple[Person, ...]
    quick: Quick
    team: Team
    kept: Kept


class Who(Frozen):
    """A respondent, named by role."""

    id: str
    group: Group
    name: str


class Exempt(Frozen):
    """Who says of a practice that it does not apply, and for what reason; everybody where `by` is empty."""

    reason: Literal["out-of-scope", "by-choice", "done-by-others"]
    by: tuple[str, ...] = ()


class Note(Frozen):
    """What one respondent wrote about one practice. Without a stage it explains why the practice does not apply."""

    practice: str
    by: str
    stage: Stage | None = None
    note: str
    evidence: str = ""


class Client(Frozen):
    """A client: its facts, its respondents, the stage its practices are near, and what people wrote or did not know."""

    key: str
    language: Language
    name: str
    industry: str
    size: str
    title: str
    held_days_ago: int
    red_flags: tuple[str, ...]
    tilt: dict[Group, float]
    targets: dict[str, Stage]
    respondents: tuple[Who, ...]
    profile: dict[str, Near]
    dont_know: dict[str, tuple[str, ...]]
    not_applicable: dict[str, Exempt]
    evidence: dict[str, str]
    notes: tuple[Note, ...]
    agreed: dict[str, Settled] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        """Refuses a story that speaks of practices, flags or people there are not, or says two things at once."""
        known = framework()
        practices = {*self.profile, *self.targets, *self.dont_know, *self.not_applicable, *self.evidence, *self.agreed}
        self._refuse("unknown practice", {*practices, *(each.practice for each in self.notes)} - set(known.practices))
        self._refuse("unknown red flag", set(self.red_flags) - set(known.flags))
        named = [*self.dont_know.values(), *(each.by for each in self.not_applicable.values())]
        speakers = {*(each.by for each in self.notes), *(id for ids in named for id in ids)}
        self._refuse("unknown respondent", speakers - {each.id for each in self.respondents})
        self._refuse("no stage for", set(known.practices) - set(self.profile) - set(self.not_applicable))
        places = [f"{each.practice} by {each.by}" for each in self.notes]
        self._refuse("two notes about", {each for each in places if places.count(each) > 1})
        self._refuse(
            "a note that does not fit the answer about", {each.practice for each in self.notes if not self._fits(each)}
        )
        return self

    def _refuse(self, what: str, found: set[str]) -> None:
        if found:
            raise ValueError(f"{self.key}: {what} {', '.join(sorted(found))}")

    def _fits(self, note: Note) -> bool:
        """A note explains a stage, or why the practice does not apply; who does not know has nothing to say."""
        if note.by in self.dont_know.get(note.practice, ()):
            return False
        return (note.stage is None) == self.exempts(note.practice, note.by)

    def exempts(self, practice: str, respondent: str) -> bool:
        """Whether this respondent says that the practice does not apply."""
        found = self.not_applicable.get(practice)
        return found is not None and (not found.by or respondent in found.by)


@cache
def story() -> Story:
    """The consultancy and its people."""
    return Story.model_validate(_read("story"))


@cache
def client(key: str) -> Client:
    """The client with this key; KeyError where the story has none."""
    if key not in story().companies:
        raise KeyError(key)
    return Client.model_validate(_read(key))


def client_for(language: str) -> Client:
    """The client whose people write in `language`."""
    return next(each for each in map(client, story().companies) if each.language == language)


def held_on(key: str, today: date) -> date:
    """The day of a client's assessment, so many days before `today`."""
    return today - timedelta(days=client(key).held_days_ago)


def facts(key: str, day: date) -> Facts:
    """What is known of a client's assessment, held on `day`, besides its answers."""
    found = client(key)
    return Facts(found.name, found.industry, found.size, found.title, day, story().workspace.name)


def _read(name: str) -> dict[str, object]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
