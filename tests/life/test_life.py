"""An assessment from draft to final and back: who moves it, when it closes by itself, what is refused at the end."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from assessments.actions.assessments import set_red_flags, set_targets
from assessments.actions.life import BACK, MOVES, CannotMove, NoLonger, close_due_assessments, move_assessment
from assessments.models import Assessment, AuditEntry, Respondent
from assessments.places import place_by_code, place_for
from tests.personas import World

DAY = datetime.date(2026, 11, 20)


def page(world: World, to: str) -> str:
    return reverse("assessment_move", args=[world.assessment.code, to])


def put(world: World, state: str, **fields: object) -> None:
    Assessment.objects.filter(pk=world.assessment.pk).update(state=state, **fields)
    world.assessment.refresh_from_db()


def state(world: World) -> str:
    return Assessment.objects.get(pk=world.assessment.pk).state


class TestMoving:
    def test_all_the_way_and_back(self, world: World, consultant: Client) -> None:
        for to, reason in (("collecting", ""), ("review", ""), ("final", ""), ("review", "A team was forgotten")):
            assert consultant.post(page(world, to), {"reason": reason}).status_code == 302
            assert state(world) == to
        entry = AuditEntry.objects.latest("pk")
        assert (entry.act, entry.actor, entry.assessment) == ("assessment-moved", world.consultant, world.assessment)
        assert entry.detail == {"before": "final", "after": "review", "reason": "A team was forgotten"}

    @pytest.mark.parametrize(("before", "to"), sorted(BACK))
    def test_going_back_takes_a_reason(self, before: str, to: str, world: World, owner: Client) -> None:
        put(world, before)
        answer = owner.post(page(world, to), {"reason": "  "})
        assert "Give a reason" in answer.content.decode()
        assert state(world) == before

    @pytest.mark.parametrize("before", sorted(MOVES))
    def test_nothing_else_is_possible(self, before: str, world: World) -> None:
        for to in set(MOVES) - set(MOVES[before]):
            put(world, before)
            with pytest.raises(CannotMove) as refused:
                move_assessment(user=world.owner, assessment=world.assessment, to=to, reason="because")
            assert refused.value.at == before

    def test_of_two_at_once_the_second_is_told_where_it_stands(self, world: World, owner: Client) -> None:
        put(world, "final")
        answer = owner.post(page(world, "final"), follow=True)
        assert "stands at “Final” now" in answer.content.decode()

    def test_what_was_typed_is_kept_when_it_is_refused(self, world: World, owner: Client) -> None:
        answer = owner.post(page(world, "collecting"), {"closes_on": "2020-01-01"})
        assert "This day is over" in answer.content.decode() and "2020-01-01" in answer.content.decode()
        assert state(world) == "draft"

    def test_an_unknown_state_is_no_page(self, world: World, owner: Client) -> None:
        assert owner.get(page(world, "nowhere")).status_code == 404

    def test_an_anonymous_one_never_collects_again_and_says_why(self, world: World, owner: Client) -> None:
        put(world, "review", anonymous=True)
        assert "never collects again" in owner.get(reverse("assessment", args=[world.assessment.code])).content.decode()
        answer = owner.post(page(world, "collecting"), {"reason": "More people"}, follow=True)
        assert "never collects again" in answer.content.decode()
        assert state(world) == "review"

    def test_the_overview_offers_the_next_move(self, world: World, owner: Client, viewer: Client) -> None:
        url = reverse("assessment", args=[world.assessment.code])
        for at, label in (
            ("draft", "Open for answers"),
            ("collecting", "Close and review"),
            ("review", "Make final"),
            ("final", "Open again"),
        ):
            put(world, at)
            assert label in owner.get(url).content.decode()
            assert page(world, "review") not in viewer.get(url).content.decode()


def test_every_state_leads_on_and_none_leads_off_the_map() -> None:
    assert {to for each in MOVES.values() for to in each} <= set(MOVES)
    assert all(MOVES.values())
    assert all(to in MOVES[before] for before, to in BACK)


class TestClosingByItself:
    def opened(self, world: World) -> None:
        put(world, "collecting", closes_on=DAY)

    def test_the_last_day_still_counts(self, world: World) -> None:
        self.opened(world)
        with time_machine.travel(datetime.datetime(2026, 11, 20, 23, 59, tzinfo=datetime.UTC)):
            assert place_for(world.owner, world.assessment.code).is_open
        with time_machine.travel(datetime.datetime(2026, 11, 21, 0, 1, tzinfo=datetime.UTC)):
            assert not place_for(world.owner, world.assessment.code).is_open

    def test_personal_links_close_before_anybody_has_looked(self, world: World) -> None:
        self.opened(world)
        person = Respondent.objects.create(workspace=world.workspace, assessment=world.assessment, group="leaders")
        with time_machine.travel("2026-11-21"):
            place = place_by_code(person.code)
            assert (place.is_open, place.state, place.closes_on) == (False, "review", DAY)
        assert state(world) == "collecting"

    def test_the_next_visit_moves_it_and_says_so_once(self, world: World, viewer: Client) -> None:
        self.opened(world)
        with time_machine.travel("2026-11-21"):
            viewer.force_login(world.viewer)
            for _visit in range(2):
                text = viewer.get(reverse("assessment", args=[world.assessment.code])).content.decode()
                assert "In review" in text
        assert state(world) == "review"
        entry = AuditEntry.objects.get(act="assessment-moved")
        assert (entry.actor, entry.detail["after"], entry.detail["closes_on"]) == (None, "review", str(DAY))

    def test_so_does_the_daily_run(self, world: World) -> None:
        self.opened(world)
        with time_machine.travel("2026-11-20"):
            assert close_due_assessments() == 0
        with time_machine.travel("2026-11-21"):
            assert (close_due_assessments(), close_due_assessments()) == (1, 0)

    def test_final_comes_straight_after(self, world: World) -> None:
        self.opened(world)
        with time_machine.travel("2026-11-21"):
            move_assessment(user=world.owner, assessment=world.assessment, to="final")
        assert list(AuditEntry.objects.filter(act="assessment-moved").values_list("detail__after", flat=True)) == [
            "review",
            "final",
        ]

    def test_opening_again_forgets_a_day_that_is_over(self, world: World) -> None:
        put(world, "review", closes_on=DAY)
        with time_machine.travel("2026-11-25"):
            move_assessment(user=world.owner, assessment=world.assessment, to="collecting", reason="Two were ill")
            assert place_for(world.owner, world.assessment.code).is_open
        assert world.assessment.closes_on is None

    def test_what_is_opened_on_its_last_day_is_open_that_day(self, world: World) -> None:
        put(world, "draft", closes_on=DAY)
        with time_machine.travel("2026-11-20"):
            move_assessment(user=world.owner, assessment=world.assessment, to="collecting")
        assert world.assessment.closes_on == DAY

    def test_opening_with_a_new_last_day_keeps_it(self, world: World, owner: Client) -> None:
        owner.post(page(world, "collecting"), {"closes_on": "2099-01-31"})
        assert Assessment.objects.get(pk=world.assessment.pk).closes_on == datetime.date(2099, 1, 31)

    def test_lists_say_it_is_closed(self, world: World, owner: Client) -> None:
        self.opened(world)
        url = reverse("company", args=[world.company.code])
        with time_machine.travel("2026-11-20"):
            owner.force_login(world.owner)
            assert "Open for answers" in owner.get(url).content.decode()
        with time_machine.travel("2026-11-21"):
            assert "In review" in owner.get(url).content.decode()


class TestFinal:
    @pytest.fixture(autouse=True)
    def _final(self, world: World) -> None:
        put(world, "final", red_flags=["RF-01"], targets={"int-privacy": 3})

    def test_red_flags_and_targets_stay(self, world: World, owner: Client) -> None:
        for name, sent in (
            ("red_flags", {"shown": "RF-01", "flag-RF-02": "1"}),
            ("targets", {"target-int-privacy": "1"}),
            ("assessment_grow", {}),
        ):
            answer = owner.post(reverse(name, args=[world.assessment.code]), sent, follow=True)
            assert "This assessment is final, so nothing was changed." in answer.content.decode()
        world.assessment.refresh_from_db()
        assert (world.assessment.red_flags, world.assessment.targets) == (["RF-01"], {"int-privacy": 3})

    def test_its_settings_stay(self, world: World, owner: Client) -> None:
        sent = {"title": "Other", "held_on": "2026-11-02", "practice_set": "quick", "group": "managers"}
        answer = owner.post(reverse("assessment_edit", args=[world.assessment.code]), sent, follow=True)
        assert "This assessment is final" in answer.content.decode()
        world.assessment.refresh_from_db()
        assert world.assessment.title == "Autumn 2026"

    def test_no_file_is_taken_in(self, world: World, owner: Client) -> None:
        for at in ("final", "review"):
            put(world, at)
            url = reverse("upload", args=[world.assessment.code])
            answer = owner.post(url, {"file": SimpleUploadedFile("a.csv", b"x")}, follow=True)
            assert "Answers are closed, so no file is taken in." in answer.content.decode()
            assert "Answer in a file" not in answer.content.decode()  # nor is it offered; the answers can still be had
            assert "Answers as a file" in answer.content.decode()

    def test_no_act_slips_through(self, world: World) -> None:
        with pytest.raises(NoLonger):
            set_red_flags(user=world.owner, assessment=world.assessment, opened={"RF-02"}, closed=())
        with pytest.raises(NoLonger):
            set_targets(user=world.owner, assessment=world.assessment, targets={"int-privacy": 1})

    def test_the_overview_asks_nothing_more(self, world: World, owner: Client) -> None:
        text = owner.get(reverse("assessment", args=[world.assessment.code])).content.decode()
        assert "This assessment is final, with 0 of 56 practices answered." in text
        for label in ("Start answering", "Go on answering", "data-outbox"):
            assert label not in text

    def test_and_offers_no_change_that_would_be_refused(self, world: World, owner: Client) -> None:
        text = owner.get(reverse("assessment", args=[world.assessment.code])).content.decode()
        for name in ("assessment_edit", "upload", "assessment_grow"):
            assert reverse(name, args=[world.assessment.code]) not in text
        assert "See the red flags" in text and "See the target stages" in text
