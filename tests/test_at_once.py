"""Two people who act at the same moment: each looks at what is there before either has written, unless one waits.

Unless the row that an act decides by is held, both would be let through: a workspace would lose both its owners, a link
would let in two, a text of somebody else would be overwritten untold.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from django.db import OperationalError, connection

from assessments.actions.comments import handle_comment
from assessments.actions.invitations import accept_invitation, invite
from assessments.actions.journeys import edit_journey, start_journey
from assessments.actions.life import CannotMove, move_assessment
from assessments.actions.members import LastOwner, leave
from assessments.actions.plan import NewerItem, add_plan_item, update_plan_item
from assessments.actions.rights import SoleOwner, delete_account
from assessments.actions.section_notes import NoteChanged, save_note
from assessments.journey.edits import Cell, stamp
from assessments.journey.reading import read
from assessments.models import Membership
from assessments.queries.plan import seen_of
from assessments.voice.handling import Handling
from tests.comments.words import said
from tests.journey.maps import WHOLE
from tests.personas import World

pytestmark = pytest.mark.django_db(transaction=True)

Act = Callable[[], object]
WRITES = ("INSERT", "UPDATE", "DELETE")
REFUSED = (LastOwner, SoleOwner, CannotMove, NewerItem, NoteChanged)


def owners_leave(world: World) -> list[Act]:
    Membership.objects.filter(user=world.consultant).update(role="owner")
    owners = Membership.objects.filter(workspace=world.workspace, role="owner")
    return [lambda each=each: leave(user=each.user, membership=each) or True for each in owners]


def owners_delete_their_accounts(world: World) -> list[Act]:
    Membership.objects.filter(user=world.consultant).update(role="owner")
    return [lambda each=each: delete_account(user=each) or True for each in (world.owner, world.consultant)]


def two_come_by_one_link(world: World) -> list[Act]:
    link = invite(user=world.owner, workspace=world.workspace, company=None, role="viewer", email="", language="en")
    Membership.objects.filter(user=world.viewer).delete()
    people = world.stranger, world.viewer
    return [lambda each=each: accept_invitation(user=each, invitation=link) == "joined" for each in people]


def one_assessment_is_opened(world: World) -> list[Act]:
    told: Any = {"assessment": world.assessment, "to": "collecting"}
    return [lambda each=each: move_assessment(user=each, **told) or True for each in (world.owner, world.consultant)]


def one_comment_is_settled(world: World) -> list[Act]:
    told: Any = {"company": world.company, "comment": said(world.company, "It took three weeks."), "seen": 1}
    told["seen"] = told["comment"].version
    return [lambda each=each: handle_comment(user=world.owner, **told, to=Handling(reply=each)) for each in "ab"]


def one_item_is_changed(world: World) -> list[Act]:
    item = add_plan_item(user=world.owner, company=world.company, title="Ask customers", lane="now")
    told: Any = {"user": world.owner, "item": item, "seen": seen_of(item)}
    return [lambda each=each: update_plan_item(**told, said={"title": each}) or True for each in "ab"]


def one_cell_is_filled_in(world: World) -> list[Act]:
    cell = Cell("touchpoints", "channel", "t1")
    journey = start_journey(user=world.owner, company=world.company, map=read(WHOLE))
    told: Any = {"user": world.owner, "journey": journey, "cell": cell, "seen": stamp(read(WHOLE), cell)}
    return [lambda each=each: edit_journey(**told, value=each).done for each in ("phone", "letter")]


def one_note_is_written(world: World) -> list[Act]:
    told: Any = {"user": world.owner, "assessment": world.assessment, "section": "summary", "language": "en"}
    return [lambda each=each: save_note(**told, basis="", version=0, text=each) or True for each in "ab"]


@pytest.mark.parametrize(
    "case",
    [
        owners_leave, owners_delete_their_accounts, two_come_by_one_link, one_assessment_is_opened,
        one_comment_is_settled, one_item_is_changed, one_cell_is_filled_in, one_note_is_written,
    ],
)  # fmt: skip
def test_of_two_at_the_same_moment_one_does(case: Callable[[World], list[Act]], world: World) -> None:
    acts, together = case(world), Barrier(2)

    def meeting(execute: Any, sql: str, *rest: Any) -> Any:
        """Nobody writes before the other has looked, unless the other waits for them."""
        if sql.startswith(WRITES):
            with suppress(BrokenBarrierError):
                together.wait(0.3)
        return execute(sql, *rest)

    def run(act: Act) -> bool:
        try:
            with connection.execute_wrapper(meeting):
                return patiently(act)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(run, acts)) == [False, True]


def patiently(act: Act) -> bool:
    """Act; an SQLite database in memory, as tests have it, does not wait for its turn, so this does."""
    for _attempt in range(500):
        try:
            return bool(act())
        except OperationalError:
            time.sleep(0.01)
        except REFUSED:
            return False
    raise AssertionError("the database was never free")
