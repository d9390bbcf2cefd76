"""The 10-minute check: twenty practices without an account, in one cookie, and kept when the person wants it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from assessments.actions.companies import add_company
from assessments.content.loader import framework
from assessments.cookies import check as check_cookie
from assessments.cookies.check import Check, Given
from assessments.maturity.answers import Answer
from assessments.models import Answer as Row
from assessments.models import Assessment, Respondent, User
from tests.personas import World

FRAME = framework()
QUICK = [each.id for each in FRAME.asked("quick")]
FIRST, SECOND = QUICK[:2]
JSON = {"Accept": "application/json"}
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
ACCOUNT = {"name": "Mei", "email": "mei@example.com", "password1": "pyramid-of-six-levels"}


def read(client: Client) -> Check:
    request = type("Request", (), {"COOKIES": {key: each.value for key, each in client.cookies.items()}})
    return check_cookie.read_check(request)  # type: ignore[arg-type]


def say(client: Client, practice: str, choice: str, **more: str) -> None:
    assert client.post(f"/check/{practice}/", {"choice": choice, **more}, headers=JSON).status_code == 200


@pytest.fixture
def visitor(db: None) -> Client:
    return Client()


class TestCookie:
    def test_it_holds_every_kind_of_answer(self, visitor: Client) -> None:
        said = {QUICK[0]: "0", QUICK[1]: "4", QUICK[2]: "dont_know", QUICK[3]: "na:done-by-others"}
        for practice, choice in said.items():
            say(visitor, practice, choice)
        assert read(visitor).answers == {
            QUICK[0]: Answer(stage=0),
            QUICK[1]: Answer(stage=4),
            QUICK[2]: Answer(dont_know=True),
            QUICK[3]: Answer(not_applicable="done-by-others"),
        }

    def test_it_lives_as_long_as_the_browser_and_no_script_reads_it(self, visitor: Client) -> None:
        say(visitor, FIRST, "1")
        cookie = visitor.cookies["check"]
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/check/")
        assert cookie["max-age"] == cookie["expires"] == ""

    def test_the_server_stores_nothing(self, visitor: Client, django_assert_num_queries: object) -> None:
        with django_assert_num_queries(0):  # type: ignore[operator]
            visitor.get("/check/")
            visitor.get(f"/check/{FIRST}/")
            say(visitor, FIRST, "1")
            visitor.post("/check/erase/")

    def test_with_everything_in_it_it_stays_small(self) -> None:
        given = {each: Given(Answer(not_applicable="done-by-others"), NOON) for each in QUICK}
        assert len(check_cookie.packed(Check(True, "顾" * 100, given))) < 1500

    def test_a_cookie_that_is_not_ours_is_no_check(self, visitor: Client) -> None:
        say(visitor, FIRST, "1")
        value = visitor.cookies["check"].value
        visitor.cookies["check"] = value[:-1] + ("A" if value[-1] != "A" else "B")
        assert read(visitor) == Check()
        assert visitor.get("/check/").status_code == 200

    @pytest.mark.parametrize("millisecond", [0, 1, 123, 999])
    def test_what_comes_back_equals_what_went_in(self, millisecond: int) -> None:
        at = NOON.replace(microsecond=millisecond * 1000 + 7)
        check = Check().with_answer(FIRST, Answer(stage=2), at, None)
        client = Client()
        client.cookies["check"] = check_cookie.packed(check)
        assert read(client) == check

    def test_of_two_answers_the_one_chosen_later_stays(self) -> None:
        newer = Check().with_answer(FIRST, Answer(stage=2), NOON, None)
        late = newer.with_answer(FIRST, Answer(stage=3), NOON - timedelta(seconds=9), None)
        assert late.answers == {FIRST: Answer(stage=2)}
        seen = newer.with_answer(FIRST, Answer(stage=3), NOON - timedelta(seconds=9), NOON)
        assert seen.answers == {FIRST: Answer(stage=3)}
        assert seen.given[FIRST].chosen_at > NOON


class TestQuestions:
    def test_it_begins_with_the_first_and_remembers_the_company(self, visitor: Client) -> None:
        start = visitor.post("/check/", {"company": "Harbour"})
        assert start.headers["Location"] == f"/check/{FIRST}/"
        assert read(visitor) == Check(True, "Harbour")
        assert "Harbour" in visitor.get(f"/check/{FIRST}/").content.decode()

    def test_the_page_is_that_of_assessments_without_note_and_evidence(self, visitor: Client) -> None:
        page = visitor.get(f"/check/{FIRST}/").content.decode()
        assert "0 of 20 answered" in page and "about 9 minutes left" in page
        assert "<textarea" not in page
        assert 'data-store="session"' in page

    def test_notes_are_not_taken(self, visitor: Client) -> None:
        say(visitor, FIRST, "1", note="secret")
        assert read(visitor).answers == {FIRST: Answer(stage=1)}

    def test_what_the_check_does_not_ask_does_not_exist(self, visitor: Client) -> None:
        slow = next(each for each in FRAME.practices if each not in QUICK)
        assert visitor.get(f"/check/{slow}/").status_code == 404

    def test_without_script_it_leads_through_all_twenty_to_the_result(self, visitor: Client) -> None:
        at = visitor.post("/check/").headers["Location"]
        for _each in QUICK:
            assert visitor.get(at).status_code == 200
            at = visitor.post(at, {"choice": "2", "then": "next"}).headers["Location"]
        assert at == "/check/?end=1"
        assert visitor.get(at).headers["Location"] == "/check/report/"
        assert "All answered: your result is ready." in visitor.get("/check/").content.decode()

    def test_the_last_one_leads_back_to_the_start_while_others_are_open(self, visitor: Client) -> None:
        assert visitor.post(f"/check/{QUICK[-1]}/", {"choice": "2"}).headers["Location"] == "/check/?end=1"
        page = visitor.get("/check/?end=1").content.decode()
        assert "1 of 20 answered" in page and "See the result so far" in page
        assert f'href="/check/{FIRST}/"' in page

    def test_a_late_answer_meets_a_newer_one(self, visitor: Client) -> None:
        with time_machine.travel(NOON, tick=False):
            say(visitor, FIRST, "4")
            answer = visitor.post(f"/check/{FIRST}/", {"choice": "1", "age": "5000"}, headers=JSON)
            assert answer.status_code == 409 and answer.json()["newer"]["words"] == "4 Leading"
            again = visitor.post(f"/check/{FIRST}/", {"choice": "4", "age": "5000"}, headers=JSON)
            assert again.status_code == 200

    def test_wrong_answers_are_refused(self, visitor: Client) -> None:
        assert visitor.post(f"/check/{FIRST}/", {"choice": "na"}).status_code == 400
        assert visitor.post(f"/check/{FIRST}/", {"choice": "9"}, headers=JSON).status_code == 400
        assert read(visitor) == Check()

    def test_erasing_forgets_everything(self, visitor: Client) -> None:
        say(visitor, FIRST, "1")
        assert visitor.get("/check/erase/").status_code == 405
        assert visitor.post("/check/erase/").headers["Location"] == "/check/"
        assert read(visitor) == Check()


class TestKeeping:
    def test_there_must_be_something_to_keep(self, visitor: Client) -> None:
        assert visitor.get("/check/keep/").headers["Location"] == "/check/"

    def test_signing_up_keeps_every_answer(self, visitor: Client) -> None:
        visitor.post("/check/", {"company": "Harbour"})
        for number, practice in enumerate(QUICK):
            say(visitor, practice, ("0", "1", "2", "3", "4", "dont_know", "na:by-choice")[number % 7])
        answers = read(visitor).answers
        page = visitor.get("/check/keep/").content.decode()
        assert 'value="Harbour"' in page and "/accounts/login/?next=/check/keep/" in page
        kept = visitor.post("/check/keep/", {"company": "Harbour Retail", "group": "leaders", **ACCOUNT})
        assessment = Assessment.objects.get()
        assert kept.headers["Location"] == f"/assessments/{assessment.code}/"
        assert (assessment.practice_set, assessment.company.name) == ("full", "Harbour Retail")
        respondent = Respondent.objects.get()
        assert (respondent.user, respondent.group) == (User.objects.get(email="mei@example.com"), "leaders")
        rows = {each.practice: Answer(each.stage, each.dont_know, each.not_applicable) for each in Row.objects.all()}
        assert rows == answers
        assert read(visitor) == Check()
        assert "20 of 56 practices are answered." in visitor.get(kept.headers["Location"]).content.decode()

    def test_times_of_choice_are_kept_too(self, visitor: Client) -> None:
        with time_machine.travel(NOON, tick=False):
            say(visitor, FIRST, "1")
        visitor.post("/check/keep/", {"company": "H", "group": "leaders", **ACCOUNT})
        assert Row.objects.get().chosen_at == NOON

    def test_a_mistake_in_the_form_costs_nothing(self, visitor: Client) -> None:
        say(visitor, FIRST, "1")
        page = visitor.post("/check/keep/", {"company": "Harbour", "group": "leaders", **ACCOUNT, "password1": "short"})
        assert page.status_code == 200 and b'value="Harbour"' in page.content
        assert not Assessment.objects.exists() and read(visitor).given

    def test_with_an_account_into_a_company_one_has(self, world: World, owner: Client) -> None:
        say(owner, FIRST, "3")
        page = owner.get("/check/keep/").content.decode()
        assert "Harbour Retail" in page and "Northstar Advisory" in page
        owner.post("/check/keep/", {"place": str(world.company.code), "group": "frontline"})
        assessment = Assessment.objects.exclude(pk=world.assessment.pk).get()
        assert assessment.company == world.company
        assert Row.objects.get().respondent.group == "frontline"

    def test_or_into_a_new_one(self, world: World, owner: Client) -> None:
        say(owner, FIRST, "3")
        place = f"new:{world.workspace.code}"
        unnamed = owner.post("/check/keep/", {"place": place, "group": "leaders", "company": ""})
        assert b"Give the new company a name" in unnamed.content
        owner.post("/check/keep/", {"place": place, "group": "leaders", "company": "Second"})
        assert Row.objects.get().respondent.assessment.company.name == "Second"

    @pytest.mark.parametrize("new", [True, False])
    def test_a_button_pressed_twice_keeps_it_once(self, new: bool, world: World, owner: Client) -> None:
        """The second press goes out before the first has taken the cookie away."""
        for practice in QUICK[:3]:
            say(owner, practice, "3")
        held = owner.cookies[check_cookie.COOKIE].value
        place = f"new:{world.workspace.code}" if new else str(world.company.code)
        pages = []
        for _press in range(2):
            owner.cookies[check_cookie.COOKIE] = held
            pages.append(owner.post("/check/keep/", {"place": place, "group": "leaders", "company": " Second "}))
        assert pages[0].headers["Location"] == pages[1].headers["Location"] != "/check/"
        assert Assessment.objects.exclude(pk=world.assessment.pk).count() == 1
        assert Row.objects.count() == 3

    def test_never_into_what_is_not_theirs(self, world: World, owner: Client, viewer: Client) -> None:
        foreign = add_company(workspace=world.elsewhere, name="Foreign")
        for client, place in (
            (owner, foreign.code),
            (owner, f"new:{world.elsewhere.code}"),
            (viewer, world.company.code),
        ):
            say(client, FIRST, "3")
            page = client.post("/check/keep/", {"place": str(place), "group": "leaders", "company": "X"})
            assert page.status_code == 200
        assert not Row.objects.exists()
