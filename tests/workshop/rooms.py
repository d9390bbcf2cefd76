"""A room with a running workshop, and phones in it that go through the pages as phones do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.test import Client

from assessments.actions.votes import cast_vote, take_seat
from assessments.actions.workshops import open_workshop, reveal_votes, start_voting
from assessments.links import key_of
from assessments.models import Seat, Workshop
from tests.personas import World

FIRST = "l1-searchable-help"
SECOND = "l1-accurate-facts"
GROUPS = ("leaders", "managers", "frontline")


def running(world: World, practice: str = FIRST) -> Workshop:
    """A workshop that the owner has opened."""
    return open_workshop(user=world.owner, assessment=world.assessment, practice=practice)


def page_of(workshop: Workshop) -> str:
    """The address of the projected page."""
    return f"/assessments/{workshop.assessment.code}/workshop/{workshop.code}/"


def do(host: Client, workshop: Workshop, **data: object):  # type: ignore[no-untyped-def]  # Django's test response
    """What a button of the projected page sends."""
    workshop.refresh_from_db()
    return host.post(page_of(workshop), {"version": workshop.version, **data})


@dataclass
class Phone:
    """A phone that has joined."""

    client: Client
    path: str

    @property
    def code(self) -> str:
        return self.path.split("/")[2]

    def vote(self, choice: str, practice: str = FIRST, number: int = 1, script: bool = True):  # type: ignore[no-untyped-def]
        said = {"choice": choice, "practice": practice, "round": number}
        return self.client.post(self.path, said, headers={"Accept": "application/json"} if script else None)

    def state(self, tag: str = ""):  # type: ignore[no-untyped-def]
        return self.client.get(f"{self.path}state/", {"v": tag})

    def page(self) -> str:
        return self.client.get(self.path).content.decode()


def join(workshop: Workshop, group: str = "frontline", client: Client | None = None) -> Phone:
    """A new phone takes a seat."""
    client = client or Client()
    answer = client.post("/w/", {"key": key_of("workshop", workshop), "group": group, "join": "1"})
    assert answer.status_code == 303
    return Phone(client, answer.headers["Location"])


def voted(workshop: Workshop, votes: dict[str, Sequence[int | None]], number: int = 1) -> list[Seat]:
    """So many seats of each group, and what they say in a round that is revealed then."""
    workshop.refresh_from_db()
    if workshop.phase == "waiting":
        start_voting(workshop=workshop, seen=workshop.version)
    workshop.refresh_from_db()
    seats = []
    for group, stages in votes.items():
        for stage in stages:
            seats.append(take_seat(workshop=workshop, group=group))
            assert cast_vote(seat=seats[-1].code, practice=workshop.practice, number=number, stage=stage)
    reveal_votes(workshop=workshop, seen=workshop.version)
    workshop.refresh_from_db()
    return seats
