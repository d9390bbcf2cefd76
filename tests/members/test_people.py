"""The page of people: roles, removal, ownership, leaving; and who may do what."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessments.models import AuditEntry, Company, Membership, User
from tests.personas import Inside, World, person


def page_of(world: World) -> str:
    return reverse("members", args=[world.workspace.code])


def page_of_company(world: World) -> str:
    return reverse("company_people", args=[world.company.code])


def role_of(world: World, user: User, company: Company | None = None) -> str | None:
    found = Membership.objects.filter(workspace=world.workspace, user=user, company=company)
    return found.values_list("role", flat=True).first()


def acts(world: World) -> list[str]:
    return list(AuditEntry.objects.filter(workspace=world.workspace).order_by("pk").values_list("act", flat=True))


def test_everyone_of_the_workspace_sees_who_belongs(world: World, inside: Inside, viewer: Client) -> None:
    page = viewer.get(page_of(world)).content.decode()
    assert "5 people belong to Northstar Advisory." in page
    for each in ("owner@example.com", "consultant@example.com", "reader@example.com", "Harbour Retail"):
        assert each in page
    assert "stranger@example.com" not in page
    assert "Invite somebody" not in page
    assert 'value="remove"' not in page


@pytest.mark.parametrize("people", [1, 3])
def test_the_queries_are_the_same_however_many(
    people: int, world: World, owner: Client, django_assert_num_queries: Any
) -> None:
    for number in range(people):
        user = person(f"more{number}")
        Membership.objects.create(workspace=world.workspace, user=user, role="viewer")
        owner.post(reverse("member_invite", args=[world.workspace.code]), {"role": "viewer", "language": "en"})
    owner.get(page_of(world))
    with django_assert_num_queries(5):  # session, person, workspace, people, invitations
        owner.get(page_of(world))
    with django_assert_num_queries(5):
        owner.get(page_of_company(world))


def test_an_owner_changes_a_role(world: World, owner: Client) -> None:
    sent = {"act": "change", "member": "viewer@example.com", "role": "consultant"}
    page = owner.post(page_of(world), sent, follow=True).content.decode()
    assert role_of(world, world.viewer) == "consultant"
    assert "Viewer has the role “Consultant” now." in page
    entry = AuditEntry.objects.get(act="member-changed")
    assert entry.detail == {"member": world.viewer.pk, "before": "viewer", "after": "consultant"}
    assert entry.actor == world.owner


@pytest.mark.parametrize("role", ["king", "", "respondent"])
def test_a_role_that_is_none_changes_nothing(role: str, world: World, owner: Client) -> None:
    owner.post(page_of(world), {"act": "change", "member": "viewer@example.com", "role": role})
    assert role_of(world, world.viewer) == "viewer"


def test_nobody_owns_a_single_company(world: World, inside: Inside, owner: Client) -> None:
    sent = {"act": "change", "member": "reader@example.com", "company": str(world.company.code), "role": "owner"}
    owner.post(page_of(world), sent)
    assert role_of(world, inside.reader, world.company) == "viewer"
    owner.post(page_of(world), {**sent, "role": "consultant"})
    assert role_of(world, inside.reader, world.company) == "consultant"


def test_removing_takes_the_way_in(world: World, owner: Client, viewer: Client) -> None:
    owner.post(page_of(world), {"act": "remove", "member": "viewer@example.com"})
    assert role_of(world, world.viewer) is None
    assert viewer.get(page_of(world)).status_code == 404
    assert acts(world)[-1] == "member-removed"


def test_the_last_owner_stays_one(world: World, owner: Client) -> None:
    for sent in ({"act": "change", "role": "viewer"}, {"act": "remove"}):
        owner.post(page_of(world), {**sent, "member": "owner@example.com"})
        assert role_of(world, world.owner) == "owner"
    page = owner.post(reverse("member_leave"), {"workspace": str(world.workspace.code)}, follow=True)
    assert role_of(world, world.owner) == "owner"
    assert "A workspace always has an owner" in page.content.decode()


def test_of_two_owners_one_may_step_down(world: World, owner: Client) -> None:
    Membership.objects.filter(user=world.consultant).update(role="owner")
    owner.post(page_of(world), {"act": "change", "role": "viewer", "member": "owner@example.com"})
    assert role_of(world, world.owner) == "viewer"


def test_ownership_is_handed_over(world: World, consultant: Client) -> None:
    """Who hands over gives what is theirs: another owner stays one."""
    Membership.objects.filter(user=world.consultant).update(role="owner")
    page = consultant.post(page_of(world), {"act": "hand-over", "member": "viewer@example.com"}, follow=True)
    assert [role_of(world, each) for each in (world.viewer, world.consultant)] == ["owner", "consultant"]
    assert role_of(world, world.owner) == "owner"
    assert "Viewer is an owner now, and you are a consultant." in page.content.decode()
    assert acts(world)[-1] == "ownership-handed-over"


def test_ownership_goes_to_members_of_the_whole_only(world: World, inside: Inside, owner: Client) -> None:
    sent = {"act": "hand-over", "member": "reader@example.com", "company": str(world.company.code)}
    owner.post(page_of(world), sent)
    assert role_of(world, world.owner) == "owner"
    assert role_of(world, inside.reader, world.company) == "viewer"


@pytest.mark.parametrize("persona", ["consultant", "viewer"])
def test_only_owners_act_on_people(persona: str, world: World, browser_of: dict[str, Client]) -> None:
    for sent in ({"act": "remove"}, {"act": "change", "role": "owner"}, {"act": "hand-over"}):
        answer = browser_of[persona].post(page_of(world), {**sent, "member": f"{persona}@example.com"})
        assert answer.status_code == 403
    assert browser_of[persona].get(reverse("member_invite", args=[world.workspace.code])).status_code == 403
    assert role_of(world, getattr(world, persona)) == persona


def test_an_owner_of_another_workspace_acts_on_nobody(world: World, stranger: Client) -> None:
    assert stranger.post(page_of(world), {"act": "remove", "member": "viewer@example.com"}).status_code == 404
    elsewhere = reverse("members", args=[world.elsewhere.code])
    stranger.post(elsewhere, {"act": "remove", "member": "viewer@example.com"})
    assert role_of(world, world.viewer) == "viewer"


def test_from_the_page_of_a_company_only_its_own_people_are_changed(
    world: World, inside: Inside, owner: Client
) -> None:
    owner.post(page_of_company(world), {"act": "remove", "member": "viewer@example.com"})
    assert role_of(world, world.viewer) == "viewer"
    Membership.objects.create(
        workspace=world.workspace, company=inside.other_company, user=inside.reader, role="viewer"
    )
    sent = {"act": "remove", "member": "reader@example.com", "company": str(inside.other_company.code)}
    owner.post(page_of_company(world), sent)
    assert role_of(world, inside.reader, inside.other_company) == "viewer"
    owner.post(page_of_company(world), {**sent, "company": str(world.company.code)})
    assert role_of(world, inside.reader, world.company) is None


@pytest.mark.parametrize("company", ["nonsense", str(uuid.UUID(int=0))])
def test_a_member_who_is_not_there_is_said_so(company: str, world: World, owner: Client) -> None:
    sent = {"act": "remove", "member": "viewer@example.com", "company": company}
    assert "Somebody else has changed this meanwhile." in owner.post(page_of(world), sent, follow=True).content.decode()
    assert owner.post(page_of(world), {"act": "dance"}).status_code == 404


def test_everyone_may_leave(world: World, inside: Inside, viewer: Client, reader: Client) -> None:
    viewer.post(reverse("member_leave"), {"workspace": str(world.workspace.code)})
    assert role_of(world, world.viewer) is None
    reader.post(reverse("member_leave"), {"company": str(world.company.code)})
    assert role_of(world, inside.reader, world.company) is None
    assert acts(world)[-2:] == ["member-left", "member-left"]
    assert reader.post(reverse("member_leave"), {"company": str(world.company.code)}).status_code == 404
    assert reader.post(reverse("member_leave"), {"workspace": "x"}).status_code == 404
