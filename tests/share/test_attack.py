"""What somebody tries who has no link, an old one, another one, or no password."""

from __future__ import annotations

import datetime
import re
import uuid

import pytest
import time_machine
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.assessments import start_assessment
from assessments.actions.deletion import delete_company, delete_workspace, restore_company
from assessments.actions.members import change_role, remove_member
from assessments.actions.milestones import keep_milestone
from assessments.actions.share_links import (
    MOST,
    WITHIN,
    make_share_link,
    renew_share_link,
    try_password,
    withdraw_share_link,
)
from assessments.cookies.links import SALT
from assessments.cookies.shares import OPENED, SHARED
from assessments.links import key_of
from assessments.models import Membership, ShareLink
from tests.personas import DAY, World

from .conftest import PASSWORD, Reader, Share


def body(client: Client, path: str, key: str | None = None) -> tuple[int, str]:
    """Status and words of an answer, without the token of its form and the address that was asked for."""
    answer = client.post(path, {"key": key}) if key is not None else client.get(path)
    words = [line for line in answer.content.decode().splitlines() if "csrfmiddlewaretoken" not in line]
    return answer.status_code, re.sub(r"\?next=[^\"]*", "", "\n".join(words))


def lost(guest: Reader, link: ShareLink) -> None:
    """Neither who had it open nor who opens it now sees anything, and both read the same as with a code of nothing."""
    nothing = body(Client(), reverse("shared", args=[uuid.uuid4()]))
    assert nothing[0] == 404 and "not valid, or not any more" in nothing[1]
    assert body(guest, reverse("shared", args=[link.code])) == nothing
    assert body(Reader(), reverse("share_link"), key_of("share", link)) == nothing
    for name, more in (("shared_file", ["pdf"]), ("shared_logo", []), ("shared_look", [])):
        assert guest.get(reverse(name, args=[link.code, *more])).status_code == 404


class TestWithoutAKey:
    def test_the_code_alone_lets_nobody_in(self, share: Share) -> None:
        link = share(may_download=True)
        nothing = body(Client(), reverse("shared", args=[uuid.uuid4()]))
        assert body(Client(), reverse("shared", args=[link.code])) == nothing
        assert Client().get(reverse("shared_file", args=[link.code, "pdf"])).status_code == 404
        assert Client().get(reverse("shared_logo", args=[link.code])).status_code == 404
        assert Client().get(reverse("shared_look", args=[link.code])).status_code == 404

    @pytest.mark.parametrize("spoil", ["", "x", "#", "a" * 43, "é" * 43, "\x00" * 43, "a" * 100_000])
    def test_what_is_no_key_says_what_an_unknown_one_says(self, spoil: str, share: Share) -> None:
        share()
        unknown = body(Client(), reverse("share_link"), "A" * 43)
        assert body(Client(), reverse("share_link"), spoil) == unknown

    def test_a_key_of_another_kind_of_link_does_not_fit(self, share: Share) -> None:
        link = share()
        for kind in ("respondent", "group", "invitation", "survey", "calendar"):
            assert body(Client(), reverse("share_link"), key_of(kind, link))[0] == 404

    def test_every_letter_of_the_key_counts(self, share: Share) -> None:
        key = key_of("share", share())
        for at in range(0, 42, 7):
            spoiled = key[:at] + ("A" if key[at] != "A" else "B") + key[at + 1 :]
            assert body(Client(), reverse("share_link"), spoiled)[0] == 404


class TestCookies:
    def test_one_made_by_hand_or_for_another_link_is_worth_nothing(self, share: Share, guest: Reader) -> None:
        first, second = share(), share()
        guest.follow(first)
        held = guest.cookies[SHARED].value
        forged = Client()
        for value in (held, held[:-1] + "x", signing.dumps([second.code.hex, 1, OPENED], salt="another"), "null", "[]"):
            forged.cookies[SHARED] = value
            assert forged.get(reverse("shared", args=[second.code])).status_code == 404

    def test_one_that_had_the_key_and_not_the_password_shows_nothing(self, share: Share, guest: Reader) -> None:
        link = share(password=PASSWORD, may_download=True)
        page = guest.follow(link).content.decode()
        assert 'name="password"' in page and "Harbour" not in page and "pyramid" not in page
        assert guest.get(reverse("shared_file", args=[link.code, "pdf"])).status_code == 404
        assert guest.get(reverse("shared_logo", args=[link.code])).status_code == 404

    def test_it_does_not_outlive_ninety_days(self, share: Share, guest: Reader) -> None:
        link = share()
        guest.follow(link)
        with time_machine.travel(timezone.now() + datetime.timedelta(days=91), tick=False):
            assert guest.report(link).status_code == 404

    def test_what_we_signed_for_something_else_is_no_cookie_of_a_link(self, share: Share) -> None:
        link = share()
        other = Client()
        other.cookies[SHARED] = signing.dumps([link.code.hex, 1, OPENED], salt=f"{SALT}.own")
        assert other.get(reverse("shared", args=[link.code])).status_code == 404


