"""The pages on which the team keeps the list of those who answer."""

from __future__ import annotations

import io
import re
import uuid
from typing import Any

import pytest
from django.test import Client

from assessments.actions.answers import save_answer
from assessments.actions.assessments import start_assessment
from assessments.actions.companies import add_company
from assessments.actions.respondents import add_respondents
from assessments.content.loader import framework
from assessments.links import key_of
from assessments.maturity.answers import Answer
from assessments.models import AuditEntry, Membership, Message, Respondent
from assessments.queries.respondents import colleagues_of
from tests.personas import DAY, World
from tests.respondents.people import asked, collecting

FORM = {"name": "Ada", "email": "Ada@Example.net", "group": "leaders", "language": "zh-hans", "part": "all"}


def url(world: World, rest: str = "") -> str:
    return f"/assessments/{world.assessment.code}/respondents/{rest}"


def acts(world: World) -> list[tuple[str, Any]]:
    rows = AuditEntry.objects.filter(workspace=world.workspace).exclude(act__startswith="assessment-").order_by("pk")
    return [each for each in rows.values_list("act", "detail") if each[0] != "workspace-opened"][-9:]


def crowd(world: World, number: int) -> None:
    people = [
        {"name": f"P{each:03}", "email": f"p{each}@example.net", "group": "frontline", "language": ""}
        for each in range(number)
    ]
    add_respondents(user=world.owner, assessment=world.assessment, people=people)


class TestByHand:
    def test_a_person_is_added(self, world: World, owner: Client) -> None:
        answer = owner.post(url(world, "add/"), FORM, follow=True)
        row = Respondent.objects.get(name="Ada")
        assert (row.email, row.group, row.language) == ("ada@example.net", "leaders", "zh-hans")
        page = answer.content.decode()
        assert "1 person added." in page and "ada@example.net" in page and "2 people are asked." in page
        assert acts(world)[-1] == ("respondents-added", {"count": 1})
        assert not Message.objects.exists()  # nobody is mailed before the team says so

    def test_the_same_address_is_told_and_nothing_is_lost(self, world: World, owner: Client) -> None:
        owner.post(url(world, "add/"), FORM)
        answer = owner.post(url(world, "add/"), {**FORM, "name": "Another", "email": "ADA@example.net"})
        page = answer.content.decode()
        assert answer.status_code == 400
        assert "Somebody with this address answers here already." in page and 'value="Another"' in page
        assert Respondent.objects.filter(email="ada@example.net").count() == 1

    def test_the_address_of_a_colleague_with_an_account_counts_too(self, world: World, owner: Client) -> None:
        answer = owner.post(url(world, "add/"), {**FORM, "email": "OWNER@example.com"})
        assert "Somebody with this address answers here already." in answer.content.decode()

    def test_a_part_is_kept(self, world: World, owner: Client) -> None:
        owner.post(url(world, "add/"), {**FORM, "part": "chosen", "dimensions": ["l1", "int"]})
        row = Respondent.objects.get(name="Ada")
        assert (row.practice_set, row.dimensions) == ("", ["l1", "int"])
        assert "Inform, Integrity" in owner.get(url(world)).content.decode()
        refused = owner.post(url(world, "add/"), {**FORM, "email": "b@example.net", "part": "chosen"})
        assert b"Tick at least one dimension" in refused.content

    def test_an_anonymous_assessment_needs_an_address(self, world: World, owner: Client) -> None:
        without = {**FORM, "email": ""}
        assert owner.post(url(world, "add/"), without).status_code == 302
        collecting(world, anonymous=True)
        assert owner.post(url(world, "add/"), {**without, "name": "Bo"}).status_code == 400

    def test_when_closed_nobody_is_added(self, world: World, owner: Client) -> None:
        world.assessment.state = "review"
        world.assessment.save()
        assert owner.post(url(world, "add/"), FORM).status_code == 403
        assert owner.post(url(world, "list/"), {"people": "A,a@example.com,leaders", "part": "all"}).status_code == 403
        assert "Add a person" not in owner.get(url(world)).content.decode()


