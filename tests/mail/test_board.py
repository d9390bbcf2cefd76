"""The progress board: how far people are, what needs a person, and who sees what of it."""

from __future__ import annotations

import datetime
from dataclasses import astuple
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessments.actions.assessments import start_assessment
from assessments.actions.life import CannotMove
from assessments.actions.reminders import invite_respondents, remind
from assessments.models import Assessment, AuditEntry, Message, Respondent
from assessments.queries.board import GroupCount, merged
from tests.mail.conftest import AddPeople
from tests.personas import DAY, World

QUERIES = 5


def board(client: Client, world: World, **options: Any) -> str:
    return client.get(reverse("progress", args=[world.assessment.code]), options).content.decode()


def press(client: Client, world: World, what: str) -> str:
    """The page after pressing a button."""
    url = reverse(f"progress_{what}", args=[world.assessment.code])
    return client.post(url, follow=True).content.decode()


def set_up(world: World, **values: Any) -> None:
    for name, value in values.items():
        setattr(world.assessment, name, value)
    world.assessment.save()


def finish(*people: Respondent) -> None:
    now = timezone.now()
    Respondent.objects.filter(pk__in=[each.pk for each in people]).update(started_at=now, finished_at=now)


def sent() -> None:
    Message.objects.update(status="sent", sent_at=timezone.now(), claimed_at=timezone.now())


def test_first_it_offers_to_invite_then_to_remind(world: World, owner: Client, add_people: AddPeople) -> None:
    people = add_people(3)
    page = board(owner, world)
    assert "3 people are waiting for their invitation." in page
    assert "Send 3 invitations" in page
    assert "Remind those" not in page
    assert "3 invitations are on their way." in press(owner, world, "invite")
    world.assessment.refresh_from_db()
    assert world.assessment.state == "collecting"
    assert "Everybody has been invited already." in press(owner, world, "invite")

    sent()
    finish(people[0])
    page = board(owner, world)
    assert "1 of 4 people have finished." in page  # the owner answers as well
    assert "Send " not in page
    assert "Remind those who have not finished" in page
    assert "2 reminders are on their way." in press(owner, world, "remind")
    sent()
    assert "Remind those who have not finished" not in board(owner, world)
    assert "Nobody was left to remind" in press(owner, world, "remind")


def test_when_all_have_finished_it_leads_on(world: World, owner: Client, add_people: AddPeople) -> None:
    add_people(2)
    press(owner, world, "invite")
    sent()
    assert "Close and review" not in board(owner, world)
    finish(*Respondent.objects.filter(assessment=world.assessment))
    assert "Close and review" in board(owner, world)


def test_who_has_added_people_is_led_to_their_invitations(world: World, owner: Client, add_people: AddPeople) -> None:
    url = reverse("respondents", args=[world.assessment.code])
    assert "Invite them" not in owner.get(url).content.decode()
    add_people(2)
    assert "Invite them" in owner.get(url).content.decode()
    press(owner, world, "invite")
    assert "Invite them" not in owner.get(url).content.decode()


def test_where_mail_goes_nowhere_it_says_so(world: World, owner: Client, viewer: Client, settings: Any) -> None:
    assert "not set up to send e-mail" not in board(owner, world)
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    assert "not set up to send e-mail" in board(owner, world)
    assert "not set up to send e-mail" not in board(viewer, world)
    assert "hand over personal links" in board(owner, world)


