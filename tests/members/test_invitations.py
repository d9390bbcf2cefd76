"""Invitations: made, sent, accepted by whom they are for, and by nobody else."""

from __future__ import annotations

import datetime
import re
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.invitations import invite
from assessments.content.loader import framework
from assessments.links import key_of
from assessments.models import COMPANY_ROLES, AuditEntry, Company, Invitation, Membership, Message, User, Workspace
from tests.personas import Inside, World, person

from .inviting import HERE, accept, come, invited, roles


@pytest.fixture(autouse=True)
def _no_counts_from_other_tests(db: None) -> None:
    cache.clear()


def test_an_invitation_by_mail_owes_one_letter(world: World, owner: Client) -> None:
    made = invited(world, owner, "New@Example.com ", "consultant")
    assert (made.email, made.role, made.language, made.company) == ("new@example.com", "consultant", "zh-hant", None)
    assert made.expires_at - timezone.now() > datetime.timedelta(days=13, hours=23)
    letter = Message.objects.get()
    assert (letter.kind, letter.key, letter.invitation, letter.language) == (
        "membership", f"membership:{made.code}:1", made, "zh-hant",
    )  # fmt: skip
    page = owner.get(reverse("members", args=[world.workspace.code])).content.decode()
    assert "1 invitation is waiting." in page
    assert "new@example.com" in page
    # Only the letter holds its key: whoever opens it with this key has had the letter.
    assert key_of("invitation", made) not in page
    assert AuditEntry.objects.latest("pk").act == "member-invited"
    assert "example.com" not in str(AuditEntry.objects.latest("pk").detail)


def test_a_letter_that_failed_is_said_beside_its_own_invitation(world: World, owner: Client) -> None:
    for email, status in (("lost@example.com", "failed"), ("found@example.com", "sent")):
        Message.objects.filter(invitation=invited(world, owner, email)).update(status=status)
    page = owner.get(reverse("members", args=[world.workspace.code])).content.decode()
    assert page.count("The letter could not be delivered") == 1


def test_without_an_address_the_owner_gets_the_link(world: World, owner: Client, consultant: Client) -> None:
    made = invited(world, owner)
    assert not Message.objects.exists()
    link = f"http://testserver{HERE}#{key_of('invitation', made)}"
    members = reverse("members", args=[world.workspace.code])
    answer = owner.get(members)
    assert link in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert link not in consultant.get(members).content.decode()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"email": "nobody", "role": "viewer", "language": "en"}, "valid"),
        ({"email": "new@example.com", "role": "king", "language": "en"}, "valid choice"),
        ({"email": "new@example.com", "language": "en"}, "required"),
    ],
)
def test_a_mistake_keeps_what_was_typed(sent: dict[str, str], said: str, world: World, owner: Client) -> None:
    page = owner.post(reverse("member_invite", args=[world.workspace.code]), sent).content.decode()
    assert said in page
    assert f'value="{sent["email"]}"' in page
    assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    ("email", "role", "company", "said"),
    [
        ("viewer", "viewer", False, "Northstar Advisory already, with the role “Viewer”"),
        ("OWNER", "viewer", False, "Northstar Advisory already, with the role “Owner”"),
        ("viewer", "consultant", True, "Northstar Advisory already, with the role “Viewer”"),
        ("editor", "viewer", True, "Harbour Retail already, with the role “Consultant”"),
        ("viewer", "consultant", False, ""),
        ("reader", "consultant", True, ""),
        ("editor", "viewer", False, ""),
        ("stranger", "viewer", False, ""),
    ],
)
def test_nobody_is_invited_to_what_they_have(
    email: str, role: str, company: bool, said: str, world: World, inside: Inside, owner: Client
) -> None:
    url = reverse("company_invite", args=[world.company.code])
    url = url if company else reverse("member_invite", args=[world.workspace.code])
    answer = owner.post(url, {"email": f"{email}@example.com", "role": role, "language": "en"})
    assert (answer.status_code, said in answer.content.decode()) == (200 if said else 302, True)
    assert Invitation.objects.exists() == (not said)


def test_nobody_is_invited_as_the_owner_of_a_company(world: World, owner: Client) -> None:
    url = reverse("company_invite", args=[world.company.code])
    owner.post(url, {"role": "owner", "language": "en"})
    assert not Invitation.objects.exists()