class TestOnePerson:
    def test_changing_and_removing(self, world: World, owner: Client) -> None:
        row = asked(world)
        owner.post(url(world, f"{row.code}/"), {**FORM, "name": "Ada L", "group": "managers", "part": "quick"})
        row.refresh_from_db()
        assert (row.name, row.group, row.practice_set) == ("Ada L", "managers", "quick")
        assert acts(world)[-1][0] == "respondent-changed" and "Ada" not in str(acts(world))
        owner.post(url(world, f"{row.code}/remove/"))
        assert not Respondent.objects.filter(pk=row.pk).exists()
        assert acts(world)[-1] == ("respondent-removed", {"group": "managers"})

    def test_who_has_answered_is_not_removed(self, world: World, owner: Client) -> None:
        row = asked(world)
        save_answer(respondent=row, practice="l1-accurate-facts", answer=Answer(stage=1))
        page = owner.post(url(world, f"{row.code}/remove/"), follow=True).content.decode()
        assert "Erase them: what was answered stays" in page and f"/respondents/{row.code}/erase/" in page
        assert Respondent.objects.filter(pk=row.pk).exists()

    def test_nobody_takes_the_address_of_another(self, world: World, owner: Client) -> None:
        row = asked(world)
        asked(world, "Bo")
        answer = owner.post(url(world, f"{row.code}/"), {**FORM, "email": "BO@example.net"})
        assert answer.status_code == 400 and b"answers here already" in answer.content

    def test_a_new_link_makes_that_of_before_worthless(self, world: World, owner: Client, anonymous: Client) -> None:
        collecting(world)
        row = asked(world)
        before = key_of("respondent", row)
        owner.post(url(world, f"{row.code}/renew/"))
        row.refresh_from_db()
        assert anonymous.post("/r/", {"key": before}).status_code == 410
        assert anonymous.post("/r/", {"key": key_of("respondent", row)}).status_code == 302
        assert Message.objects.get().key == f"own-link:{row.code}:2"
        assert acts(world)[-1][0] == "link-renewed"

    def test_in_an_anonymous_round_nobody_changes_groups_after_answering(self, world: World, owner: Client) -> None:
        """Else the sums of both groups, before and after, would tell what was said."""
        collecting(world, anonymous=True)
        row = asked(world)
        save_answer(respondent=row, practice="l1-accurate-facts", answer=Answer(stage=1))
        answer = owner.post(url(world, f"{row.code}/"), {**FORM, "group": "managers"})
        assert answer.status_code == 400 and b"Once an anonymous assessment takes answers" in answer.content
        assert owner.post(url(world, f"{row.code}/"), {**FORM, "name": "Ada L"}).status_code == 302
        row.refresh_from_db()
        assert (row.name, row.group) == ("Ada L", "leaders")

    def test_in_an_anonymous_round_no_link_goes_to_another_address_after_answering(
        self, world: World, owner: Client
    ) -> None:
        """Whoever changes the address to their own and renews the link would read the answers."""
        collecting(world, anonymous=True)
        row = asked(world)
        save_answer(respondent=row, practice="l1-accurate-facts", answer=Answer(stage=1))
        answer = owner.post(url(world, f"{row.code}/"), {**FORM, "email": "mine@example.com"})
        assert answer.status_code == 400
        row.refresh_from_db()
        assert row.email == "ada@example.net"

    def test_a_new_address_makes_the_link_of_before_worthless(
        self, world: World, owner: Client, anonymous: Client
    ) -> None:
        """Else one could have oneself mailed the link, and then put the right address back."""
        collecting(world)
        row = asked(world)
        before = key_of("respondent", row)
        assert owner.post(url(world, f"{row.code}/"), {**FORM, "email": "other@example.com"}).status_code == 302
        assert anonymous.post("/r/", {"key": before}).status_code == 410

    def test_in_an_anonymous_round_that_collects_all_are_treated_alike(self, world: World, owner: Client) -> None:
        """A change refused only to those who have answered would tell who has."""
        collecting(world, anonymous=True)
        row = asked(world)
        for changed in ({"group": "managers"}, {"email": "other@example.com"}, {"part": "quick"}):
            assert owner.post(url(world, f"{row.code}/"), {**FORM, **changed}).status_code == 400
        owner.post(url(world, f"{row.code}/remove/"))
        assert Respondent.objects.filter(pk=row.pk).exists()

    def test_in_a_final_assessment_nobody_changes(self, world: World, owner: Client) -> None:
        collecting(world)
        row = asked(world)
        world.assessment.state = "final"
        world.assessment.save()
        owner.post(url(world, f"{row.code}/"), {**FORM, "group": "managers"})
        owner.post(url(world, f"{row.code}/remove/"))
        row.refresh_from_db()
        assert row.group == "leaders"

    def test_those_of_another_assessment_do_not_exist_here(self, world: World, owner: Client) -> None:
        row = asked(world)
        other = start_assessment(
            user=world.owner, company=world.company, title="B", held_on=DAY, practice_set="full", group="leaders"
        )
        for rest in ("", "remove/", "renew/"):
            assert owner.post(f"/assessments/{other.code}/respondents/{row.code}/{rest}").status_code == 404
        assert owner.get(url(world, f"{uuid.uuid4()}/")).status_code == 404


