"""Phones join by the link, take one seat each, vote while a round is open, and see nothing before it is revealed."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessments.actions.assessments import start_assessment
from assessments.actions.workshops import open_workshop, renew_workshop_link
from assessments.links import key_of
from assessments.models import Seat, Vote
from tests.personas import DAY, World
from tests.workshop.rooms import FIRST, SECOND, Phone, do, join, page_of, running


class TestJoining:
    def test_the_key_leads_to_the_choice_of_a_group(self, world: World) -> None:
        page = Client().post("/w/", {"key": key_of("workshop", running(world))})
        assert page.status_code == 200
        said = page.content.decode()
        assert "To which group do you belong?" in said and world.company.name in said
        assert all(f'value="{each}"' in said for each in ("leaders", "managers", "frontline"))

    def test_a_whole_link_may_be_pasted(self, world: World) -> None:
        link = f"https://cx.example.com/w/#{key_of('workshop', running(world))}"
        assert Client().post("/w/", {"key": f"  {link} "}).status_code == 200

    def test_a_group_is_needed(self, world: World) -> None:
        key = key_of("workshop", running(world))
        for group in ("", "owners"):
            page = Client().post("/w/", {"key": key, "group": group, "join": "1"})
            assert page.status_code == 400 and "Choose the group" in page.content.decode()
        assert not Seat.objects.exists()

    def test_the_cookie_is_of_this_seat_and_out_of_reach_of_scripts(self, world: World) -> None:
        phone = join(running(world))
        (cookie,) = (each for name, each in phone.client.cookies.items() if name.startswith("seat_"))
        assert cookie["httponly"] and cookie["path"] == "/w/" and cookie["samesite"] == "Lax"
        assert phone.client.get(phone.path).status_code == 200

    def test_a_phone_is_shown_no_way_to_the_pages_of_the_team(self, world: World) -> None:
        """base.html draws the way to a page wherever the page has a workspace: these must have none."""
        workshop = running(world)
        choice = Client().post("/w/", {"key": key_of("workshop", workshop)}).content.decode()
        for page in (choice, join(workshop).page()):
            assert "/workspaces/" not in page and "/companies/" not in page

    def test_scanning_the_code_again_gives_no_second_seat(self, world: World) -> None:
        workshop = running(world)
        phone = join(workshop)
        again = phone.client.post("/w/", {"key": key_of("workshop", workshop), "group": "leaders", "join": "1"})
        assert again.headers["Location"] == phone.path
        assert phone.client.post("/w/", {"key": key_of("workshop", workshop)}).headers["Location"] == phone.path
        assert Seat.objects.count() == 1

    def test_the_same_phone_joins_another_workshop_too(self, world: World) -> None:
        first = join(running(world))
        other = start_assessment(
            user=world.owner, company=world.company, title="Next", held_on=DAY, practice_set="quick", group="managers"
        )
        second = join(open_workshop(user=world.owner, assessment=other, practice=FIRST), client=first.client)
        assert second.path != first.path
        assert first.client.get(first.path).status_code == first.client.get(second.path).status_code == 200

    @pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
    def test_the_language_stays(self, world: World, language: str) -> None:
        client, key = Client(), key_of("workshop", running(world))
        page = client.post("/w/", {"key": key, "language": language})
        assert f'<html lang="{language}"' in page.content.decode()
        phone = join(running(world), client=client)
        assert f'<html lang="{language}"' in phone.page()

    @pytest.mark.parametrize("key", ["", "x", "A" * 43, "ä" * 43, "#", "https://cx.example.com/w/", "http://[#x"])
    def test_wrong_keys(self, world: World, key: str) -> None:
        running(world)
        page = Client().post("/w/", {"key": key, "group": "leaders", "join": "1"})
        assert page.status_code == 404 and world.company.name not in page.content.decode()
        assert not Seat.objects.exists()

    def test_a_key_of_another_kind(self, world: World) -> None:
        workshop = running(world)
        for kind in ("respondent", "group", "invitation"):
            assert Client().post("/w/", {"key": key_of(kind, workshop)}).status_code == 404  # type: ignore[arg-type]

    def test_a_renewed_link_shuts_out_the_old_one_and_nobody_who_is_in(self, world: World) -> None:
        workshop = running(world)
        old, phone = key_of("workshop", workshop), join(workshop)
        renew_workshop_link(user=world.owner, workshop=workshop, seen=workshop.version)
        assert Client().post("/w/", {"key": old}).status_code == 404
        workshop.refresh_from_db()
        assert Client().post("/w/", {"key": key_of("workshop", workshop)}).status_code == 200
        assert phone.client.get(phone.path).status_code == 200

    def test_a_closed_workshop_says_so(self, world: World, owner: Client) -> None:
        workshop = running(world)
        phone = join(workshop)
        do(owner, workshop, act="close")
        page = Client().post("/w/", {"key": key_of("workshop", workshop), "group": "leaders", "join": "1"})
        assert "This workshop is over." in page.content.decode()
        assert "This workshop is over." in phone.page()
        assert Seat.objects.count() == 1

    def test_a_workshop_of_a_final_assessment_is_over(self, world: World, owner: Client) -> None:
        workshop = running(world)
        phone = join(workshop)
        do(owner, workshop, act="vote")
        type(world.assessment).objects.update(state="final")
        assert phone.vote("1").status_code == 409 and not Vote.objects.exists()
        assert "This workshop is over." in phone.page()
        assert phone.state().json()["stand"].endswith(".closed")

    @pytest.mark.parametrize("what", ["company", "workspace"])
    def test_what_is_deleted_has_no_workshop(self, what: str, world: World, owner: Client) -> None:
        workshop = running(world)
        phone = join(workshop)
        do(owner, workshop, act="vote")
        type(getattr(world, what)).objects.update(deleted_at=workshop.opened_at)
        assert [each.status_code for each in (phone.client.get(phone.path), phone.state(), phone.vote("1"))] == [
            404
        ] * 3
        assert not Vote.objects.exists()
        assert Client().post("/w/", {"key": key_of("workshop", workshop)}).status_code == 404


class TestSeats:
    def test_without_its_cookie_a_seat_does_not_exist(self, world: World) -> None:
        phone = join(running(world))
        for path in (phone.path, f"{phone.path}state/"):
            page = Client().get(path)
            assert page.status_code == 404 and world.company.name not in page.content.decode()
        assert Phone(Client(), phone.path).vote("1").status_code == 404

    def test_the_cookie_of_one_seat_opens_no_other(self, world: World) -> None:
        workshop = running(world)
        mine, theirs = join(workshop), join(workshop)
        value = mine.client.cookies[f"seat_{mine.code.replace('-', '')}"].value
        mine.client.cookies[f"seat_{theirs.code.replace('-', '')}"] = value
        assert mine.client.get(theirs.path).status_code == 404

    def test_a_full_room(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("assessments.actions.votes.MOST_SEATS", 1)
        workshop = running(world)
        join(workshop)
        full = Client().post("/w/", {"key": key_of("workshop", workshop), "group": "leaders", "join": "1"})
        assert full.status_code == 409 and "The room is full" in full.content.decode()


class TestVoting:
    def test_a_vote_is_kept_and_can_be_changed(self, world: World, owner: Client) -> None:
        workshop = running(world)
        phone = join(workshop)
        do(owner, workshop, act="vote")
        assert phone.vote("1").json()["choice"] == "1"
        assert phone.vote("3").json()["choice"] == "3"
        assert phone.vote("dont_know").json()["choice"] == "dont_know"
        assert phone.vote("0").json() == {**phone.state().json(), "choice": "0", "voted": 1}
        assert Vote.objects.get().stage == 0

    def test_without_script(self, world: World, owner: Client) -> None:
        workshop = running(world)
        phone = join(workshop)
        do(owner, workshop, act="vote")
        assert phone.vote("2", script=False).headers["Location"] == phone.path
        assert 'value="2" checked' in phone.page() and "Your vote is in." in phone.page()
        empty = phone.vote("", script=False)
        assert empty.status_code == 400 and "Choose one of the statements." in empty.content.decode()

    @pytest.mark.parametrize("choice", ["", "5", "-1", "na", "2 ", "²"])
    def test_what_is_no_vote(self, world: World, owner: Client, choice: str) -> None:
        workshop = running(world)
        phone = join(workshop)
        do(owner, workshop, act="vote")
        assert phone.vote(choice).status_code == 400
        assert not Vote.objects.exists()

    def test_outside_the_open_round_nothing_counts(self, world: World, owner: Client) -> None:
        workshop = running(world)
        phone = join(workshop)
        assert phone.vote("1").status_code == 409  # not begun
        do(owner, workshop, act="vote")
        assert phone.vote("1", practice=SECOND).status_code == 409
        assert phone.vote("1", number=2).status_code == 409
        assert phone.vote("2").status_code == 200
        do(owner, workshop, act="reveal")
        late = phone.vote("4")
        assert late.status_code == 409 and Vote.objects.get().stage == 2
        assert "came too late" in phone.vote("4", script=False).content.decode()
        do(owner, workshop, act="again")
        assert phone.state().json()["choice"] == ""
        assert phone.vote("4").status_code == 409  # of the round before
        assert phone.vote("4", number=2).json()["voted"] == 1
        do(owner, workshop, act="close")
        assert phone.vote("1", number=2).status_code == 409

    def test_nobody_is_told_a_vote_before_it_is_revealed(self, world: World, owner: Client) -> None:
        workshop = running(world)
        voter, other = join(workshop), join(workshop, "leaders")
        do(owner, workshop, act="vote")
        before = _blanked(owner.get(page_of(workshop)).content.decode())
        watched = _blanked(other.page())
        voter.vote("4")
        state = owner.get(f"{page_of(workshop)}state/").json()
        assert state["voted"] == 1 and set(state) == {"tag", "stand", "voted", "joined", "seats"}
        first = (state, other.state().json(), _blanked(owner.get(page_of(workshop)).content.decode()))
        voter.vote("0")
        then = (
            owner.get(f"{page_of(workshop)}state/").json(),
            other.state().json(),
            _blanked(owner.get(page_of(workshop)).content.decode()),
        )
        assert first == then, "the two differ only in what was voted"
        assert _blanked(other.page()) == watched.replace("2.voting.0.", "2.voting.1.")
        assert first[2] == before.replace("<b data-voted>0", "<b data-voted>1").replace("voting.0.", "voting.1.")

    def test_after_the_reveal_phones_see_the_result(self, world: World, owner: Client) -> None:
        workshop = running(world)
        phone = join(workshop)
        do(owner, workshop, act="vote")
        phone.vote("3")
        assert "cx-ballot" not in phone.page()
        do(owner, workshop, act="reveal")
        assert "cx-ballot" in phone.page() and "You voted for stage 3." in phone.page()
        assert "You did not vote in this round." in join(workshop).page()

    def test_polls_cost_one_query_and_write_nothing(
        self, world: World, owner: Client, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        workshop = running(world)
        phones = [join(workshop) for _ in range(3)]
        do(owner, workshop, act="vote")
        for phone in phones:
            phone.vote("1")
        tag = phones[0].state().json()["tag"]
        with django_assert_num_queries(1) as seen:
            answer = phones[0].state(tag)
        assert answer.status_code == 204 and not answer.content and not answer.cookies
        assert seen.captured_queries[0]["sql"].lstrip().startswith("SELECT")
        with django_assert_num_queries(2):
            phones[0].vote("2")


def _blanked(page: str) -> str:
    """The page without the tokens that differ each time."""
    parts = page.split('name="csrfmiddlewaretoken" value="')
    return parts[0] + "".join(part[64:] for part in parts[1:])
