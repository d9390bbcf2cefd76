"""Inviting people, coming by the link, and what one has then."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from assessments.links import key_of
from assessments.models import Company, Invitation, Membership, User, Workspace
from tests.personas import World

HERE = "/invitation/"


def invited(world: World, owner: Client, email: str = "", role: str = "viewer", company: Company | None = None) -> Any:
    url = reverse("company_invite", args=[company.code]) if company else None
    url = url or reverse("member_invite", args=[world.workspace.code])
    answer = owner.post(url, {"email": email, "role": role, "language": "zh-hant"})
    assert answer.status_code == 302, answer.content.decode()
    return Invitation.objects.latest("pk")


def come(client: Client, invitation: Invitation) -> str:
    """Open the link as the small script does: the key comes in the body of a form."""
    return client.post(HERE, {"key": key_of("invitation", invitation)}, follow=True).content.decode()


def accept(client: Client, invitation: Invitation) -> str:
    come(client, invitation)
    return client.post(HERE, {"act": "accept"}, follow=True).content.decode()


def roles(workspace: Workspace, user: User) -> list[tuple[str, str]]:
    rows = Membership.objects.filter(workspace=workspace, user=user)
    return sorted((each.company.name if each.company else "", each.role) for each in rows)
