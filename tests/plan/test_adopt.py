"""From the report into the plan: once, with what it needs, and never out of what is kept of a report."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.plan import move_plan_item
from assessments.models import Assessment, PlanItem
from tests.personas import World
from tests.plan.conftest import AddItem

LOOP, METRICS = "l3-close-the-loop", "l3-metric-system"


def adopt(client: Client, world: World, **said: str) -> int:
    return client.post(reverse("plan_adopt", args=[world.company.code]), said).status_code


def report(client: Client, assessment: Assessment) -> str:
    return client.get(reverse("report", args=[assessment.code])).getvalue().decode()


def test_a_step_is_adopted_with_all_that_the_report_says_of_it(
    world: World, owner: Client, reported: Assessment
) -> None:
    assert "Put into the plan" in report(owner, reported)
    answer = owner.post(
        reverse("plan_adopt", args=[world.company.code]), {"practice": "int-privacy", "assessment": reported.code}
    )
    assert answer["Location"] == f"{reverse('report', args=[reported.code])}#step-int-privacy"
    row = PlanItem.objects.get()
    assert (row.practice, row.from_stage, row.to_stage) == ("int-privacy", 1, 2)
    assert (row.origin, row.assessment, row.state, row.lane) == ("step", reported, "open", "next")
    assert (row.effort, row.impact) == ("M", "L")  # high impact is the largest of three
    assert row.signal
    assert row.title in owner.get(reverse("plan", args=[world.company.code])).content.decode()


def test_adopting_twice_is_adopting_once(world: World, owner: Client, reported: Assessment) -> None:
    for _ in range(2):
        assert adopt(owner, world, practice="int-privacy") == 302
    assert PlanItem.objects.count() == 1
    adopt(owner, world, all="now")
    count = PlanItem.objects.count()
    adopt(owner, world, all="now")
    assert PlanItem.objects.count() == count > 1
    assert set(PlanItem.objects.exclude(practice="int-privacy").values_list("lane", flat=True)) == {"now"}


def test_what_was_dropped_may_be_adopted_again_and_what_is_done_not(
    world: World, owner: Client, reported: Assessment
) -> None:
    adopt(owner, world, practice="int-privacy")
    move_plan_item(user=world.owner, item=PlanItem.objects.get(), state="done")
    adopt(owner, world, practice="int-privacy")
    assert PlanItem.objects.count() == 1
    move_plan_item(user=world.owner, item=PlanItem.objects.get(), state="dropped")
    adopt(owner, world, practice="int-privacy")
    assert PlanItem.objects.count() == 2


def test_a_blocked_step_brings_what_it_needs_in_no_later_lane(
    world: World, owner: Client, reported: Assessment
) -> None:
    adopt(owner, world, practice=f"{LOOP}+needs", lane="now")
    rows = {each.practice: each for each in PlanItem.objects.all()}
    assert METRICS in rows
    assert {each.lane for each in rows.values()} == {"now"}
    assert rows[METRICS].place < rows[LOOP].place


def test_a_need_that_is_not_in_the_plan_is_named_and_adopted_from_the_card(
    world: World, owner: Client, reported: Assessment, add_item: AddItem
) -> None:
    add_item("Call back", practice=LOOP, lane="next")
    text = owner.get(reverse("plan", args=[world.company.code])).content.decode()
    assert f'value="{METRICS}+needs"' in text
    adopt(owner, world, practice=f"{METRICS}+needs", lane="next")
    assert PlanItem.objects.get(practice=METRICS).lane in ("now", "next")


def test_the_report_says_what_is_in_the_plan_although_it_is_kept(
    world: World, owner: Client, viewer: Client, reported: Assessment
) -> None:
    marks = [f'value="{practice}"' for practice in ("int-privacy",)]
    assert all(mark in report(owner, reported) for mark in marks)
    adopt(owner, world, practice="int-privacy")
    after = report(owner, reported)
    assert not any(mark in after for mark in marks)
    assert "In the plan" in after
    seen_by_viewer = report(viewer, reported)
    assert "In the plan" in seen_by_viewer
    assert "Put into the plan" not in seen_by_viewer
    assert "<!--adopt" not in after + seen_by_viewer
    move_plan_item(user=world.owner, item=PlanItem.objects.get(), state="dropped")
    assert all(mark in report(owner, reported) for mark in marks)


def test_steps_of_others_and_unknown_ones_are_not_found(
    world: World, owner: Client, stranger: Client, viewer: Client, reported: Assessment
) -> None:
    assert adopt(owner, world, practice="l1-nothing") == 404
    assert adopt(owner, world, practice="int-privacy", assessment="00000000-0000-0000-0000-000000000001") == 404
    assert adopt(stranger, world, practice="int-privacy") == 404
    assert adopt(viewer, world, practice="int-privacy") == 403
    assert not PlanItem.objects.exists()


def test_a_sealed_assessment_proposes_nothing(world: World, owner: Client, reported: Assessment) -> None:
    Assessment.objects.filter(pk=reported.pk).update(anonymous=True, state="collecting")
    assert "proposes" not in owner.get(reverse("plan", args=[world.company.code])).content.decode()
    assert adopt(owner, world, practice="int-privacy", assessment=str(reported.code)) == 404


def accept(client: Client, world: World, **said: str) -> int:
    url = reverse("plan_accept_step", args=[world.company.code, "int-privacy"])
    return client.post(url, said).status_code


@pytest.mark.parametrize(
    ("reason", "days", "error"),
    [("", 30, "Give a reason"), ("We sell the business", 0, "Choose a day after today"), ("We sell it", None, "")],
)
def test_a_gap_is_accepted_with_a_reason_and_a_date_only(
    reason: str, days: int | None, error: str, world: World, owner: Client, reported: Assessment
) -> None:
    day = "" if days is None else str(timezone.localdate() + datetime.timedelta(days=days))
    url = reverse("plan_accept_step", args=[world.company.code, "int-privacy"])
    answer = owner.post(url, {"reason": reason, "review_on": day})
    assert answer.status_code == 400
    assert error in answer.content.decode()
    assert reason in answer.content.decode()
    assert not PlanItem.objects.exists()


def test_an_accepted_gap_stands_apart_and_comes_up_again(world: World, owner: Client, reported: Assessment) -> None:
    day = timezone.localdate() + datetime.timedelta(days=90)
    assert accept(owner, world, reason="We sell the business", review_on=str(day)) == 302
    row = PlanItem.objects.get()
    assert (row.state, row.note, row.review_on) == ("accepted", "We sell the business", day)
    page = reverse("plan", args=[world.company.code])
    text = owner.get(page).content.decode()
    assert "Gaps we live with" in text
    assert "to be looked at again" not in text
    PlanItem.objects.update(review_on=timezone.localdate())
    assert "1 accepted gap is to be looked at again." in owner.get(page).content.decode()
    adopt(owner, world, practice="int-privacy")
    assert PlanItem.objects.count() == 1
    owner.post(page, {"item": row.code, "state": "open"})
    row.refresh_from_db()
    assert (row.state, row.review_on) == ("open", None)


def test_an_item_is_accepted_and_keeps_what_was_noted(world: World, owner: Client, add_item: AddItem) -> None:
    row = add_item(note="Asked in May.")
    url = reverse("plan_accept", args=[world.company.code, row.code])
    assert b'name="review_on" value="20' in owner.get(url).content
    owner.post(url, {"reason": "Too dear", "review_on": str(timezone.localdate() + datetime.timedelta(days=9))})
    row.refresh_from_db()
    assert (row.state, row.note) == ("accepted", "Too dear\n\nAsked in May.")
    assert (
        owner.post(reverse("plan", args=[world.company.code]), {"item": row.code, "state": "accepted"}).status_code
        == 404
    )
