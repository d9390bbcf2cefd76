"""What somebody else has done a moment before: between the look at the door and the act itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from assessments.actions.group_links import close_group_link, open_group_link, renew_group_link
from assessments.actions.joining import start_answering
from assessments.actions.life import move_assessment
from assessments.actions.respondents import remove_respondent
from assessments.actions.rights import erase_respondent
from assessments.content.loader import framework
from assessments.links import key_of
from assessments.models import GroupLink, Message, Referral, Respondent
from assessments.places import place_by_code
from tests.personas import World
from tests.respondents.people import asked, collecting, let_in

PRACTICE = next(iter(framework().practices))
PERSON = {"name": "Di", "email": "di@example.net", "group": "leaders", "language": "en", "part": "all"}


@pytest.fixture
def first(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Callable[[], object]], None]:
    """Let something happen at the moment when a view calls its act."""

    def of(act: str, happens: Callable[[], object]) -> None:
        module, name = act.rsplit(".", 1)
        real = getattr(__import__(module, fromlist=[name]), name)

        def late(**said: Any) -> Any:
            happens()
            return real(**said)

        monkeypatch.setattr(act, late)

    return of


def closing(world: World) -> Callable[[], None]:
    return lambda: move_assessment(user=world.owner, assessment=world.assessment, to="review")


def names(world: World) -> set[str]:
    return set(Respondent.objects.filter(assessment=world.assessment, user=None).values_list("name", flat=True))


def test_nobody_is_added_by_hand_once_it_is_closed(world: World, owner: Client, first: Any) -> None:
    collecting(world)
    first("assessments.views.people.respondents.add_respondents", closing(world))
    answer = owner.post(f"/assessments/{world.assessment.code}/respondents/add/", PERSON)
    assert answer.status_code == 403
    assert "The assessment is closed: nobody can be added any more." in answer.content.decode()
    assert names(world) == set()


def test_no_list_is_added_once_it_is_closed(world: World, owner: Client, first: Any) -> None:
    collecting(world)
    first("assessments.views.people.respondent_lists.add_respondents", closing(world))
    url = f"/assessments/{world.assessment.code}/respondents/list/"
    token = owner.post(url, {"people": "Di;di@example.net;leaders", "part": "all"}).context["token"]
    assert owner.post(url, {"token": token}).status_code == 403
    assert names(world) == set()


def test_of_two_who_confirm_one_list_at_the_same_moment_one_writes(world: World, owner: Client, first: Any) -> None:
    collecting(world)
    url = f"/assessments/{world.assessment.code}/respondents/list/"
    token = owner.post(url, {"people": "Di;;leaders", "part": "all"}).context["token"]
    seen: list[int] = []

    def again() -> None:
        if not seen:
            seen.append(0)
            seen[0] = owner.post(url, {"token": token}).status_code

    first("assessments.views.people.respondent_lists.add_respondents", again)
    assert (owner.post(url, {"token": token}).status_code, seen) == (302, [410])
    assert Respondent.objects.filter(assessment=world.assessment, name="Di").count() == 1


@pytest.mark.parametrize("what", ["assessment", "link", "version"])
def test_nobody_joins_once_it_is_closed(what: str, world: World, client: Client, first: Any) -> None:
    collecting(world)
    about: dict[str, Any] = {"user": world.owner, "assessment": world.assessment, "group": "leaders"}
    open_group_link(**about)
    client.post("/join/", {"key": key_of("group", GroupLink.objects.get())})
    acts = {
        "assessment": closing(world),
        "link": lambda: close_group_link(**about),
        "version": lambda: renew_group_link(**about),
    }
    first("assessments.views.answering.joining.join_assessment", acts[what])
    answer = client.post("/join/", {"name": "Cy", "email": "cy@example.net"})
    assert answer.status_code == 403
    assert names(world) == set() and not Message.objects.exists()


def test_nothing_is_passed_on_once_it_is_closed(world: World, first: Any) -> None:
    cache.clear()
    collecting(world)
    ada = asked(world)
    device = let_in(ada)
    first("assessments.views.answering.passing_on.pass_on", closing(world))
    said = {"name": "Di", "email": "di@example.net", "group": "managers"}
    answer = device.post(f"/r/{ada.code}/answer/{PRACTICE}/pass-on/", said)
    assert answer.headers["Location"] == f"/r/{ada.code}/"
    assert names(world) == {"Ada"} and not Message.objects.exists()


def test_nothing_is_passed_on_by_somebody_who_was_erased(world: World, first: Any) -> None:
    cache.clear()
    collecting(world)
    ada, bo = asked(world), asked(world, "Bo")
    device = let_in(ada)
    first("assessments.views.answering.passing_on.pass_on", lambda: erase_respondent(user=world.owner, respondent=ada))
    device.post(f"/r/{ada.code}/answer/{PRACTICE}/pass-on/", {"colleague": str(bo.code)})
    assert not Referral.objects.exists()


@pytest.mark.parametrize("before", [True, False])
def test_nothing_is_kept_of_what_somebody_writes_who_was_erased(before: bool, world: World, first: Any) -> None:
    """Their words would stay for good: they are gone through once, when the person is erased."""
    collecting(world)
    ada = asked(world)
    device, url = let_in(ada), f"/r/{ada.code}/answer/{PRACTICE}/"
    if before:
        device.post(url, {"choice": "1", "note": "what I saw"})
    first(
        "assessments.views.answering.answering.save_answer",
        lambda: erase_respondent(user=world.owner, respondent=ada),
    )
    answer = device.post(url, {"choice": "2", "note": "what I think"}, headers={"Accept": "application/json"})
    assert answer.status_code == 403
    assert list(ada.answers.values_list("stage", "note")) == ([(1, "[…]")] if before else [])


def test_the_language_of_somebody_who_was_erased_does_not_come_back(world: World) -> None:
    collecting(world)
    ada = asked(world)
    place = place_by_code(ada.code)
    erase_respondent(user=world.owner, respondent=ada)
    start_answering(place=place, language="zh-hant")
    ada.refresh_from_db()
    assert (ada.language, ada.started_at) == ("", None)


def removing(world: World, row: Respondent) -> Callable[[], None]:
    return lambda: remove_respondent(user=world.owner, assessment=world.assessment, code=row.code)


@pytest.mark.parametrize("act", ["remove", "renew", "update"])
def test_who_was_just_removed_is_not_found(act: str, world: World, owner: Client, first: Any) -> None:
    """A double click where no script prevents it, or two of a team."""
    collecting(world)
    ada = asked(world)
    name = f"{act}_link" if act == "renew" else f"{act}_respondent"
    first(f"assessments.views.people.respondents.{name}", removing(world, ada))
    url = f"/assessments/{world.assessment.code}/respondents/{ada.code}/"
    answer = owner.post(url if act == "update" else f"{url}{act}/", PERSON)
    assert (answer.status_code, names(world)) == (404, set())


def test_nothing_is_passed_on_to_somebody_who_was_just_removed(world: World, first: Any) -> None:
    cache.clear()
    collecting(world)
    ada, bo = asked(world), asked(world, "Bo")
    first("assessments.views.answering.passing_on.pass_on", removing(world, bo))
    answer = let_in(ada).post(f"/r/{ada.code}/answer/{PRACTICE}/pass-on/", {"colleague": str(bo.code)})
    assert answer.status_code == 404
    assert not Referral.objects.exists()


@pytest.mark.parametrize(
    ("act", "page", "said"),
    [
        ("answering.save_answer", "answer/{practice}/", {"choice": "1"}),
        ("answering_by_link.start_answering", "", {}),
        ("answering_by_link.finish_answering", "done/", {}),
        ("answering_by_link.go_on_answering", "done/", {"again": ""}),
        ("passing_on.pass_on", "answer/{practice}/pass-on/", PERSON),
    ],
)
def test_who_was_just_removed_does_nothing_more(
    act: str, page: str, said: dict[str, str], world: World, first: Any
) -> None:
    cache.clear()
    collecting(world)
    ada = asked(world)
    device = let_in(ada)
    first(f"assessments.views.answering.{act}", removing(world, ada))
    answer = device.post(f"/r/{ada.code}/{page.format(practice=PRACTICE)}", said)
    assert answer.status_code in (302, 403, 404)
    assert names(world) == set() and not Message.objects.exists()