class TestOver:
    def test_withdrawn(self, share: Share, guest: Reader, world: World) -> None:
        link = share(may_download=True)
        assert guest.follow(link).status_code == 200
        withdraw_share_link(user=world.owner, link=link)
        lost(guest, link)

    def test_expired(self, share: Share, guest: Reader) -> None:
        link = share(expires_on=timezone.localdate(), may_download=True)
        assert guest.follow(link).status_code == 200  # its last day holds
        with time_machine.travel(timezone.now() + datetime.timedelta(days=1), tick=False):
            lost(guest, link)

    def test_renewed(self, share: Share, guest: Reader, world: World) -> None:
        link = share(may_download=True)
        old = key_of("share", link)
        guest.follow(link)
        renew_share_link(user=world.consultant, link=link, expires_on=None)
        assert guest.report(link).status_code == 404
        assert body(Client(), reverse("share_link"), old)[0] == 404
        link.refresh_from_db()
        assert Reader().follow(link).status_code == 200

    @pytest.mark.parametrize("what", ["company", "workspace"])
    def test_deleted_with_its_company_or_workspace(self, what: str, share: Share, guest: Reader, world: World) -> None:
        link = share(may_download=True)
        guest.follow(link)
        if what == "company":
            delete_company(user=world.owner, company=world.company)
        else:
            delete_workspace(user=world.owner, workspace=world.workspace)
        lost(guest, link)
        if what == "company":
            restore_company(user=world.owner, company=world.company)
            assert guest.report(link).status_code == 200

    def test_its_maker_has_left_or_may_only_read(self, share: Share, guest: Reader, world: World) -> None:
        link = share(user=world.consultant, may_download=True)
        assert guest.follow(link).status_code == 200
        membership = Membership.objects.get(user=world.consultant)
        change_role(user=world.owner, membership=membership, role="viewer")
        lost(guest, link)
        change_role(user=world.owner, membership=membership, role="consultant")
        assert guest.report(link).status_code == 200
        remove_member(user=world.owner, membership=membership)
        lost(guest, link)
        renew_share_link(user=world.owner, link=link, expires_on=None)  # somebody answers for it again
        link.refresh_from_db()
        assert Reader().follow(link).status_code == 200

    def test_its_maker_has_deleted_their_account(self, share: Share, guest: Reader, world: World) -> None:
        link = share(user=world.consultant, may_download=True)
        guest.follow(link)
        world.consultant.delete()
        lost(guest, link)

    def test_a_maker_of_another_company_of_the_workspace(
        self, share: Share, guest: Reader, world: World, inside
    ) -> None:
        link = share(user=inside.editor, may_download=True)
        assert guest.follow(link).status_code == 200
        Membership.objects.filter(user=inside.editor).update(company=inside.other_company)
        lost(guest, link)


class TestPasswords:
    def tried(self, client: Client, link: ShareLink, password: str) -> int:
        return client.post(reverse("shared", args=[link.code]), {"password": password}).status_code

    def test_the_right_one_opens_and_a_wrong_one_says_so(self, share: Share, guest: Reader) -> None:
        link = share(password=PASSWORD)
        guest.follow(link)
        assert self.tried(guest, link, "not-this-one") == 403
        assert self.tried(guest, link, "") == 403
        assert self.tried(guest, link, PASSWORD) == 302
        assert "Harbour Retail" in guest.report(link).content.decode()

    def test_only_its_hash_is_kept(self, share: Share) -> None:
        assert PASSWORD not in repr(ShareLink.objects.filter(pk=share(password=PASSWORD).pk).values())

    def test_after_ten_wrong_ones_none_is_asked_for_a_while_on_any_device(self, share: Share, guest: Reader) -> None:
        link, other = share(password=PASSWORD), Reader()
        guest.follow(link), other.follow(link)
        statuses = [self.tried(each, link, "guess") for each in (guest, other) for _ in range(MOST // 2)]
        assert set(statuses) == {403}
        assert self.tried(guest, link, PASSWORD) == self.tried(other, link, PASSWORD) == 429
        with time_machine.travel(timezone.now() + WITHIN + datetime.timedelta(seconds=1), tick=False):
            assert self.tried(guest, link, PASSWORD) == 302

    def test_a_right_one_gives_a_guesser_no_new_tries(self, share: Share) -> None:
        link = share(password=PASSWORD)
        said = [try_password(link=link, password=PASSWORD if at % 2 else "guess") for at in range(2 * MOST)]
        assert said.count("wrong") == MOST
        assert try_password(link=link, password=PASSWORD) == "too-many"

    def test_without_its_key_a_password_is_not_even_looked_at(self, share: Share) -> None:
        link = share(password=PASSWORD)
        assert self.tried(Client(), link, PASSWORD) == 404
        link.refresh_from_db()
        assert link.attempts == 0


def test_a_milestone_of_another_assessment_cannot_be_shared(share: Share, world: World) -> None:
    other = start_assessment(
        user=world.owner, company=world.company, title="Other", held_on=DAY, practice_set="full", group="leaders"
    )
    kept = keep_milestone(user=world.owner, assessment=other, name="Other")
    with pytest.raises(ValueError, match="another assessment"):
        make_share_link(user=world.owner, assessment=world.assessment, name="x", language="en", milestone=kept)
    link = share()
    ShareLink.objects.filter(pk=link.pk).update(milestone=kept)  # and if it were, it would show nothing
    assert Reader().follow(link).status_code == 404


def test_a_part_of_the_page_is_not_given_out(share: Share, guest: Reader) -> None:
    link = share(may_download=True)
    guest.follow(link)
    for path in (reverse("shared", args=[link.code]), reverse("shared_file", args=[link.code, "pdf"])):
        whole = guest.get(path)
        part = guest.get(path, headers={"Range": "bytes=0-9", "If-None-Match": "*"})
        assert (part.status_code, len(part.content)) == (200, len(whole.content))
        assert guest.head(path).content == b""
        assert guest.options(path).status_code == 405 and guest.put(path).status_code == 405