def test_the_page_says_who_invites_to_what(world: World, owner: Client, anonymous: Client) -> None:
    page = come(anonymous, invited(world, owner, role="viewer", company=world.company))
    assert "Owner invites you to Harbour Retail." in page
    assert "Your role: Viewer" in page
    assert "Northstar Advisory" in page
    assert f"/accounts/signup/?next={HERE}" in page
    assert Membership.objects.filter(company=world.company).count() == 0


def test_with_an_account_one_signs_in_and_accepts(world: World, owner: Client, stranger: Client) -> None:
    made = invited(world, owner, role="consultant")
    page = accept(stranger, made)
    assert "You belong to Northstar Advisory now." in page
    assert roles(world.workspace, world.stranger) == [("", "consultant")]
    made.refresh_from_db()
    assert made.accepted_by == world.stranger
    assert AuditEntry.objects.latest("pk").act == "member-joined"
    page = stranger.get("/workspaces/").content.decode()
    assert "Northstar Advisory" in page
    assert "Elsewhere" in page


def test_the_key_outlives_signing_in(world: World, owner: Client, anonymous: Client) -> None:
    come(anonymous, invited(world, owner))
    sent = {"login": "stranger@example.com", "password": "pyramid-of-six-levels", "next": HERE}
    assert anonymous.post("/accounts/login/", sent).headers["Location"] == HERE
    anonymous.post(HERE, {"act": "accept"})
    assert roles(world.workspace, world.stranger) == [("", "viewer")]


def test_signing_up_accepts_and_opens_no_workspace_beside(world: World, owner: Client, anonymous: Client) -> None:
    """The key came by mail, so the address is known to be theirs: nobody is asked to confirm it again."""
    made = invited(world, owner, "mei@example.com", company=world.company)
    come(anonymous, made)
    new = {"name": "Lin Mei", "email": "Mei@example.com", "password1": "six-levels-up", "next": HERE}
    page = anonymous.post("/accounts/signup/", new, follow=True)
    assert page.redirect_chain[-1][0] == reverse("company", args=[world.company.code])
    assert "You belong to Harbour Retail now." in page.content.decode()
    user = User.objects.get(email="mei@example.com")
    assert [str(each) for each in Membership.objects.filter(user=user)] == [f"{user.pk} viewer of {world.workspace.pk}"]
    assert EmailAddress.objects.get(user=user).verified
    assert mail.outbox == []


def test_sign_up_knows_who_is_invited_and_to_what(world: World, owner: Client, anonymous: Client) -> None:
    come(anonymous, invited(world, owner, "mei@example.com", company=world.company))
    page = anonymous.get(f"/accounts/signup/?next={HERE}").content.decode()
    assert 'value="mei@example.com"' in page and "You are invited to Harbour Retail." in page
    assert "a workspace of your own" not in page


def test_a_link_that_did_not_come_by_mail_proves_no_address(world: World, owner: Client, anonymous: Client) -> None:
    come(anonymous, invited(world, owner))
    new = {"name": "Lin Mei", "email": "mei@example.com", "password1": "six-levels-up", "next": HERE}
    anonymous.post("/accounts/signup/", new, follow=True)
    user = User.objects.get(email="mei@example.com")
    assert roles(world.workspace, user) == [("", "viewer")]
    assert not EmailAddress.objects.get(user=user).verified


def test_signing_up_with_another_address_opens_ones_own_workspace(
    world: World, owner: Client, anonymous: Client
) -> None:
    come(anonymous, invited(world, owner, "mei@example.com"))
    new = {"name": "Other", "email": "other@example.com", "password1": "six-levels-up", "next": HERE}
    page = anonymous.post("/accounts/signup/", new, follow=True).content.decode()
    assert "It is for mei@example.com, and you are signed in as other@example.com." in page
    user = User.objects.get(email="other@example.com")
    assert roles(world.workspace, user) == []
    assert Membership.objects.get(user=user).role == "owner"
    assert not EmailAddress.objects.get(user=user).verified


def test_an_invitation_by_mail_is_for_that_address_only(world: World, owner: Client, stranger: Client) -> None:
    made = invited(world, owner, "someone@example.com")
    assert "It is for someone@example.com" in accept(stranger, made)
    assert roles(world.workspace, world.stranger) == []
    for email in ("someone@example.com", "never@example.com"):
        EmailAddress.objects.create(user=world.stranger, email=email, verified=False)
    assert "You belong to Northstar Advisory now." in accept(stranger, made)
    # What is confirmed is the address for new passwords, and what never was opens no way into the account.
    kept = EmailAddress.objects.filter(user=world.stranger).values_list("email", "verified", "primary")
    assert list(kept) == [("someone@example.com", True, True)]