def test_where_mail_goes_nowhere_an_anonymous_round_is_not_told_to_hand_over_links(
    world: World, owner: Client, settings: Any
) -> None:
    """Nobody of the team sees a personal link there, so only the links of groups are left."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    Assessment.objects.filter(pk=world.assessment.pk).update(anonymous=True)
    said = board(owner, world)
    assert "let people join by the link of a group" in said and "hand over personal links" not in said


def test_who_joins_later_is_invited_alone(world: World, owner: Client, add_people: AddPeople) -> None:
    add_people(2)
    press(owner, world, "invite")
    sent()
    add_people(1, start=2)
    page = board(owner, world)
    assert "Send 1 invitation" in page
    press(owner, world, "invite")
    assert Message.objects.filter(kind="invitation").count() == 3


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (9, "and 9 days are left"),
        (1, "and one day is left"),
        (0, "and today is the last day"),
        (-1, "when it was closed"),
    ],
)
def test_it_says_how_long_is_left(days: int, said: str, world: World, owner: Client, add_people: AddPeople) -> None:
    finish(add_people(2)[0])
    set_up(world, state="collecting", closes_on=timezone.localdate() + datetime.timedelta(days=days))
    assert said in board(owner, world)


def test_once_closed_nothing_is_sent(world: World, owner: Client, add_people: AddPeople) -> None:
    add_people(2)
    set_up(world, state="review")
    assert "invitations" not in board(owner, world)
    assert "answers to this assessment are not taken any more" in press(owner, world, "invite")
    assert "answers to this assessment are not taken any more" in press(owner, world, "remind")
    assert not Message.objects.exists()
    with pytest.raises(CannotMove):
        invite_respondents(user=world.owner, assessment=world.assessment)


def test_without_people_it_says_what_to_do(world: World, owner: Client) -> None:
    world.respondent.delete()
    page = board(owner, world)
    assert "Nobody is asked yet" in page
    assert reverse("respondents", args=[world.assessment.code]) in page


def test_the_trail_counts_and_names_nobody(world: World, add_people: AddPeople) -> None:
    add_people(2)
    invite_respondents(user=world.owner, assessment=world.assessment)
    sent()
    remind(user=world.owner, assessment=world.assessment)
    found = dict(AuditEntry.objects.filter(act__endswith="-sent").values_list("act", "detail"))
    assert found == {"invitations-sent": {"count": 2}, "reminders-sent": {"count": 2}}


def test_a_viewer_only_looks(world: World, viewer: Client, add_people: AddPeople) -> None:
    add_people(2)
    invite_respondents(user=world.owner, assessment=world.assessment)
    Message.objects.update(status="failed", problem="550 no")
    page = board(viewer, world)
    assert "person0@example.com" in page
    assert "<button" not in page.partition("<main")[2]
    assert "Send again" not in page


def test_named_people_are_listed_with_their_state(world: World, owner: Client, add_people: AddPeople) -> None:
    people = add_people(3)
    invite_respondents(user=world.owner, assessment=world.assessment)
    sent()
    finish(people[0])
    page = board(owner, world)
    assert all(each.name in page for each in people)
    assert "Invitation <small" in page


class TestAnonymous:
    def test_it_tells_of_nobody_whether_they_answered(
        self, world: World, owner: Client, viewer: Client, add_people: AddPeople
    ) -> None:
        set_up(world, anonymous=True)
        people = add_people(6)
        invite_respondents(user=world.owner, assessment=world.assessment)
        sent()
        before = board(owner, world)
        finish(people[0])
        one = board(owner, world)
        finish(people[1])
        Respondent.objects.filter(pk=people[0].pk).update(started_at=None, finished_at=None)
        other = board(owner, world)
        assert [each.replace(_token(each), "") for each in (one,)] == [other.replace(_token(other), "")]
        assert one != before
        for page in (one, board(viewer, world)):
            assert not any(each.name in page or each.email in page for each in people)

    def test_failed_reminders_do_not_tell_who_has_not_answered(
        self, world: World, owner: Client, add_people: AddPeople
    ) -> None:
        set_up(world, anonymous=True)
        add_people(6)
        invite_respondents(user=world.owner, assessment=world.assessment)
        sent()
        remind(user=world.owner, assessment=world.assessment)
        Message.objects.filter(kind="reminder").update(status="failed", problem="550 no")
        assert "@example.com" not in board(owner, world).partition("<main")[2]

    def test_whether_an_invitation_failed_is_shown_whether_or_not_they_answered(
        self, world: World, owner: Client, viewer: Client, add_people: AddPeople
    ) -> None:
        set_up(world, anonymous=True)
        people = add_people(6)
        invite_respondents(user=world.owner, assessment=world.assessment)
        Message.objects.filter(respondent=people[2]).update(status="failed", problem="550 no")
        page = board(owner, world)
        finish(people[2])
        for each in (page, board(owner, world)):
            assert "person2@example.com" in each
            assert "Person 2" not in each
        assert "person2@example.com" not in board(viewer, world)

    def test_small_groups_are_counted_together(self, world: World, owner: Client, add_people: AddPeople) -> None:
        set_up(world, anonymous=True)
        add_people(2, group="leaders")
        add_people(7, group="frontline", start=2)
        page = board(owner, world).partition("<tbody>")[2].partition("</tbody>")[0]
        assert page.count("<tr>") == 1


def _token(page: str) -> str:
    return page.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]


def test_merging_leaves_no_group_that_can_be_subtracted() -> None:
    def of(group: str, people: int) -> GroupCount:
        return GroupCount((group,), people, people, people, people)

    shown = merged([of("leaders", 2), of("managers", 6), of("frontline", 30)], 5)
    together = ("leaders", "managers"), 8, 8, 8, 8
    assert [astuple(each) for each in shown] == [together, (("frontline",), 30, 30, 30, 30)]
    assert [each.people for each in merged([of("leaders", 2), of("managers", 2), of("frontline", 9)], 5)] == [13]
    assert [each.people for each in merged([of("leaders", 1)], 5)] == [1]


@pytest.mark.parametrize("count", [1, 3, 200])
def test_the_page_costs_the_same_however_many_people(
    count: int,
    world: World,
    owner: Client,
    add_people: AddPeople,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    people = add_people(count)
    invite_respondents(user=world.owner, assessment=world.assessment)
    sent()
    finish(people[0])
    Message.objects.filter(pk=Message.objects.latest("pk").pk).update(status="failed", problem="unreachable")
    with django_assert_num_queries(QUERIES):
        board(owner, world)


def test_the_same_address_elsewhere_is_somebody_else(world: World, owner: Client, add_people: AddPeople) -> None:
    (person,) = add_people(1)
    other = start_assessment(
        user=world.owner, company=world.company, title="Spring", held_on=DAY, practice_set="full", group="managers"
    )
    Respondent.objects.create(
        workspace=world.workspace, assessment=other, name="Twin", email=person.email, group="leaders"
    )
    invite_respondents(user=world.owner, assessment=other)
    assert Message.objects.get().respondent != person
    assert "Send 1 invitation" in board(owner, world)
    url = reverse("progress_again", args=[world.assessment.code, Message.objects.get().code])
    assert owner.post(url).status_code == 404
