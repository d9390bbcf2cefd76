"""The shared link of a group: the team opens, shows, closes and renews it; people join by it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from assessments.actions import joining
from assessments.actions.group_links import close_group_link, open_group_link, renew_group_link
from assessments.actions.rights import erase_respondent
from assessments.links import key_of
from assessments.mail.delivery import deliver
from assessments.models import AuditEntry, GroupLink, Message, Respondent
from tests.personas import World
from tests.respondents.people import asked, collecting


def link_of(world: World, group: str = "frontline") -> GroupLink:
    open_group_link(user=world.owner, assessment=world.assessment, group=group)
    return GroupLink.objects.get(assessment=world.assessment, group=group)


def opened(link: GroupLink, client: Client | None = None) -> tuple[Client, Any]:
    client = client or Client()
    return client, client.post("/join/", {"key": f"https://x.example/join/#{key_of('group', link)}"})


def joined(link: GroupLink, **said: str) -> tuple[Client, Respondent]:
    client, answer = opened(link)
    assert answer.headers["Location"] == "/join/"
    answer = client.post("/join/", {"name": "Cy", "email": "", **said})
    row = Respondent.objects.order_by("pk").last()
    assert row
    if not row.email:
        assert answer.headers["Location"] == f"/r/{row.code}/"
    return client, row


class TestTeam:
    def url(self, world: World, group: str = "leaders") -> str:
        return f"/assessments/{world.assessment.code}/respondents/links/{group}/"

    def test_open_show_renew_close(self, world: World, owner: Client) -> None:
        page = owner.post(self.url(world), {"act": "open"}, follow=True).content.decode()
        link = GroupLink.objects.get()
        assert f"/join/#{key_of('group', link)}" in page and "<svg" in page and "style=" not in page
        renewed = owner.post(self.url(world), {"act": "renew"}, follow=True).content.decode()
        assert key_of("group", link) not in renewed
        assert "No link yet" in owner.post(self.url(world), {"act": "close"}, follow=True).content.decode()
        link.refresh_from_db()
        assert (link.link_version, link.is_open) == (2, False)
        acts = AuditEntry.objects.filter(act__startswith="group-link").order_by("pk").values_list("act", flat=True)
        assert list(acts) == ["group-link-opened", "group-link-renewed", "group-link-closed"]

    def test_a_link_that_does_not_work_yet_leads_to_where_it_is_opened(self, world: World, owner: Client) -> None:
        link_of(world, "leaders")
        way = f"/assessments/{world.assessment.code}/move/collecting/"
        assert way in owner.get(self.url(world)).content.decode()
        collecting(world)
        assert way not in owner.get(self.url(world)).content.decode()

    def test_the_qr_code_as_a_file(self, world: World, owner: Client) -> None:
        file = self.url(world)[:-1] + ".svg"
        assert owner.get(file).status_code == 404
        link_of(world, "leaders")
        answer = owner.get(file)
        assert (
            answer.headers["Content-Type"] == "image/svg+xml" and "attachment" in answer.headers["Content-Disposition"]
        )
        assert b"<svg" in answer.content and b"script" not in answer.content

    def test_what_is_no_group_or_no_act_does_not_exist(self, world: World, owner: Client) -> None:
        assert owner.get(self.url(world, "bosses")).status_code == 404
        assert owner.post(self.url(world), {"act": "burn"}).status_code == 404


class TestJoining:
    def test_by_name_with_an_address(self, world: World) -> None:
        """The link comes by mail alone: whoever typed the address may be somebody else, and would read the answers."""
        collecting(world)
        client, row = joined(link_of(world), name=" Cy Wu ", email="Cy@Example.net")
        assert (row.name, row.email, row.group) == ("Cy Wu", "cy@example.net", "frontline")
        assert client.get(f"/r/{row.code}/").status_code == 404
        message = Message.objects.get()
        assert (message.kind, message.key, message.respondent) == ("own-link", f"own-link:{row.code}:1", row)

    def test_anonymous_without_anything(self, world: World, owner: Client) -> None:
        collecting(world, anonymous=True)
        link = link_of(world)
        client, _answer = opened(link)
        page = client.get("/join/").content.decode()
        assert "Your answers are anonymous: we ask for no name." in page and 'name="name"' not in page
        client.post("/join/", {"name": "Smuggled", "email": "cy@example.net"})
        row = Respondent.objects.get(email="cy@example.net")
        assert row.name == ""
        listed = owner.get(f"/assessments/{world.assessment.code}/respondents/").content.decode()
        assert "cy@example.net" not in listed and "1 more has joined" in listed
        assert owner.get(f"/assessments/{world.assessment.code}/respondents/{row.code}/").status_code == 404

    def test_a_second_opening_goes_on_with_the_same_person(self, world: World) -> None:
        collecting(world)
        link = link_of(world)
        client, row = joined(link)
        _client, again = opened(link, client)
        assert b"Is it you?" in again.content
        key = {"key": key_of("group", link)}
        assert client.post("/join/", {**key, "again": "1"}).headers["Location"] == f"/r/{row.code}/"
        assert Respondent.objects.filter(name="Cy").count() == 1

    def test_on_a_shared_device_the_next_one_joins_anew(self, world: World) -> None:
        collecting(world)
        link = link_of(world)
        client, _row = joined(link)
        assert client.post("/join/", {"key": key_of("group", link), "new": "1"}).headers["Location"] == "/join/"
        client.post("/join/", {"name": "Di", "email": ""})
        assert set(Respondent.objects.filter(group="frontline").values_list("name", flat=True)) >= {"Cy", "Di"}

    def test_after_an_erasure_the_device_joins_anew(self, world: World) -> None:
        collecting(world)
        link = link_of(world)
        client, row = joined(link)
        erase_respondent(user=world.owner, respondent=row)
        assert opened(link, client)[1].headers["Location"] == "/join/"

    def test_a_revoked_personal_link_is_not_renewed_by_the_device(self, world: World) -> None:
        collecting(world)
        link = link_of(world)
        client, row = joined(link)
        Respondent.objects.filter(pk=row.pk).update(link_version=2)
        assert client.post("/join/", {"key": key_of("group", link), "again": "1"}).status_code == 410

    def test_a_name_is_needed_where_answers_go_by_name(self, world: World) -> None:
        collecting(world)
        client, _answer = opened(link_of(world))
        answer = client.post("/join/", {"name": "", "email": "kept@example.net"})
        assert answer.status_code == 400 and b"kept@example.net" in answer.content

    def test_an_address_that_is_there_gets_its_own_link_instead(self, world: World) -> None:
        """And whoever typed it learns nothing: the page is that of a new address."""
        collecting(world)
        row = asked(world)
        client, _answer = opened(link_of(world))
        answer = client.post("/join/", {"name": "Ada", "email": "ADA@example.net"})
        assert answer.status_code == 200 and b"is on its way" in answer.content
        assert Respondent.objects.filter(email="ada@example.net").count() == 1
        assert Message.objects.get().respondent == row

    def test_who_has_lost_the_letter_gets_one_again_each_day(self, world: World) -> None:
        collecting(world)
        asked(world)
        link, noon = link_of(world), timezone.localtime().replace(hour=12)
        for days, letters in ((0, 1), (0, 1), (1, 2)):
            with time_machine.travel(noon + timedelta(days), tick=False):
                client, _answer = opened(link)
                client.post("/join/", {"name": "Ada", "email": "ada@example.net"})
                assert Message.objects.count() == letters

    def test_no_more_join_than_an_assessment_takes(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        collecting(world)
        monkeypatch.setattr(joining, "RESPONDENTS", 2)  # the owner answers, too
        link = link_of(world)
        joined(link)
        client, _answer = opened(link)
        answer = client.post("/join/", {"name": "Late", "email": ""})
        assert answer.status_code == 403 and b"takes no more people" in answer.content
        assert not Respondent.objects.filter(name="Late").exists()

    def test_who_answers_by_an_account_is_mailed_the_way_there(self, world: World) -> None:
        """The page says that something was sent, and it is; the account is asked for, and no link lets anybody in."""
        collecting(world)
        client, _answer = opened(link_of(world))
        page = client.post("/join/", {"name": "Me", "email": world.owner.email}).content.decode()
        assert f"We have sent it to {world.owner.email}" in page and deliver() == 1
        assert mail.outbox[0].to == [world.owner.email] and "/r/#" not in mail.outbox[0].body
        assert Respondent.objects.filter(assessment=world.assessment).count() == 1

    @pytest.mark.parametrize("way", ["closed", "renewed", "draft", "review"])
    def test_when_nobody_can_join(self, way: str, world: World) -> None:
        collecting(world)
        link = link_of(world)
        waiting, _answer = opened(link)
        if way == "closed":
            close_group_link(user=world.owner, assessment=world.assessment, group="frontline")
        elif way == "renewed":
            renew_group_link(user=world.owner, assessment=world.assessment, group="frontline")
        else:
            type(world.assessment).objects.update(state=way)
        late = opened(link)[1]
        assert late.status_code == (404 if way == "renewed" else 403)
        assert waiting.post("/join/", {"name": "Late", "email": ""}).status_code == late.status_code
        assert not Respondent.objects.filter(name="Late").exists()

    @pytest.mark.parametrize("key", ["", "x", "A" * 43])
    def test_what_is_no_key_opens_nothing(self, key: str, anonymous: Client) -> None:
        assert anonymous.post("/join/", {"key": key}).status_code == 404

    def test_a_personal_key_does_not_open_it(self, world: World, anonymous: Client) -> None:
        assert anonymous.post("/join/", {"key": key_of("respondent", asked(world))}).status_code == 404

    def test_the_language_can_be_chosen_before_joining(self, world: World) -> None:
        """The menu leads away from the page and back to it: what was opened is remembered."""
        collecting(world)
        client, _answer = opened(link_of(world))
        page = client.get("/language/zh-hans/?next=/join/", follow=True).content.decode()
        assert 'lang="zh-hans"' in page and 'name="join"' in page
        client.post("/join/", {"name": "Cy", "email": ""})
        assert Respondent.objects.get(name="Cy").language == "zh-hans"
