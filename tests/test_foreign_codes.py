"""Codes of other companies and workspaces in the body of a form, or further along an address, reach nothing."""

from __future__ import annotations

import datetime
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from assessments.actions.goals import set_goal
from assessments.actions.milestones import keep_milestone
from assessments.actions.plan import add_plan_item
from assessments.actions.references import add_references
from assessments.actions.share_links import make_share_link
from assessments.files.references import Figure
from assessments.models import Assessment, Company, Goal, PlanItem, ReferenceFigure, ShareLink, Workspace
from tests.personas import DAY, Inside, World


@pytest.fixture(params=["beside", "elsewhere"])
def foreign(request: pytest.FixtureRequest, inside: Inside) -> Assessment:
    """An assessment of another company of the same workspace, then one of another workspace."""
    return inside.other_assessment if request.param == "beside" else inside.twin_assessment


def planned(company: Company, title: str) -> PlanItem:
    return add_plan_item(user=None, company=company, title=title, lane="later")


def test_items_of_another_plan_are_neither_moved_nor_changed_nor_accepted(
    world: World, editor: Client, foreign: Assessment
) -> None:
    item = planned(foreign.company, "Theirs")
    before = PlanItem.objects.filter(pk=item.pk).values().get()
    body = {"item": str(item.code), "to": "now", "state": "done", "title": "Ours", "lane": "now", "reason": "x"}
    body["review_on"] = str(DAY + datetime.timedelta(days=400))
    company = world.company.code
    for name, more in (("plan", []), ("plan_move", []), ("plan_edit", [item.code]), ("plan_accept", [item.code])):
        assert editor.post(reverse(name, args=[company, *more]), body).status_code == 404, name
    assert PlanItem.objects.filter(pk=item.pk).values().get() == before


def test_an_item_of_another_plan_is_no_place_to_move_to(world: World, editor: Client, foreign: Assessment) -> None:
    theirs, ours = planned(foreign.company, "Theirs"), planned(world.company, "Ours")
    body = {"item": str(ours.code), "to": "now", "before": str(theirs.code)}
    assert editor.post(reverse("plan_move", args=[world.company.code]), body).status_code == 302
    theirs.refresh_from_db(), ours.refresh_from_db()
    assert (theirs.lane, ours.lane) == ("later", "now")


def test_steps_of_another_report_are_not_adopted(world: World, editor: Client, foreign: Assessment) -> None:
    Assessment.objects.filter(pk=foreign.pk).update(state="review")
    body = {"assessment": str(foreign.code), "all": "now"}
    assert editor.post(reverse("plan_adopt", args=[world.company.code]), body).status_code == 404
    assert not PlanItem.objects.exists()


def test_targets_of_another_company_stay_open(world: World, editor: Client, foreign: Assessment) -> None:
    goal = set_goal(user=world.owner, company=foreign.company, assessment=foreign, targets=[])
    path = reverse("goal_close", args=[world.company.code, goal.code])
    assert editor.post(path).status_code == 404
    assert Goal.objects.get(pk=goal.pk).closed_at is None


def test_milestones_and_links_of_another_assessment(world: World, editor: Client, foreign: Assessment) -> None:
    kept = keep_milestone(user=world.owner, assessment=foreign, name="Theirs")
    link = make_share_link(user=world.owner, assessment=foreign, name="Theirs", language="en")
    code = world.assessment.code
    for name in ("milestone", "milestone_content"):
        assert editor.get(reverse(name, args=[code, kept.code])).status_code == 404
    assert editor.get(reverse("milestone_file", args=[code, kept.code, "json"])).status_code == 404
    for name in ("share_withdraw", "share_renew"):
        assert editor.post(reverse(name, args=[code, link.code]), {}).status_code == 404
    body = {"name": "x", "language": "en", "milestone": str(kept.code)}
    assert editor.post(reverse("share_new", args=[code]), body).status_code == 200  # the form again
    assert "Theirs" not in editor.get(reverse("share_new", args=[code]), {"milestone": str(kept.code)}).content.decode()
    assert list(ShareLink.objects.values_list("pk", "withdrawn_at", "version")) == [(link.pk, None, 1)]


def test_rounds_of_another_company_are_not_set_beside(world: World, editor: Client, foreign: Assessment) -> None:
    Assessment.objects.filter(pk__in=(foreign.pk, world.assessment.pk)).update(state="final", title="Their own round")
    Assessment.objects.filter(pk=world.assessment.pk).update(title="Ours")
    path = reverse("rounds", args=[world.company.code])
    page = editor.get(path, {"round": [str(world.assessment.code), str(foreign.code)]}).content.decode()
    assert "Their own round" not in page
    for kind in ("csv", "json"):
        asked = {"round": [str(world.assessment.code), str(foreign.code)]}
        assert editor.get(reverse("rounds_file", args=[world.company.code, kind]), asked).status_code == 404


def figure(workspace: Workspace, world: World) -> ReferenceFigure:
    row = Figure("trust", 60.0, "Theirs", "A study", "", DAY, None)
    add_references(user=world.owner, workspace=workspace, figures=[row])
    return ReferenceFigure.objects.get(workspace=workspace)


def test_reference_figures_of_another_workspace(world: World, consultant: Client) -> None:
    theirs = figure(world.elsewhere, world)
    path = reverse("reference_remove", args=[world.workspace.code, theirs.code])
    assert consultant.post(path).status_code == 404
    assert ReferenceFigure.objects.filter(pk=theirs.pk).exists()


def test_a_place_where_one_does_not_belong_has_no_calendar(world: World, editor: Client, inside: Inside) -> None:
    for place in (inside.other_company.code, inside.twin.code, world.workspace.code, uuid.uuid4()):
        assert editor.post(reverse("my_reminders"), {"place": str(place), "act": "calendar"}).status_code == 404