def test_an_address_that_another_account_has_proved_stays_theirs(world: World, owner: Client, stranger: Client) -> None:
    EmailAddress.objects.create(user=world.viewer, email="stranger@example.com", verified=True)
    assert "You belong to Northstar Advisory now." in accept(stranger, invited(world, owner, "stranger@example.com"))
    assert EmailAddress.objects.get(verified=True).user == world.viewer


def test_two_workspaces_invite_the_same_address_and_neither_answers_for_the_other(
    world: World, owner: Client, stranger: Client, inside: Inside
) -> None:
    made = invited(world, owner, "new@example.com", company=world.company)
    sent = {"email": "new@example.com", "role": "viewer", "language": "en"}
    stranger.post(reverse("company_invite", args=[inside.twin.code]), sent)
    user, client = person("new"), Client()
    client.force_login(user)
    accept(client, made)
    assert roles(world.workspace, user) == [("Harbour Retail", "viewer")]
    assert roles(world.elsewhere, user) == []
    assert client.get(reverse("company", args=[inside.twin.code])).status_code == 404
    # Nor may an owner act on the other’s invitation.
    theirs = Invitation.objects.get(workspace=world.elsewhere)
    owner.post(reverse("members", args=[world.workspace.code]), {"act": "withdraw", "invitation": str(theirs.code)})
    theirs.refresh_from_db()
    assert theirs.revoked_at is None


@pytest.mark.parametrize("way", ["over", "withdrawn", "used", "replaced", "company deleted", "workspace deleted"])
def test_what_is_no_longer_open_says_so(way: str, world: World, owner: Client, stranger: Client) -> None:
    made = invited(world, owner, company=world.company)
    members = reverse("company_people", args=[world.company.code])
    if way == "over":
        Invitation.objects.update(expires_at=timezone.now())
    elif way == "withdrawn":
        owner.post(members, {"act": "withdraw", "invitation": str(made.code)})
    elif way == "used":
        client = Client()
        client.force_login(person("quicker"))
        accept(client, made)
    elif way == "replaced":
        owner.post(members, {"act": "renew", "invitation": str(made.code)})
    else:
        model = Company if way.startswith("company") else Workspace
        model.objects.update(deleted_at=timezone.now())
    said = {
        "over": "was open for 14 days",
        "withdrawn": "has been withdrawn",
        "used": "has been used",
    }.get(way, "This link opens no invitation.")
    assert said in accept(stranger, made)
    assert roles(world.workspace, world.stranger) == []


def test_a_renewed_one_is_open_again_by_its_new_link(world: World, owner: Client) -> None:
    made = invited(world, owner, "new@example.com")
    Invitation.objects.update(expires_at=timezone.now())
    members = reverse("members", args=[world.workspace.code])
    assert "Expired" in owner.get(members).content.decode()
    owner.post(members, {"act": "renew", "invitation": str(made.code)})
    made.refresh_from_db()
    assert made.link_version == 2
    assert made.expires_at > timezone.now() + datetime.timedelta(days=13)
    assert [each.key for each in Message.objects.order_by("pk")] == [f"membership:{made.code}:{n}" for n in (1, 2)]
    assert AuditEntry.objects.latest("pk").act == "invitation-renewed"
    user, client = person("new"), Client()
    client.force_login(user)
    accept(client, made)
    assert roles(world.workspace, user) == [("", "viewer")]


@pytest.mark.parametrize("what", ["accepted_at", "revoked_at"])
def test_what_was_used_or_withdrawn_is_not_renewed(what: str, world: World, owner: Client) -> None:
    made = invited(world, owner, "new@example.com")
    Invitation.objects.update(**{what: timezone.now()})
    owner.post(reverse("members", args=[world.workspace.code]), {"act": "renew", "invitation": str(made.code)})
    assert Message.objects.count() == 1


def test_inviting_again_replaces_the_first(world: World, owner: Client) -> None:
    first = invited(world, owner, "new@example.com")
    second = invited(world, owner, "NEW@example.com", "consultant")
    first.refresh_from_db()
    assert first.revoked_at is not None
    assert "1 invitation is waiting." in owner.get(reverse("members", args=[world.workspace.code])).content.decode()
    assert second.role == "consultant"