class TestOrder:
    @pytest.mark.parametrize("page", ["respondents", "progress"])
    def test_the_second_of_many_comes_before_the_tenth(self, page: str, world: World, owner: Client) -> None:
        names = ["Ann", "Person 1", "Person 2", "Person 9", "Person 10", "Person 11", "Zoe", "人員2", "人員10"]
        for name in sorted(names):
            asked(world, name, email=f"{sum(map(ord, name))}@example.net")
        shown = owner.get(f"/assessments/{world.assessment.code}/{page}/").content.decode()
        found = re.findall("|".join(sorted(names, key=len, reverse=True)), shown)
        assert list(dict.fromkeys(found)) == names

    def test_a_question_is_passed_on_to_names_in_the_same_order(self, world: World) -> None:
        for name in ("Person 10", "Person 2"):
            asked(world, name, email=f"{name[7:]}@example.net")
        row = world.assessment
        found = colleagues_of(row.pk, row.workspace_id, world.respondent.pk)
        assert [name for _code, name in found] == ["Person 2", "Person 10"]


class TestWhoSeesWhat:
    def test_by_name_readers_see_the_list_but_no_links(self, world: World, owner: Client, viewer: Client) -> None:
        row = asked(world)
        page = viewer.get(url(world)).content.decode()
        assert "Ada" in page and "Not started" in page and "Show the link" not in page
        assert viewer.get(url(world, f"{row.code}/")).status_code == 403
        assert key_of("respondent", row) in owner.get(url(world, f"{row.code}/")).content.decode()

    def test_who_has_answered_everything_is_done_here_as_on_the_progress_board(
        self, world: World, owner: Client
    ) -> None:
        practices = [each.id for each in framework().asked("full")]
        for practice in practices[1:]:
            save_answer(respondent=world.respondent, practice=practice, answer=Answer(stage=2))
        page = owner.get(url(world)).content.decode()
        assert ">Started<" in page and ">Done<" not in page
        save_answer(respondent=world.respondent, practice=practices[0], answer=Answer(stage=2))
        page = owner.get(url(world)).content.decode()
        assert ">Done<" in page and ">Started<" not in page
        assert "is-done" in owner.get(f"/assessments/{world.assessment.code}/progress/").content.decode()

    def test_who_answers_by_an_account_is_not_said_to_lack_an_address(self, world: World, owner: Client) -> None:
        assert "No address" not in owner.get(f"/assessments/{world.assessment.code}/progress/").content.decode()

    def test_who_answers_by_an_account_has_neither_link_nor_another_address(self, world: World, owner: Client) -> None:
        row = world.respondent
        page = owner.get(url(world, f"{row.code}/")).content.decode()
        assert f"Answers with an account, {world.owner.email}." in page
        assert 'name="email"' not in page and "personal link" not in page and "They have left" not in page
        owner.post(url(world, f"{row.code}/"), {**FORM, "name": "Robin", "email": "other@example.net"})
        row.refresh_from_db()
        assert (row.name, row.email, row.group) == ("Robin", "", "leaders")

    def test_of_who_has_left_it_is_said_that_they_cannot_go_on(self, world: World, consultant: Client) -> None:
        page = url(world, f"{world.respondent.code}/")
        mine = Membership.objects.filter(workspace=world.workspace, user=world.owner)
        mine.update(role="viewer")
        assert "They have left, or may only read" in consultant.get(page).content.decode()
        mine.delete()
        assert "They have left, or may only read" in consultant.get(page).content.decode()

    def test_anonymous_readers_see_numbers_only(self, world: World, viewer: Client) -> None:
        collecting(world, anonymous=True)
        asked(world)
        page = viewer.get(url(world)).content.decode()
        assert "Ada" not in page and "2 people are asked." in page and "Leaders: 1" in page

    def test_anonymous_nobody_sees_links_or_who_has_begun(self, world: World, owner: Client) -> None:
        collecting(world, anonymous=True)
        row = asked(world)
        save_answer(respondent=row, practice="l1-accurate-facts", answer=Answer(stage=1))
        page, own = owner.get(url(world)).content.decode(), owner.get(url(world, f"{row.code}/")).content.decode()
        assert "Ada" in page and "Started" not in page and "Not started" not in page
        assert key_of("respondent", row) not in page + own

    def test_under_ten_people_a_workshop_is_proposed(self, world: World, owner: Client) -> None:
        collecting(world, anonymous=True)
        proposal = "Talk about the practices together instead, with names."
        assert proposal in owner.get(url(world)).content.decode()
        crowd(world, 9)
        assert proposal not in owner.get(url(world)).content.decode()

    def test_two_workspaces_with_the_same_addresses_do_not_see_each_other(
        self, world: World, owner: Client, stranger: Client
    ) -> None:
        company = add_company(workspace=world.elsewhere, name="Harbour Retail")
        theirs = start_assessment(
            user=world.stranger, company=company, title="Autumn 2026", held_on=DAY, practice_set="full", group="leaders"
        )
        asked(world)
        stranger.post(f"/assessments/{theirs.code}/respondents/add/", {**FORM, "name": "Their Ada"})
        assert "Their Ada" in stranger.get(f"/assessments/{theirs.code}/respondents/").content.decode()
        page = owner.get(url(world)).content.decode()
        assert "Their Ada" not in page and "2 people are asked." in page
        assert Respondent.objects.filter(email="ada@example.net").count() == 2


