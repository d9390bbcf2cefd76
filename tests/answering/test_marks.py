"""One red flag or one target stage, as our script sends it."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client

from assessments.actions.assessments import set_targets
from assessments.models import AuditEntry
from tests.personas import World

PRACTICE = "l2-response-speed"


def send(client: Client, world: World, page: str, **fields: str) -> HttpResponse:
    sent = {name.replace("__", "|"): value for name, value in fields.items()}
    return client.post(f"/assessments/{world.assessment.code}/{page}/", sent, headers={"Accept": "application/json"})


def target(client: Client, world: World, stage: str, seen: str = "0") -> HttpResponse:
    return send(client, world, "targets", **{f"target-{PRACTICE}": stage, f"target-{PRACTICE}|seen": seen})


def targets(world: World) -> dict[str, int]:
    world.assessment.refresh_from_db()
    return world.assessment.targets


def test_a_flag_is_opened_and_closed_and_the_others_stay(world: World, owner: Client) -> None:
    world.assessment.red_flags = ["RF-05"]
    world.assessment.save()
    assert send(owner, world, "red-flags", **{"flag-RF-01|seen": "0", "flag-RF-01": "1"}).json()["seen"] == "1"
    world.assessment.refresh_from_db()
    assert world.assessment.red_flags == ["RF-01", "RF-05"]
    for _again in range(2):
        assert send(owner, world, "red-flags", **{"flag-RF-01|seen": "1"}).json()["seen"] == "0"
    world.assessment.refresh_from_db()
    assert world.assessment.red_flags == ["RF-05"]
    assert AuditEntry.objects.filter(act="red-flags-set").count() == 2


def test_a_stage_is_set_and_sent_again_is_the_same(world: World, owner: Client) -> None:
    for _again in range(2):
        answer = target(owner, world, "3")
        assert answer.status_code == 200 and answer.json()["seen"] == "3" and answer.json()["at"]
    assert targets(world) == {PRACTICE: 3}
    assert target(owner, world, "", "3").json()["seen"] == "0"
    assert targets(world) == {}
    noted = AuditEntry.objects.filter(act="targets-set").order_by("pk").values_list("detail", flat=True)
    assert list(noted) == [{"targets": {PRACTICE: 3}}, {"targets": {PRACTICE: None}}]


@pytest.mark.parametrize(("theirs", "said"), [(4, "4 Leading"), (None, "back to “open” meanwhile")])
def test_what_somebody_else_has_set_meanwhile_is_not_overwritten(
    theirs: int | None, said: str, world: World, owner: Client
) -> None:
    set_targets(assessment=world.assessment, targets={PRACTICE: 1})
    set_targets(assessment=world.assessment, targets={PRACTICE: theirs})
    answer = target(owner, world, "3", "1")
    assert answer.status_code == 409
    assert said in answer.json()["newer"]
    assert targets(world).get(PRACTICE) == theirs
    assert target(owner, world, "3", answer.json()["seen"]).status_code == 200
    assert targets(world) == {PRACTICE: 3}


def test_a_final_assessment_says_why_nothing_is_saved(world: World, owner: Client) -> None:
    world.assessment.state = "final"
    world.assessment.save()
    for answer in (target(owner, world, "3"), send(owner, world, "red-flags", **{"flag-RF-01|seen": "0"})):
        assert answer.status_code == 403
        assert "This assessment is final" in answer.json()["error"]


def test_what_nobody_asks_is_gone(world: World, owner: Client, viewer: Client) -> None:
    assert send(owner, world, "red-flags", **{"flag-RF-99|seen": "0"}).status_code == 404
    assert send(owner, world, "targets", **{"target-l9-nothing|seen": "0"}).status_code == 404
    assert send(owner, world, "targets").status_code == 404
    assert target(viewer, world, "3").status_code == 403


@pytest.mark.parametrize("odd", ["9", "-1", "two", "²", " 3"])
def test_what_is_no_stage_changes_nothing(odd: str, world: World, owner: Client) -> None:
    set_targets(assessment=world.assessment, targets={PRACTICE: 2})
    assert target(owner, world, odd, "2").status_code == 404
    assert target(owner, world, "3", odd).status_code == 404
    assert send(owner, world, "targets", **{f"target-{PRACTICE}|seen": "2"}).status_code == 404
    owner.post(f"/assessments/{world.assessment.code}/targets/", {f"target-{PRACTICE}": odd})  # without script
    assert targets(world) == {PRACTICE: 2}