@pytest.mark.django_db(transaction=True)
def test_of_many_sent_to_one_address_at_the_same_moment_one_is_open(world: World) -> None:
    together = Barrier(8)

    def ask(number: int) -> None:
        together.wait()
        try:
            patiently(world, COMPANY_ROLES[number % 2])
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(ask, range(8)))
    assert Invitation.objects.count() == 8
    assert Invitation.objects.filter(revoked_at=None).count() == 1


def patiently(world: World, role: str) -> None:
    """Invite; an SQLite database in memory, as tests have it, does not wait for its turn, so this does."""
    told = {"workspace": world.workspace, "company": None, "email": "new@example.com", "language": "en"}
    for _attempt in range(500):
        try:
            invite(user=world.owner, role=role, **told)
        except OperationalError:
            time.sleep(0.01)
        else:
            return
    raise AssertionError("the database was never free")


def test_nobody_belongs_twice_and_nobody_loses_a_role(world: World, inside: Inside, owner: Client) -> None:
    clients = {}
    for name, user in (("viewer", world.viewer), ("owner2", world.owner), ("editor", inside.editor)):
        clients[name] = Client()
        clients[name].force_login(user)
    # Who may do more keeps that, and the link stays open for another.
    made = invited(world, owner, role="viewer")
    assert "You belong to Northstar Advisory already" in accept(clients["owner2"], made)
    made.refresh_from_db()
    assert (roles(world.workspace, world.owner), made.accepted_at) == ([("", "owner")], None)
    # Who belongs to the whole needs no role in a company.
    accept(clients["viewer"], invited(world, owner, role="consultant", company=world.company))
    assert roles(world.workspace, world.viewer) == [("", "viewer")]
    # A higher role is taken up.
    accept(clients["viewer"], invited(world, owner, role="consultant"))
    assert roles(world.workspace, world.viewer) == [("", "consultant")]
    # The whole takes the place of single companies.
    Membership.objects.create(
        workspace=world.workspace, company=inside.other_company, user=inside.editor, role="viewer"
    )
    accept(clients["editor"], invited(world, owner, role="viewer"))
    assert roles(world.workspace, inside.editor) == [("", "viewer")]


@pytest.mark.parametrize("key", ["", "x", "x" * 43, "é" * 43, "A" * 5000])
def test_a_key_that_is_none_opens_nothing(key: str, world: World, anonymous: Client) -> None:
    page = anonymous.post(HERE, {"key": key}, follow=True)
    assert page.status_code == 200
    assert "invit" in page.content.decode()


def test_a_key_of_another_kind_opens_nothing(world: World, owner: Client, stranger: Client) -> None:
    made = invited(world, owner)
    page = stranger.post(HERE, {"key": key_of("workshop", made)}, follow=True).content.decode()
    assert "This link opens no invitation." in page


def test_the_whole_link_can_be_pasted(world: World, owner: Client, stranger: Client) -> None:
    link = f"http://testserver{HERE}#{key_of('invitation', invited(world, owner))}"
    page = stranger.post(HERE, {"key": f" {link} "}, follow=True).content.decode()
    assert "invites you to Northstar Advisory" in page


def test_the_key_is_in_no_address(world: World, owner: Client, anonymous: Client) -> None:
    made = invited(world, owner)
    answer = anonymous.post(HERE, {"key": key_of("invitation", made)})
    assert answer.headers["Location"] == HERE
    page = anonymous.get(HERE)
    assert not re.search(key_of("invitation", made), page.content.decode())
    assert "no-store" in page.headers["Cache-Control"]


def test_a_check_is_kept_in_ones_own_workspace_whoever_has_invited(
    world: World, owner: Client, anonymous: Client
) -> None:
    """The invitation that brought somebody here does not get to see what they said about their own company."""
    Workspace.objects.filter(pk=world.workspace.pk).update(name="Alpha Advisory")  # the first by name
    practice = framework().asked("quick")[0].id
    anonymous.post(f"/check/{practice}/", {"choice": "2"}, headers={"Accept": "application/json"})
    come(anonymous, invited(world, owner, role="consultant"))
    account = {"name": "Mei", "email": "mei@example.com", "password1": "pyramid-of-six-levels"}
    anonymous.post("/check/keep/", {"company": "My own", "group": "leaders", **account})
    assert roles(world.workspace, User.objects.get(email="mei@example.com")) == [("", "consultant")]
    kept = Company.objects.get(name="My own")
    assert kept.workspace.name == "Mei’s workspace"
