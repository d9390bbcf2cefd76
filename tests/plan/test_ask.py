"""Before a review ends, owner and date are asked for; nothing that was typed is lost, and nobody is held up."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessments.models import Assessment, PlanItem
from tests.personas import World
from tests.plan.conftest import AddItem


def final(client: Client, assessment: Assessment, **said: str) -> Any:
    return client.post(reverse("assessment_move", args=[assessment.code, "final"]), said)


def state(assessment: Assessment) -> str:
    assessment.refresh_from_db()
    return assessment.state


def test_what_comes_now_without_owner_or_date_is_asked_for(
    world: World, owner: Client, reported: Assessment, add_item: AddItem
) -> None:
    row = add_item("Answer faster", lane="now", owner="Bo")
    add_item("Whole", lane="now", owner="Bo", due_on="2026-12-01")
    add_item("Later", lane="later")
    text = owner.get(reverse("assessment_move", args=[reported.code, "final"])).content.decode()
    assert "Answer faster" in text
    assert "Whole" not in text
    assert ">Later<" not in text
    refused = final(owner, reported, **{f"{row.code}-owner": "Li <b>"})
    assert refused.status_code == 400
    assert 'value="Li &lt;b&gt;"' in refused.content.decode()
    assert state(reported) == "review"
    filled = {f"{row.code}-owner": "Li", f"{row.code}-due_on": "2026-12-01"}
    assert final(owner, reported, **filled).status_code == 302
    row.refresh_from_db()
    assert (row.owner, str(row.due_on), state(reported)) == ("Li", "2026-12-01", "final")


def test_one_may_go_on_knowingly_and_keeps_what_was_said(
    world: World, owner: Client, reported: Assessment, add_item: AddItem
) -> None:
    row = add_item("Answer faster", lane="now")
    answer = final(owner, reported, knowingly="1", **{f"{row.code}-owner": "Li"})
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.owner, row.due_on, state(reported)) == ("Li", None, "final")


@pytest.mark.parametrize("knowingly", [{}, {"knowingly": "1"}])
def test_a_date_that_is_none_is_told_in_any_case(
    knowingly: dict[str, str], world: World, owner: Client, reported: Assessment, add_item: AddItem
) -> None:
    row = add_item("Answer faster", lane="now")
    answer = final(owner, reported, **knowingly, **{f"{row.code}-owner": "Li", f"{row.code}-due_on": "soon"})
    assert answer.status_code == 400
    assert 'value="soon"' in answer.content.decode()
    assert state(reported) == "review"


def test_where_nothing_is_adopted_the_first_steps_are_offered(
    world: World, owner: Client, reported: Assessment
) -> None:
    text = owner.get(reverse("assessment_move", args=[reported.code, "final"])).content.decode()
    assert "Nothing is adopted yet." in text
    practice = re.findall(r'name="([\w-]+)-owner"', text)[0]
    assert final(owner, reported).status_code == 400
    said = {f"{practice}-owner": "Li", f"{practice}-due_on": "2026-12-01"}
    assert final(owner, reported, **said).status_code == 302
    row = PlanItem.objects.get()
    assert (row.practice, row.owner, row.lane, row.origin) == (practice, "Li", "now", "step")
    assert state(reported) == "final"


def test_where_there_is_nothing_to_ask_it_goes_on_as_ever(world: World, owner: Client) -> None:
    Assessment.objects.filter(pk=world.assessment.pk).update(state="review")
    assert final(owner, world.assessment).status_code == 302
    assert state(world.assessment) == "final"
