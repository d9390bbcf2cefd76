"""What a person said last time: shown to them alone, and counted only once they say it again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from assessments.actions.life import move_assessment
from assessments.actions.next_round import start_next_round
from assessments.actions.respondents import update_respondent
from assessments.links import key_of
from assessments.maturity.answers import Answer as Said
from assessments.models import Answer, Assessment, Respondent
from assessments.places import place_by_code
from assessments.queries.answers import kept_answer
from assessments.queries.last_time import last_time
from assessments.queries.sheets import sheet_of
from assessments.results.sources import assess_rows
from tests.personas import World

from .held import FIRST, PRACTICES, answer, held

ONE, OTHER = PRACTICES[:2]
STILL = "Still true"
JSON = {"Accept": "application/json"}


@pytest.fixture
def last(world: World) -> Assessment:
    """A round in which the owner answered with their account, and eight people by their links."""
    row = held(world, "Spring 2026", FIRST, 2)
    own = Respondent.objects.create(
        workspace=world.workspace, assessment=row, user=world.owner, name="Owner", group="managers"
    )
    answer(own, {ONE: 3, OTHER: 1})
    Answer.objects.filter(respondent=own, practice=ONE).update(note="In the handbook", evidence="wiki/7")
    return row


@pytest.fixture
def now(world: World, last: Assessment) -> Assessment:
    row = start_next_round(user=world.owner, assessment=last, title="Autumn 2026")
    move_assessment(user=world.owner, assessment=row, to="collecting")
    return row


def page_of(client: Client, row: Assessment, practice: str = ONE) -> str:
    return client.get(reverse("question", args=[row.code, practice])).content.decode()


def by_link(row: Assessment, name: str) -> tuple[Client, Respondent]:
    """A device that has opened the personal link of somebody."""
    person, client = Respondent.objects.get(assessment=row, name=name), Client()
    client.post(reverse("own_link"), {"key": key_of("respondent", person)})
    return client, person


def own_page(client: Client, person: Respondent, practice: str = ONE) -> str:
    return client.get(reverse("own_question", args=[person.code, practice])).content.decode()


def test_the_question_shows_it_and_ticks_nothing(now: Assessment, owner: Client) -> None:
    page = page_of(owner, now)
    assert "Last time, in “Spring 2026”:" in page and "3 Managed" in page and "In the handbook" in page
    assert STILL in page and " checked" not in page
    assert "0 confirmed of last time, 2 to confirm" in page


def test_it_is_not_counted_and_coverage_says_so(now: Assessment, owner: Client) -> None:
    page_of(owner, now)
    source = assess_rows(now, "en")
    assert source.card.respondents == 0 and not any(each.rated for each in source.card.dimensions)
    assert all(each.coverage == 0 for each in source.card.dimensions)
    assert sheet_of(now).people == 0


def test_still_true_without_script_saves_it_as_todays_and_goes_on(world: World, now: Assessment, owner: Client) -> None:
    gone = owner.post(reverse("question", args=[now.code, ONE]), {"still": "1"})
    assert gone.headers["Location"].endswith(f"../{OTHER}/") or OTHER in gone.headers["Location"]
    own = Respondent.objects.get(assessment=now, user=world.owner)
    kept = kept_answer(own, ONE)
    assert kept and kept.answer == Said(stage=3, note="In the handbook", evidence="wiki/7")
    page = page_of(owner, now)
    assert STILL not in page and "1 confirmed of last time, 1 to confirm" in page
    assert sheet_of(now).people == 1


def test_what_is_typed_today_wins_over_the_texts_of_last_time(world: World, now: Assessment, owner: Client) -> None:
    owner.post(reverse("question", args=[now.code, ONE]), {"still": "1", "choice": "0", "note": "On page 3 now"})
    kept = kept_answer(Respondent.objects.get(assessment=now, user=world.owner), ONE)
    assert kept and kept.answer == Said(stage=3, note="On page 3 now", evidence="wiki/7")


def test_another_answer_is_as_good_as_ever(world: World, now: Assessment, owner: Client) -> None:
    saved = owner.post(reverse("question", args=[now.code, ONE]), {"choice": "1", "age": "0"}, headers=JSON)
    assert saved.status_code == 200
    kept = kept_answer(Respondent.objects.get(assessment=now, user=world.owner), ONE)
    assert kept and kept.answer == Said(stage=1)


def test_still_true_where_nothing_was_said_is_nothing(now: Assessment, owner: Client) -> None:
    owner.post(reverse("question", args=[now.code, PRACTICES[5]]), {"still": "1"})
    assert sheet_of(now).people == 0


@pytest.mark.parametrize(
    ("said", "words", "choice"),
    [({"dont_know": True}, "Don’t know", "dont_know"), ({"not_applicable": "out-of-scope"}, "Not applicable:", "na")],
)
def test_dont_know_and_not_applicable_come_back_too(
    world: World, last: Assessment, now: Assessment, owner: Client, said: dict[str, object], words: str, choice: str
) -> None:
    Answer.objects.filter(respondent__user=world.owner, respondent__assessment=last, practice=ONE).update(
        stage=None, **said
    )
    page = page_of(owner, now)
    assert words in page and f'data-still="{choice}"' in page
    owner.post(reverse("question", args=[now.code, ONE]), {"still": "1"})
    kept = kept_answer(Respondent.objects.get(assessment=now, user=world.owner), ONE)
    assert kept and (kept.answer.dont_know, kept.answer.not_applicable) == (
        said.get("dont_know", False),
        said.get("not_applicable", ""),
    )


def test_by_a_personal_link_as_well(now: Assessment) -> None:
    client, person = by_link(now, "Person 3")
    assert STILL in own_page(client, person) and "2 Defined" in own_page(client, person)
    client.post(reverse("own_question", args=[person.code, ONE]), {"still": "1"})
    assert Answer.objects.get(respondent=person).stage == 2


def test_who_joins_later_with_the_same_account_finds_it(world: World, last: Assessment, owner: Client) -> None:
    last.respondents.filter(user=world.owner).update(previous=None)
    now = start_next_round(user=world.owner, assessment=last, title="Autumn 2026")
    now.respondents.filter(user=world.owner).delete()
    Respondent.objects.create(workspace=world.workspace, assessment=now, user=world.owner, group="leaders")
    assert "3 Managed" in page_of(owner, now)


class TestNobodyElse:
    """A person sees their own answers of last time only; never those of others."""

    @pytest.mark.parametrize("anonymous", [True, False])
    def test_another_address_on_the_same_row_shows_nothing(
        self, anonymous: bool, world: World, last: Assessment
    ) -> None:
        Assessment.objects.filter(pk=last.pk).update(anonymous=anonymous)
        now = start_next_round(user=world.owner, assessment=Assessment.objects.get(pk=last.pk), title="Autumn")
        person = now.respondents.get(name="Person 3")
        update_respondent(
            user=world.consultant, assessment=now, code=person.code, name="Person 3", email="spy@example.com",
            group=person.group, language="", practice_set="", dimensions=(),
        )  # fmt: skip
        move_assessment(user=world.owner, assessment=now, to="collecting")
        client, person = by_link(now, "Person 3")
        page = own_page(client, person)
        assert STILL not in page and "Last time" not in page

    def test_of_those_without_an_address_each_finds_their_own(self, world: World, last: Assessment) -> None:
        last.respondents.update(email="")
        said = {"Person 3": 4, "Person 4": 0}
        for name, stage in said.items():
            Answer.objects.filter(respondent__name=name, practice=ONE).update(stage=stage)
        now = start_next_round(user=world.owner, assessment=last, title="Autumn 2026")
        found = {each.name: last_time(place_by_code(each.code)) for each in now.respondents.filter(name__in=said)}
        assert {name: each.answers[ONE].stage for name, each in found.items() if each} == said

    def test_an_anonymous_row_without_an_address_shows_nothing(self, world: World, last: Assessment) -> None:
        last.respondents.update(email="")
        Assessment.objects.filter(pk=last.pk).update(anonymous=True)
        now = start_next_round(user=world.owner, assessment=Assessment.objects.get(pk=last.pk), title="Autumn")
        move_assessment(user=world.owner, assessment=now, to="collecting")
        client, person = by_link(now, "Person 3")
        assert STILL not in own_page(client, person)

    def test_the_owner_of_a_sealed_round_sees_only_their_own(
        self, world: World, last: Assessment, owner: Client
    ) -> None:
        Assessment.objects.filter(pk=last.pk).update(anonymous=True)
        now = start_next_round(user=world.owner, assessment=Assessment.objects.get(pk=last.pk), title="Autumn")
        assert "3 Managed" in page_of(owner, now)
        page = page_of(owner, now, PRACTICES[5])  # which the owner did not answer, and eight others did
        assert STILL not in page and "Last time, in" not in page

    def test_who_was_erased_left_nothing_behind(self, last: Assessment, now: Assessment) -> None:
        client, person = by_link(now, "Person 3")
        last.respondents.filter(name="Person 3").update(erased_at=now.updated_at + timedelta(days=1))
        assert STILL not in own_page(client, person)


def test_queries(now: Assessment, owner: Client, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(5):  # type: ignore[operator]  # as ever, and what was said last time
        page_of(owner, now)
    with django_assert_num_queries(5):  # type: ignore[operator]  # saving by script asks nothing more than ever
        owner.post(reverse("question", args=[now.code, ONE]), {"choice": "1"}, headers=JSON)


def test_the_page_of_the_round_says_how_many_wait_and_leads_there(now: Assessment, owner: Client) -> None:
    address = reverse("assessment", args=[now.code])
    page = owner.get(address).content.decode()
    assert "In “Spring 2026” you answered 2 of these practices: 0 confirmed, 2 to confirm." in page
    assert "counts only once you say that it is still true" in page
    assert f'href="/assessments/{now.code}/answer/{ONE}/">Confirm last time’s answers' in page
    owner.post(reverse("question", args=[now.code, ONE]), {"still": "1"})
    page = owner.get(address).content.decode()
    assert "1 confirmed, 1 to confirm." in page
    assert f"/answer/{OTHER}/" in page.partition("Confirm last time’s answers")[0].rpartition("<a ")[2]
    owner.post(reverse("question", args=[now.code, OTHER]), {"choice": "4"})
    page = owner.get(address).content.decode()
    assert "2 confirmed, 0 to confirm." in page and "Confirm last" not in page


def test_a_first_round_says_nothing_of_it(world: World, owner: Client) -> None:
    assert "you answered" not in owner.get(reverse("assessment", args=[world.assessment.code])).content.decode()
