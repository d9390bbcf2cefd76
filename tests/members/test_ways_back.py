"""Whoever belongs no more, or owns no more, comes back by no invitation of before."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from assessments.actions.invitations import accept_invitation, invite
from assessments.actions.members import change_role, hand_over, leave, remove_member
from assessments.actions.rights import delete_account
from assessments.models import AuditEntry, Membership
from tests.members.inviting import roles
from tests.personas import Inside, World, person


@pytest.mark.parametrize("way", ["removed", "left", "another role", "handed over", "account deleted"])
@pytest.mark.parametrize("maker", ["leaver", "colleague"])
def test_who_owns_no_more_comes_back_by_no_link_they_have_seen(way: str, maker: str, world: World) -> None:
    """Links without an address are there for every owner to copy, whoever made them."""
    Membership.objects.filter(user=world.consultant).update(role="owner")
    leaver, colleague = (Membership.objects.get(user=each) for each in (world.owner, world.consultant))
    told = {"workspace": world.workspace, "role": "owner", "language": "en"}
    made_by = world.owner if maker == "leaver" else world.consultant
    link = invite(user=made_by, company=None, email="", **told)
    inner = invite(user=made_by, company=world.company, email="", **{**told, "role": "consultant"})
    by_mail = invite(user=made_by, company=None, email="new@example.com", **told)
    if way == "removed":
        remove_member(user=world.consultant, membership=leaver)
    elif way == "left":
        leave(user=world.owner, membership=leaver)
    elif way == "another role":
        change_role(user=world.consultant, membership=leaver, role="viewer")
    elif way == "handed over":
        hand_over(user=world.owner, membership=colleague)
    else:
        delete_account(user=world.owner)
    back = person("back") if way == "account deleted" else world.owner
    before = roles(world.workspace, back)
    assert [accept_invitation(user=back, invitation=each) for each in (link, inner)] == ["over", "over"]
    assert roles(world.workspace, back) == before
    assert AuditEntry.objects.filter(act="invitation-withdrawn").count() == 2
    by_mail.refresh_from_db()
    assert by_mail.revoked_at is None  # its key went to one mailbox, and to no owner


def test_who_is_removed_comes_back_by_no_letter_of_before(world: World, inside: Inside) -> None:
    told = {"user": world.owner, "workspace": world.workspace, "role": "viewer", "language": "en"}
    own = invite(company=None, email="consultant@example.com", **told)
    there, beside = (
        invite(company=each, email="editor@example.com", **told) for each in (world.company, inside.other_company)
    )
    anothers = invite(company=None, email="stranger@example.com", **told)
    EmailAddress.objects.create(user=world.stranger, email="stranger@example.com", verified=True, primary=True)
    for user in (world.consultant, inside.editor):
        remove_member(user=world.owner, membership=Membership.objects.get(user=user))
    assert accept_invitation(user=world.consultant, invitation=own) == "over"
    assert accept_invitation(user=inside.editor, invitation=there) == "over"
    assert accept_invitation(user=inside.editor, invitation=beside) == "joined"  # of another place nobody took them out
    assert accept_invitation(user=world.stranger, invitation=anothers) == "joined"


@pytest.mark.parametrize("act", ["remove", "change"])
def test_links_hold_while_others_than_owners_go_or_change(act: str, world: World) -> None:
    link = invite(user=world.owner, workspace=world.workspace, company=None, role="viewer", email="", language="en")
    membership = Membership.objects.get(user=world.consultant)
    if act == "remove":
        remove_member(user=world.owner, membership=membership)
    else:
        change_role(user=world.owner, membership=membership, role="owner")
    assert accept_invitation(user=world.stranger, invitation=link) == "joined"


@pytest.mark.parametrize("act", [{"act": "remove"}, {"act": "change", "role": "viewer"}])
def test_the_page_says_that_links_went_too(act: dict[str, str], world: World, owner: Client) -> None:
    Membership.objects.filter(user=world.consultant).update(role="owner")
    invite(user=world.owner, workspace=world.workspace, company=None, role="viewer", email="", language="en")
    page = reverse("members", args=[world.workspace.code])
    told = owner.post(page, {"member": "consultant@example.com", **act}, follow=True).content.decode()
    assert "1 open invitation is withdrawn as well" in told and "invitation is waiting" not in told
    told = owner.post(page, {"member": "viewer@example.com", "act": "remove"}, follow=True).content.decode()
    assert "withdrawn as well" not in told
