"""Logo and templates: nobody replaces or removes a file that somebody else has put there unseen."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from assessments.models import AuditEntry, StyleFile
from tests.personas import World
from tests.style.files import picture

HIDDEN = re.compile(r'<input type="hidden" form="style" name="(seen-\w+)" value="(\w*)">')


def shown(client: Client, world: World) -> dict[str, str]:
    """What the page sends along of the files that it shows."""
    found = dict(HIDDEN.findall(client.get(f"/workspaces/{world.workspace.code}/style/").content.decode()))
    assert set(found) == {"seen-logo", "seen-pptx", "seen-docx"}
    return found


def send(client: Client, world: World, seen: dict[str, str], name: str, size: tuple[int, int]) -> HttpResponse:
    file = SimpleUploadedFile(name, picture(size=size))
    return client.post(f"/workspaces/{world.workspace.code}/style/files/logo/", {**seen, "file-logo": file})  # type: ignore[return-value]


def remove(client: Client, world: World, seen: dict[str, str]) -> Any:
    return client.post(f"/workspaces/{world.workspace.code}/style/files/logo/", {**seen, "remove": "1"})


def test_a_logo_that_somebody_else_has_put_there_meanwhile_stays_and_is_named(
    world: World, owner: Client, consultant: Client
) -> None:
    seen = shown(owner, world)
    assert send(consultant, world, shown(consultant, world), "theirs.png", (300, 100)).status_code == 302
    refused = send(owner, world, seen, "mine.png", (200, 90))
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "somebody else has put “theirs.png” here meanwhile. Look at it, then do it again." in page
    assert StyleFile.objects.get().name == "theirs.png"
    # That page has shown it, so sent again from there it takes its place.
    assert send(owner, world, dict(HIDDEN.findall(page)), "mine.png", (200, 90)).status_code == 302
    assert StyleFile.objects.get().name == "mine.png"


def test_a_logo_that_was_replaced_meanwhile_is_not_removed(world: World, owner: Client, consultant: Client) -> None:
    send(owner, world, shown(owner, world), "first.png", (300, 100))
    seen = shown(owner, world)
    send(consultant, world, shown(consultant, world), "\u202etheirs.png", (200, 90))
    refused = remove(owner, world, seen)
    assert refused.status_code == 409
    assert "somebody else has put “theirs.png” here" in refused.content.decode()
    assert StyleFile.objects.count() == 1
    assert remove(owner, world, shown(owner, world)).status_code == 302
    assert not StyleFile.objects.exists()


def test_a_logo_is_not_put_back_where_somebody_else_has_removed_it(
    world: World, owner: Client, consultant: Client
) -> None:
    send(owner, world, shown(owner, world), "first.png", (300, 100))
    seen = shown(owner, world)
    remove(consultant, world, shown(consultant, world))
    refused = send(owner, world, seen, "mine.png", (200, 90))
    assert refused.status_code == 409
    assert "somebody else has removed the file that was here" in refused.content.decode()
    assert remove(owner, world, seen).status_code == 302  # nothing is left to remove, which is what was wanted
    assert AuditEntry.objects.filter(act="style-file-removed").count() == 1


def test_the_same_logo_sent_by_both_disturbs_nobody(world: World, owner: Client, consultant: Client) -> None:
    seen = shown(owner, world)
    send(consultant, world, seen, "ours.png", (300, 100))
    assert send(owner, world, seen, "ours.png", (300, 100)).status_code == 302


@pytest.mark.parametrize(
    ("language", "said"), [("zh-hans", "未作更改：其间有人在此放上了"), ("zh-hant", "未做變更：其間有人在此放上了")]
)
def test_it_is_said_in_the_language_of_the_reader(
    language: str, said: str, world: World, owner: Client, consultant: Client
) -> None:
    seen = shown(owner, world)
    send(consultant, world, seen, "theirs.png", (300, 100))
    owner.cookies["django_language"] = language
    assert said in send(owner, world, seen, "mine.png", (200, 90)).content.decode()
