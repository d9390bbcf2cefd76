"""Agreeing on a stage: with a reason, by those who may, and never over somebody else’s."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from assessments.actions.review import CannotSettle, settle_stage
from assessments.models import AgreedStage, Assessment, AuditEntry
from tests.personas import World
from tests.review.people import answered

FACTS = "l1-accurate-facts"


def url(world: World, query: str = "") -> str:
    return reverse("review", args=[world.assessment.code]) + query


def settling(stage: str = "2", reason: str = "Seen in two shops.", seen: int = 0, **more: str) -> dict[str, object]:
    return {"practice": FACTS, "stage": stage, "reason": reason, "seen": seen, **more}


def test_a_settled_stage_stands_with_reason_name_and_entry_in_the_trail(world: World, consultant: Client) -> None:
    answered(world.assessment, {FACTS: {"managers": [2, 3, 3]}})
    sent = consultant.post(url(world, "?show=open&page=1"), settling())
    assert sent.status_code == 303
    assert sent.headers["Location"] == url(world, f"?show=open&page=1#agree-{FACTS}")
    row = AgreedStage.objects.get()
    assert (row.practice, row.stage, row.reason, row.settled_by) == (FACTS, 2, "Seen in two shops.", world.consultant)
    entry = AuditEntry.objects.get(act="stage-settled")
    assert (entry.actor_id, entry.detail["after"], entry.detail["reason"]) == (world.consultant.pk, 2, row.reason)
    page = " ".join(consultant.get(url(world, "?dimension=l1")).content.decode().split())
    assert "Agreed by Consultant" in page
    assert "2 of 3 gave another stage" in page
    assert "1 of 56 agreed" in page


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (settling(reason="  "), "Say in a few words what settled it"),
        (settling(stage=""), "Choose a stage from 0 to 4."),
        (settling(stage="7"), "Choose a stage from 0 to 4."),
        (settling(reason="x" * 5001), "5,001 characters, 5,000 are allowed"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    world: World, owner: Client, sent: dict[str, object], says: str
) -> None:
    answer = owner.post(url(world, "?dimension=l2"), sent)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert says in page
    assert str(sent["reason"]).strip() in page
    assert f'id="agree-{FACTS}"' in page  # though the filter is about another dimension
    assert not AgreedStage.objects.exists()


def test_a_practice_that_is_not_asked_does_not_exist(world: World, owner: Client) -> None:
    assert owner.post(url(world), {**settling(), "practice": "none"}).status_code == 404


def test_the_second_of_two_sees_the_first_and_is_asked(world: World, owner: Client, consultant: Client) -> None:
    owner.post(url(world), settling("1", "By phone only."))
    late = consultant.post(url(world), settling("3", "The shops do it too."))
    page = late.content.decode()
    assert late.status_code == 409
    for words in (
        "Meanwhile Owner has agreed on stage 1",
        "By phone only.",
        "Yours is stage 3",
        "The shops do it too.",
    ):
        assert words in page
    assert AgreedStage.objects.get().stage == 1
    again = consultant.post(url(world), settling("3", "The shops do it too.", seen=1))
    assert again.status_code == 303
    row = AgreedStage.objects.get()
    assert (row.stage, row.reason, row.version) == (3, "The shops do it too.", 2)


def test_the_same_sent_twice_is_no_conflict(world: World, owner: Client) -> None:
    assert owner.post(url(world), settling()).status_code == 303
    assert owner.post(url(world), settling()).status_code == 303
    assert AgreedStage.objects.get().version == 1


def test_an_agreement_can_be_taken_back_and_says_so(world: World, owner: Client, consultant: Client) -> None:
    owner.post(url(world), settling())
    assert consultant.post(url(world), settling(seen=1, act="take-back")).status_code == 303
    row = AgreedStage.objects.get()
    assert (row.stage, row.version) == (None, 2)
    assert "Taken back by Consultant" in owner.get(url(world, "?dimension=l1")).content.decode()
    late = owner.post(url(world), settling("4", "As before.", seen=1))
    assert late.status_code == 409
    assert "Meanwhile Consultant has taken the agreement back" in late.content.decode()
    assert owner.post(url(world), settling("4", "As before.", seen=2)).status_code == 303


def test_nobody_takes_back_what_they_have_not_seen(world: World, owner: Client, consultant: Client) -> None:
    owner.post(url(world), settling())
    owner.post(url(world), settling("4", "Seen again.", seen=1))
    late = consultant.post(url(world), settling(seen=1, act="take-back"))
    assert late.status_code == 409
    assert "Take it back all the same" in late.content.decode()
    assert AgreedStage.objects.get().stage == 4


def test_readers_and_strangers_settle_nothing(world: World, viewer: Client, stranger: Client) -> None:
    assert viewer.post(url(world), settling()).status_code == 403
    assert stranger.post(url(world), settling()).status_code == 404
    assert not AgreedStage.objects.exists()


@pytest.mark.parametrize("state", ["draft", "collecting", "review"])
def test_a_named_one_is_settled_until_it_is_final(world: World, owner: Client, state: str) -> None:
    Assessment.objects.filter(pk=world.assessment.pk).update(state=state)
    assert owner.post(url(world), settling()).status_code == 303


def test_made_final_in_between_nothing_is_saved_and_the_text_is_shown(world: World, owner: Client) -> None:
    Assessment.objects.filter(pk=world.assessment.pk).update(state="final")
    late = owner.post(url(world), settling())
    assert late.status_code == 409
    assert "Not saved: this assessment is final by now." in late.content.decode()
    assert "Seen in two shops." in late.content.decode()
    assert not AgreedStage.objects.exists()
    with pytest.raises(CannotSettle):
        settle_stage(user=world.owner, assessment=world.assessment, practice=FACTS, stage=2, reason="x", seen=0)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_settle_at_the_same_moment_one_does(world: World) -> None:
    together = Barrier(6)

    def settle(stage: int) -> bool:
        together.wait()
        try:
            return patiently(world, stage)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(settle, range(6)))
    assert sum(done) == 1
    row = AgreedStage.objects.get()
    assert row.reason == str(done.index(True))
    assert AuditEntry.objects.filter(act="stage-settled").count() == 1


def patiently(world: World, stage: int) -> bool:
    """Settle; an SQLite database in memory, as tests have it, does not wait for its turn, so this does."""
    assessment, user = world.assessment, world.owner
    for _attempt in range(500):
        try:
            settled = settle_stage(
                user=user, assessment=assessment, practice=FACTS, stage=stage % 5, reason=f"{stage}", seen=0
            )
        except OperationalError:
            time.sleep(0.01)
        else:
            return settled.done
    raise AssertionError("the database was never free")
