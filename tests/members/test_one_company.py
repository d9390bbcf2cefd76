"""People of one company: all of it, and nothing of what stands beside it."""

from __future__ import annotations

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.access import assessment_for, company_for, workspace_for
from assessments.models import Company, Membership, Workspace
from assessments.places import place_for
from assessments.queries.companies import places_to_keep
from assessments.queries.portfolio import Wanted, portfolio
from tests.personas import Inside, World


def test_they_go_straight_to_their_company(world: World, reader: Client) -> None:
    assert reader.get("/workspaces/").headers["Location"] == reverse("company", args=[world.company.code])


def test_with_two_companies_they_choose(world: World, inside: Inside, reader: Client) -> None:
    Membership.objects.create(
        workspace=world.workspace, company=inside.other_company, user=inside.reader, role="viewer"
    )
    page = reader.get("/workspaces/").content.decode()
    assert "What do you want to open?" in page
    assert "Cedar Bank" in page
    assert str(world.workspace.code) not in page


@pytest.mark.parametrize("name", ["company", "company_people", "assessment", "report", "red_flags", "targets"])
def test_their_pages_name_the_workspace_and_lead_nowhere(name: str, world: World, reader: Client) -> None:
    code = world.company.code if name.startswith("company") else world.assessment.code
    answer = reader.get(reverse(name, args=[code]))
    assert answer.status_code == 200
    page = answer.content.decode()
    assert str(world.workspace.code) not in page
    assert "Cedar Bank" not in page


def test_they_see_their_own_people_only(world: World, reader: Client) -> None:
    page = reader.get(reverse("company_people", args=[world.company.code])).content.decode()
    assert "2 people see Harbour Retail." in page
    assert "editor@example.com" in page
    assert "owner@example.com" not in page


@pytest.mark.parametrize("persona", ["reader", "editor"])
def test_the_rest_does_not_exist(persona: str, world: World, inside: Inside, request: pytest.FixtureRequest) -> None:
    client: Client = request.getfixturevalue(persona)
    for name, code in (
        ("workspace", world.workspace.code),
        ("members", world.workspace.code),
        ("member_invite", world.workspace.code),
        ("company_new", world.workspace.code),
        ("company", inside.other_company.code),
        ("company_people", inside.other_company.code),
        ("assessment", inside.other_assessment.code),
        ("report", inside.other_assessment.code),
        ("answer_next", inside.other_assessment.code),
        ("company", inside.twin.code),
        ("company_people", inside.twin.code),
        ("assessment", inside.twin_assessment.code),
        ("report", inside.twin_assessment.code),
    ):
        assert client.get(reverse(name, args=[code])).status_code == 404, name


def test_a_consultant_of_a_company_edits_it_but_invites_nobody(world: World, editor: Client, reader: Client) -> None:
    edit = reverse("company_edit", args=[world.company.code])
    assert (editor.get(edit).status_code, reader.get(edit).status_code) == (200, 403)
    invite = reverse("company_invite", args=[world.company.code])
    assert (editor.get(invite).status_code, reader.get(invite).status_code) == (403, 403)


def test_the_doors_know_who_sees_the_whole(world: World, inside: Inside) -> None:
    assert company_for(inside.reader, world.company.code).thing.workspace.partial
    assert assessment_for(inside.editor, world.assessment.code, write=True).thing.workspace.partial
    assert place_for(inside.editor, world.assessment.code).workspace.partial
    assert not company_for(world.viewer, world.company.code).thing.workspace.partial
    assert not place_for(world.consultant, world.assessment.code).workspace.partial
    with pytest.raises(Http404):
        workspace_for(inside.editor, world.workspace.code)


def test_the_check_is_kept_only_where_one_may_write(world: World, inside: Inside) -> None:
    assert places_to_keep(inside.reader) == []
    ((workspace, companies),) = places_to_keep(inside.editor)
    assert (workspace.partial, companies) == (True, [world.company])
    ((workspace, companies),) = places_to_keep(world.owner)
    assert (workspace.partial, companies) == (False, [inside.other_company, world.company])


def test_what_is_deleted_is_nowhere(world: World, inside: Inside, owner: Client, reader: Client) -> None:
    Company.objects.filter(pk=world.company.pk).update(deleted_at=timezone.now())
    assert list(portfolio(world.workspace, Wanted())) == [inside.other_company]
    assert places_to_keep(inside.editor) == [(world.workspace, [])]
    assert "belong to no workspace" in reader.get("/workspaces/").content.decode()
    assert "Harbour Retail" not in owner.get(reverse("members", args=[world.workspace.code])).content.decode()
    Workspace.objects.filter(pk=world.workspace.pk).update(deleted_at=timezone.now())
    assert places_to_keep(inside.editor) == []
    assert "belong to no workspace" in owner.get("/workspaces/").content.decode()
