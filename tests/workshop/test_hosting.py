"""The projected page: vote, reveal, again, settle, on; who may; what an anonymous assessment does not show."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessments.actions.answers import save_answer
from assessments.actions.review import settle_stage
from assessments.actions.workshops import CannotRun, open_workshop
from assessments.maturity.answers import Answer
from assessments.models import AgreedStage, Assessment, AuditEntry, Respondent, Vote, Workshop
from assessments.queries.ballots import ballots_of
from assessments.queries.workshops import agenda_of
from tests.personas import Inside, World
from tests.workshop.rooms import FIRST, SECOND, do, join, page_of, running, voted


def shown(host: Client, workshop: Workshop) -> str:
    return host.get(page_of(workshop)).content.decode()


class TestList:
    def test_start_and_go_on(self, world: World, owner: Client) -> None:
        url = f"/assessments/{world.assessment.code}/workshop/"
        assert "Start a workshop" in owner.get(url).content.decode()
        opened = owner.post(url)
        assert opened.headers["Location"] == page_of(Workshop.objects.get())
        assert owner.post(url).headers["Location"] == opened.headers["Location"], "there is one at a time"
        assert "Go on with the workshop" in owner.get(url).content.decode()
        assert [each.act for each in AuditEntry.objects.filter(act__startswith="workshop")] == ["workshop-opened"]

    def test_earlier_ones_say_what_they_settled(self, world: World, owner: Client) -> None:
        workshop = running(world)
        do(owner, workshop, act="settle", practice=FIRST, stage="2", reason="Shops differ", seen=0)
        do(owner, workshop, act="close")
        settle_stage(user=world.owner, assessment=world.assessment, practice=SECOND, stage=1, reason="Later", seen=0)
        page = owner.get(f"/assessments/{world.assessment.code}/workshop/").content.decode()
        assert "Shops differ" in page and "1 practice settled" in page and "Later" not in page

    @pytest.mark.parametrize("state", ["draft", "collecting", "review"])
    def test_the_states_in_which_it_runs(self, world: World, state: str) -> None:
        Assessment.objects.update(state=state)
        world.assessment.refresh_from_db()
        assert running(world).phase == "waiting"

    def test_a_final_assessment_has_none(self, world: World, owner: Client) -> None:
        Assessment.objects.update(state="final")
        world.assessment.refresh_from_db()
        with pytest.raises(CannotRun):
            running(world)
        url = f"/assessments/{world.assessment.code}/workshop/"
        assert "This assessment is final." in owner.post(url, follow=True).content.decode()
        assert "Start a workshop" not in owner.get(url).content.decode()

    def test_viewers_see_the_list_and_no_room(self, world: World, viewer: Client) -> None:
        workshop = running(world)
        page = viewer.get(f"/assessments/{world.assessment.code}/workshop/")
        assert page.status_code == 200 and "Go on with the workshop" not in page.content.decode()
        assert viewer.get(page_of(workshop)).status_code == 403
        assert viewer.get(f"{page_of(workshop)}state/").status_code == 403

    def test_a_workshop_of_another_assessment(self, world: World, owner: Client, stranger: Client) -> None:
        workshop = running(world)
        other = Assessment.objects.get(pk=world.assessment.pk)
        other.pk, other.code = None, workshop.code
        other.save()
        assert owner.get(f"/assessments/{other.code}/workshop/{workshop.code}/").status_code == 404
        assert stranger.get(page_of(workshop)).status_code == 404


class TestRounds:
    def test_two_rounds_settle_and_on(self, world: World, owner: Client) -> None:
        workshop = running(world)
        phones = [join(workshop, group) for group in ("leaders", "managers", "frontline", "frontline")]
        do(owner, workshop, act="vote")
        for phone, choice in zip(phones, "4310", strict=True):
            phone.vote(choice)
        assert "<b data-voted>4</b> of <b data-joined>4</b> have voted." in shown(owner, workshop)
        do(owner, workshop, act="reveal")
        assert "Opinions differ: the votes lie 4 stages apart, around 2." in shown(owner, workshop)
        do(owner, workshop, act="again")
        assert "cx-ballot" not in shown(owner, workshop), "the first round must not steer the second"
        for phone in phones[:3]:
            phone.vote("2", number=2)
        do(owner, workshop, act="reveal")
        page = shown(owner, workshop)
        assert "All 3 votes are for stage 2." in page and "before 2.0" in page and "Round 2" in page
        settled = do(owner, workshop, act="settle", practice=FIRST, stage="2", reason=" True in shops ", seen=0)
        assert settled.status_code == 303
        agreed = AgreedStage.objects.get()
        assert (agreed.stage, agreed.reason, agreed.settled_by) == (2, "True in shops", world.owner)
        assert "Settled" in phones[0].page() and "True in shops" in phones[0].page()
        do(owner, workshop, go=SECOND)
        workshop.refresh_from_db()
        assert (workshop.practice, workshop.round, workshop.phase) == (SECOND, 1, "waiting")
        do(owner, workshop, go=FIRST)
        workshop.refresh_from_db()
        assert (workshop.round, workshop.phase) == (2, "revealed"), "what was voted is still there"

    @pytest.mark.parametrize("leave", [{"go": SECOND}, {"act": "stop"}, {"act": "close"}])
    def test_votes_nobody_revealed_are_forgotten(self, world: World, owner: Client, leave: dict[str, str]) -> None:
        workshop = running(world)
        phone = join(workshop)
        do(owner, workshop, act="vote")
        phone.vote("1")
        do(owner, workshop, **leave)
        assert not Vote.objects.exists()

    def test_stopping_the_second_round_shows_the_first_again(self, world: World, owner: Client) -> None:
        workshop = running(world)
        voted(workshop, {"leaders": [1, 1]})
        do(owner, workshop, act="again")
        do(owner, workshop, act="stop")
        assert "All 2 votes are for stage 1." in shown(owner, workshop)

    def test_of_two_hosts_the_second_is_told(self, world: World, owner: Client, consultant: Client) -> None:
        workshop = running(world)
        old = workshop.version
        do(owner, workshop, act="vote")
        late = consultant.post(page_of(workshop), {"act": "go", "go": SECOND, "version": old}, follow=True)
        assert "had moved on before your click arrived" in late.content.decode()
        workshop.refresh_from_db()
        assert (workshop.practice, workshop.phase) == (FIRST, "voting")

    def test_two_rooms_at_the_same_stand_are_two(self, world: World, inside: Inside, owner: Client) -> None:
        here, there = (
            open_workshop(user=world.owner, assessment=each, practice=SECOND)
            for each in (world.assessment, inside.other_assessment)
        )
        do(owner, here, act="vote")
        there.refresh_from_db()
        assert there.phase == "waiting"
        voted(there, {"leaders": [4]})
        do(owner, here, go=FIRST)
        do(owner, here, go=SECOND)
        here.refresh_from_db()
        assert here.phase == "waiting"

    @pytest.mark.parametrize("data", [{"act": "dance"}, {"go": "l9-nothing"}, {}])
    def test_unknown_acts(self, world: World, owner: Client, data: dict[str, str]) -> None:
        assert do(owner, running(world), **data).status_code == 404

    def test_an_unchanged_state_is_not_sent(
        self, world: World, owner: Client, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        workshop = running(world)
        state = owner.get(f"{page_of(workshop)}state/").json()
        with django_assert_num_queries(6):  # session, person, assessment, workshop, seats, votes
            answer = owner.get(f"{page_of(workshop)}state/", {"v": state["tag"]})
        assert answer.status_code == 204
        join(workshop, "leaders")
        after = owner.get(f"{page_of(workshop)}state/", {"v": state["tag"]}).json()
        assert after["seats"] == {"leaders": 1, "managers": 0, "frontline": 0}
        assert after["stand"] == state["stand"]


class TestSettling:
    def test_what_is_missing_is_said_and_nothing_typed_is_lost(self, world: World, owner: Client) -> None:
        workshop = running(world)
        page = do(owner, workshop, act="settle", practice=FIRST, reason="A long thought", seen=0)
        said = page.content.decode()
        assert page.status_code == 400 and "Choose the stage" in said and "A long thought" in said
        page = do(owner, workshop, act="settle", practice=FIRST, stage="3", reason=" ", seen=0)
        assert page.status_code == 400 and 'value="3" checked' in page.content.decode()
        page = do(owner, workshop, act="settle", practice=FIRST, stage="3", reason="y" * 2003, seen=0)
        assert page.status_code == 400 and "The reason is 3 characters too long." in page.content.decode()
        assert not AgreedStage.objects.exists()

    def test_what_a_colleague_settles_in_the_review_reaches_the_room(self, world: World, owner: Client) -> None:
        workshop = running(world)
        said = {"user": world.consultant, "assessment": world.assessment, "stage": 1, "reason": "Seen it", "seen": 0}
        state = f"{page_of(workshop)}state/"
        before = owner.get(state).json()["tag"]
        settle_stage(practice=SECOND, **said)
        assert owner.get(f"{state}?v={before}").status_code == 204, "another practice is on the screen"
        settle_stage(practice=FIRST, **said)
        assert owner.get(f"{state}?v={before}").json()["tag"] != before

    def test_somebody_else_has_settled(self, world: World, owner: Client) -> None:
        workshop = running(world)
        settle_stage(
            user=world.consultant, assessment=world.assessment, practice=FIRST, stage=1, reason="Seen it", seen=0
        )
        mine = {"act": "settle", "practice": FIRST, "stage": "3", "reason": "We do"}
        page = do(owner, workshop, **mine, seen=0)
        said = page.content.decode()
        assert page.status_code == 409 and "Consultant chose stage 1: “Seen it”" in said and ">We do<" in said
        assert AgreedStage.objects.get().stage == 1
        assert do(owner, workshop, **mine, seen=1).status_code == 303
        assert AgreedStage.objects.get().stage == 3

    def test_the_room_has_turned_to_another_practice(self, world: World, owner: Client) -> None:
        workshop = running(world)
        do(owner, workshop, go=SECOND)
        page = do(owner, workshop, act="settle", practice=FIRST, stage="3", reason="We do", seen=0)
        assert page.status_code == 409 and not AgreedStage.objects.exists() and "We do" in page.content.decode()

    def test_when_all_is_over_the_reason_is_handed_back(self, world: World, owner: Client) -> None:
        workshop = running(world)
        do(owner, workshop, act="close")
        page = owner.post(
            page_of(workshop),
            {"act": "settle", "practice": FIRST, "stage": "3", "reason": "We do", "seen": 0},
            follow=True,
        )
        assert "nothing was settled. You had written: “We do”" in page.content.decode()
        assert not AgreedStage.objects.exists()

    def test_a_final_assessment_ends_its_workshop(self, world: World, owner: Client) -> None:
        workshop = running(world)
        Assessment.objects.update(state="final")
        assert owner.get(page_of(workshop)).status_code == 303
        do(owner, workshop, act="vote")
        workshop.refresh_from_db()
        assert workshop.phase == "waiting"
        do(owner, workshop, act="close")
        workshop.refresh_from_db()
        assert workshop.closed_at


class TestAnonymous:
    @pytest.fixture
    def room(self, world: World) -> Workshop:
        Assessment.objects.update(anonymous=True, minimum_group=5)
        world.assessment.refresh_from_db()
        return running(world)

    def groups(self, workshop: Workshop) -> set[str]:
        now, _before = ballots_of(Workshop.objects.select_related("assessment").get(pk=workshop.pk))
        assert now is not None
        return {each.group for each in now.lines}

    def test_fewer_than_five_show_nothing(self, room: Workshop, owner: Client) -> None:
        voted(room, {"leaders": [1], "frontline": [4, 4, 4]})
        phone = join(room)
        for page in (shown(owner, room), phone.page()):
            assert "Fewer than 5 gave a stage." in page and "cx-ballot" not in page

    def test_a_small_group_is_part_of_everyone_only(self, room: Workshop, owner: Client) -> None:
        voted(room, {"leaders": [1, 1], "managers": [2] * 3, "frontline": [4] * 6})
        assert self.groups(room) == {"frontline"}
        assert "Everyone" in shown(owner, room)

    def test_what_would_be_left_over_hides_another_group(self, room: Workshop) -> None:
        voted(room, {"leaders": [0], "managers": [2] * 5, "frontline": [4] * 6})
        assert self.groups(room) == {"frontline"}, "leaders and managers together are six"
        Vote.objects.all().delete()
        room.refresh_from_db()
        Workshop.objects.update(phase="voting")
        room.refresh_from_db()
        voted(room, {"leaders": [0], "frontline": [4] * 6})
        assert self.groups(room) == set()

    def test_one_who_does_not_know_is_not_found_out(self, room: Workshop) -> None:
        voted(room, {"leaders": [None], "frontline": [4] * 6})
        assert self.groups(room) == set()

    def test_a_named_assessment_shows_every_group(self, world: World) -> None:
        workshop = running(world)
        voted(workshop, {"leaders": [1], "frontline": [4]})
        assert self.groups(workshop) == {"leaders", "frontline"}

    def test_nothing_is_settled_while_it_still_takes_answers(self, room: Workshop, owner: Client) -> None:
        voted(room, {"frontline": [4] * 6})
        page = shown(owner, room)
        assert "data-settle" not in page and "Stages are settled once it is in review." in page
        mine = {"act": "settle", "practice": FIRST, "stage": "3", "reason": "We do", "seen": 0}
        page = owner.post(page_of(room), mine, follow=True).content.decode()
        assert "You had written: “We do”" in page and not AgreedStage.objects.exists()
        Assessment.objects.update(state="review")
        assert owner.post(page_of(room), mine).status_code == 303
        assert AgreedStage.objects.get().stage == 3


class TestAgenda:
    def test_where_opinions_differ_first_then_what_is_open(self, world: World) -> None:
        for group, stage in (("leaders", 4), ("managers", 2), ("frontline", 0)):
            person = Respondent.objects.create(workspace=world.workspace, assessment=world.assessment, group=group)
            save_answer(respondent=person, practice="l3-seamless-channels", answer=Answer(stage=stage))
            save_answer(respondent=person, practice=SECOND, answer=Answer(stage=2))
        agenda = agenda_of(world.assessment)
        assert agenda.first == "l3-seamless-channels" and agenda.items[0].differ
        assert [each.differ for each in agenda.items].count(True) == 1
        settle_stage(user=world.owner, assessment=world.assessment, practice=agenda.first, stage=1, reason="-", seen=0)
        after = agenda_of(world.assessment)
        assert after.first == FIRST and after.before(FIRST) == "l3-seamless-channels"
        assert after.before("l3-seamless-channels") == ""
        assert after.after(after.items[-1].practice.id) == FIRST, "what is settled is not asked again"

    def test_an_anonymous_round_that_still_collects_tells_nothing(self, world: World) -> None:
        for stage in (0, 0, 4, 4, 4, 4):
            person = Respondent.objects.create(workspace=world.workspace, assessment=world.assessment, group="leaders")
            save_answer(respondent=person, practice=SECOND, answer=Answer(stage=stage))
        Assessment.objects.update(anonymous=True, state="collecting")
        world.assessment.refresh_from_db()
        assert not any(each.differ for each in agenda_of(world.assessment).items)
        world.assessment.state = "review"
        assert agenda_of(world.assessment).items[0].practice.id == SECOND


@pytest.mark.parametrize("rows", [1, 3])
def test_pages_cost_the_same_however_many_there_are(
    world: World, owner: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(rows):
        workshop = running(world)
        voted(workshop, {group: [1, 2, 3][:rows] for group in ("leaders", "frontline")})
        do(owner, workshop, act="settle", practice=FIRST, stage="2", reason="So", seen=AgreedStage.objects.count())
        AgreedStage.objects.all().delete()
        do(owner, workshop, act="close")
    workshop = open_workshop(user=world.owner, assessment=world.assessment, practice=FIRST)
    voted(workshop, {group: [1, 2, 3][:rows] for group in ("leaders", "frontline")})
    phone = join(workshop)
    owner.get(page_of(workshop))
    with django_assert_num_queries(7):  # session, person, assessment, workshops, agreed stages, and two of the agenda
        owner.get(f"/assessments/{world.assessment.code}/workshop/")
    with django_assert_num_queries(10):  # as above, and seats, votes, agreed stage, ballots
        owner.get(page_of(workshop))
    with django_assert_num_queries(4):  # state, workshop, ballots, agreed
        phone.page()
