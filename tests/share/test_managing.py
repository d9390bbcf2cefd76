"""The team's side of shared reports: links made, listed, withdrawn, renewed; keys for those who may share alone."""

from __future__ import annotations

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.assessments import start_assessment
from assessments.actions.milestones import keep_milestone
from assessments.actions.share_links import withdraw_share_link
from assessments.links import key_of
from assessments.models import AuditEntry, Membership, ShareLink
from tests.personas import DAY, World

from .conftest import PASSWORD, Share


def page(world: World, name: str = "shares", *more: object) -> str:
    return reverse(name, args=[world.assessment.code, *more])


def text(answer) -> str:
    return answer.content.decode()


def in_days(days: int) -> datetime.date:
    return timezone.localdate() + datetime.timedelta(days=days)


NEW = {"name": "The board", "language": "zh-hant", "milestone": "", "expires_on": "", "password": ""}


class TestMaking:
    def test_a_link_holds_what_was_asked_for(self, share: Share, world: World, consultant: Client) -> None:
        kept = keep_milestone(user=world.owner, assessment=world.assessment, name="Before")
        sent = NEW | {
            "milestone": str(kept.code),
            "expires_on": str(in_days(9)),
            "password": PASSWORD,
            "hidden": ["answers", "gap"],
            "may_download": "on",
        }
        answer = consultant.post(page(world, "share_new"), sent, follow=True)
        link = ShareLink.objects.get()
        assert f"#{key_of('share', link)}" in text(answer)
        assert (link.milestone, link.language, link.expires_on) == (kept, "zh-hant", in_days(9))
        assert (link.hidden, link.may_download, link.created_by) == (["answers", "gap"], True, world.consultant)
        entry = AuditEntry.objects.latest("pk")
        assert (entry.act, entry.actor) == ("share-made", world.consultant)
        assert PASSWORD not in str(entry.detail)

    @pytest.mark.parametrize(
        ("field", "value", "says"),
        [
            ("name", "", "required"),
            ("language", "fr", "valid choice"),
            ("expires_on", "2020-01-01", "This day is over"),
            ("password", "short", "at least 10"),
            ("password", "password123", "too common"),
            ("hidden", "method", "valid choice"),
            ("milestone", "c8662770-d9df-4163-ad4a-40f425814377", "valid choice"),
        ],
    )
    def test_what_cannot_be_is_said_and_nothing_typed_is_lost(
        self, field: str, value: str, says: str, world: World, owner: Client
    ) -> None:
        answer = owner.post(page(world, "share_new"), NEW | {field: value})
        assert answer.status_code == 200 and says in text(answer)
        assert field == "name" or 'value="The board"' in text(answer)
        assert ShareLink.objects.count() == 0

    def test_a_milestone_of_another_assessment_is_no_choice(self, world: World, owner: Client) -> None:
        other = start_assessment(
            user=world.owner, company=world.company, title="Other", held_on=DAY, practice_set="full", group="leaders"
        )
        kept = keep_milestone(user=world.owner, assessment=other, name="Other")
        assert owner.post(page(world, "share_new"), NEW | {"milestone": str(kept.code)}).status_code == 200
        assert ShareLink.objects.count() == 0


class TestList:
    def test_readers_see_that_there_are_links_and_no_key(self, share: Share, world: World, viewer: Client) -> None:
        link = share()
        found = text(viewer.get(page(world)))
        assert (
            "The board" in found
            and key_of("share", link) not in found
            and str(link.code) not in found.replace(f"link-{link.code}", "")
        )

    def test_each_says_whether_it_holds(self, share: Share, world: World, owner: Client) -> None:
        share(name="Open"), share(name="Left", user=world.consultant)
        over, gone = share(name="Over"), share(name="Gone")
        ShareLink.objects.filter(pk=over.pk).update(expires_on=in_days(-1))
        withdraw_share_link(user=world.owner, link=gone)
        Membership.objects.filter(user=world.consultant).delete()
        found = text(owner.get(page(world)))
        said = re.findall(r'cx-h" id="link-[^>]*>(\w+)</h2>\s*<span class="cx-status[^>]*>([A-Z][a-z]+)', found)
        assert dict(said) == {"Open": "Open", "Left": "Closed", "Over": "Over", "Gone": "Withdrawn"}
        assert found.count("#") >= 1 and len(re.findall(r"/share/#[\w-]{43}", found)) == 1

    def test_queries(self, share: Share, world: World, owner: Client, django_assert_num_queries) -> None:
        for _more in range(2):
            share()
            with django_assert_num_queries(4):  # session and user, the assessment, its links
                owner.get(page(world))


class TestActs:
    def test_withdrawn_by_any_who_may_write(self, share: Share, world: World, consultant: Client) -> None:
        link = share()
        consultant.post(page(world, "share_withdraw", link.code))
        link.refresh_from_db()
        assert link.withdrawn_at and AuditEntry.objects.latest("pk").act == "share-withdrawn"
        before = AuditEntry.objects.count()
        consultant.post(page(world, "share_withdraw", link.code))
        assert AuditEntry.objects.count() == before

    def test_renewed_it_has_another_key_and_a_new_last_day(
        self, share: Share, world: World, consultant: Client
    ) -> None:
        link = share(password=PASSWORD)
        old = key_of("share", link)
        withdraw_share_link(user=world.owner, link=link)
        found = text(
            consultant.post(page(world, "share_renew", link.code), {"expires_on": str(in_days(5))}, follow=True)
        )
        link.refresh_from_db()
        assert old not in found and key_of("share", link) in found
        assert (link.withdrawn_at, link.expires_on, link.created_by) == (None, in_days(5), world.consultant)
        assert link.password and AuditEntry.objects.latest("pk").act == "share-renewed"

    def test_one_of_another_assessment_is_not_here(self, share: Share, world: World, owner: Client) -> None:
        link = share()
        other = start_assessment(
            user=world.owner, company=world.company, title="Other", held_on=DAY, practice_set="full", group="leaders"
        )
        for name in ("share_withdraw", "share_renew"):
            assert owner.post(reverse(name, args=[other.code, link.code])).status_code == 404
        link.refresh_from_db()
        assert (link.version, link.withdrawn_at) == (1, None)