class TestList:
    def post(self, client: Client, world: World, **data: Any) -> Any:
        return client.post(url(world, "list/"), {"part": "all", **data})

    def test_checked_shown_then_written(self, world: World, owner: Client) -> None:
        asked(world, "Old", email="old@example.net")
        lines = (
            "Ada, ada@example.net, leaders",
            "Bo, bo@example.net, frontline, zh-hans",
            "X, OLD@example.net, leaders",
        )
        people = "\n".join((*lines, "Ada, ADA@example.net, leaders"))
        page = self.post(owner, world, people=people).content.decode()
        assert "The list brings 2 new people." in page
        assert "old@example.net" in page and "is not doubled" in page and "counts once" in page
        assert Respondent.objects.filter(name="Ada").count() == 0
        token = re.search(r'name="token" value="(\w+)"', page)
        assert token
        shown = owner.post(url(world, "list/"), {"token": token[1]}, follow=True).content.decode()
        assert "2 people added." in shown and "bo@example.net" in shown
        assert acts(world)[-1] == ("respondents-added", {"count": 2})
        assert owner.post(url(world, "list/"), {"token": token[1]}).status_code == 410

    def test_with_one_mistake_nothing_is_written_and_nothing_is_lost(self, world: World, owner: Client) -> None:
        people = "Ada, ada@example.net, leaders\nBo, bo@example.net, bosses"
        answer = self.post(owner, world, people=people)
        page = answer.content.decode()
        assert answer.status_code == 400
        assert "row 2, column C" in page and "This is not a group." in page and people in page
        assert not Respondent.objects.filter(name="Ada").exists()

    def test_a_file(self, world: World, owner: Client) -> None:
        file = io.BytesIO("name,group,e-mail\n王小明,frontline,w@example.net".encode())
        file.name = "people.csv"
        assert "王小明" in self.post(owner, world, file=file).content.decode()

    def test_nobody_writes_with_the_word_of_another(self, world: World, owner: Client, consultant: Client) -> None:
        page = self.post(owner, world, people="Ada, ada@example.net, leaders").content.decode()
        token = re.search(r'name="token" value="(\w+)"', page)
        assert token and consultant.post(url(world, "list/"), {"token": token[1]}).status_code == 410

    def test_nothing_chosen(self, world: World, owner: Client) -> None:
        assert b"Paste at least one line, or choose a file." in self.post(owner, world).content

    def test_who_goes_back_finds_what_was_pasted(self, world: World, owner: Client) -> None:
        people = "Ada, ada@example.net, leaders"
        page = self.post(owner, world, people=people, part="quick").content.decode()
        token = re.search(r'name="token" value="(\w+)"', page)
        assert token
        back = owner.post(url(world, "list/"), {"token": token[1], "back": "1"})
        assert people in back.content.decode() and back.context["form"]["part"].value() == "quick"
        assert not Respondent.objects.filter(name="Ada").exists()

    def test_more_than_an_assessment_takes(self, world: World, owner: Client) -> None:
        crowd(world, 499)
        page = self.post(owner, world, people="Ada, ada@example.net, leaders").content.decode()
        token = re.search(r'name="token" value="(\w+)"', page)
        assert token and owner.post(url(world, "list/"), {"token": token[1]}).status_code == 409
        assert Respondent.objects.count() == 500


class TestQueries:
    @pytest.mark.parametrize("anonymous", [False, True])
    @pytest.mark.parametrize("number", [1, 3, 200])
    def test_the_list_costs_the_same(
        self, number: int, anonymous: bool, world: World, owner: Client, django_assert_num_queries: Any
    ) -> None:
        collecting(world, anonymous=anonymous)
        crowd(world, number)
        with django_assert_num_queries(7):  # session, person, right; numbers, links; how many, the page
            page = owner.get(url(world)).content.decode()
        assert page.count("@example.net") <= 50
