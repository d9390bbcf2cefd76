"""Where an assessment stands, its red flags, its targets, and growing from the quick set to the full one."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client

from assessments.actions.answers import save_answer
from assessments.actions.assessments import set_red_flags, set_targets
from assessments.actions.goals import set_goal
from assessments.actions.review import settle_stage
from assessments.content.loader import framework
from assessments.maturity.answers import Answer
from assessments.models import Answer as Row
from assessments.models import Assessment, Respondent
from tests.answering.quick import quick_one
from tests.personas import World

FRAME = framework()


def url(assessment: Assessment, page: str = "") -> str:
    return f"/assessments/{assessment.code}/{page}"


def answer(respondent: Respondent, count: int) -> None:
    for practice in list(FRAME.practices)[:count]:
        save_answer(respondent=respondent, practice=practice, answer=Answer(stage=2))


@pytest.fixture
def quick(world: World) -> Assessment:
    return quick_one(world)


class TestOverview:
    def test_before_the_first_answer(self, world: World, owner: Client) -> None:
        page = owner.get(url(world.assessment)).content.decode()
        assert "56 practices are waiting, about 24 minutes of your time." in page
        assert "Start answering" in page and "Report so far" not in page

    def test_who_only_asks_others_is_led_to_them(self, world: World, consultant: Client) -> None:
        world.respondent.delete()
        page = consultant.get(url(world.assessment)).content.decode()
        assert "Nobody is asked yet" in page and "Add respondents" in page and "of your time" not in page
        other = Respondent.objects.create(workspace=world.workspace, assessment=world.assessment, group="leaders")
        page = consultant.get(url(world.assessment)).content.decode()
        assert "1 person is asked." in page and "Invite them" in page
        Assessment.objects.filter(pk=world.assessment.pk).update(state="collecting")
        page = consultant.get(url(world.assessment)).content.decode()
        assert "See the progress" in page and "Report so far" not in page
        answer(other, 56)
        page = consultant.get(url(world.assessment)).content.decode()
        assert "See the progress" in page and "Report so far" in page and "the report is ready" not in page
        Assessment.objects.filter(pk=world.assessment.pk).update(state="review")
        assert "Review the answers" in consultant.get(url(world.assessment)).content.decode()

    def test_what_a_workshop_settles_counts_though_nobody_was_asked(self, world: World, consultant: Client) -> None:
        world.respondent.delete()
        for number, practice in enumerate(FRAME.practices, 1):
            told = {"user": world.owner, "assessment": world.assessment, "practice": practice}
            settle_stage(**told, stage=2, reason="Seen together", seen=0)
            if number == 20:
                page = consultant.get(url(world.assessment)).content.decode()
                assert "20 of 56 practices are answered." in page and "Nobody is asked" not in page
                assert "Report so far" in page and "Add respondents" in page
        page = consultant.get(url(world.assessment)).content.decode()
        assert "All 56 practices are answered: the report is ready." in page and "Open the report" in page
        Assessment.objects.filter(pk=world.assessment.pk).update(state="review")
        page = consultant.get(url(world.assessment)).content.decode()
        assert "with 56 of 56 practices covered" in page and "Make final" in page

    def test_what_was_taken_back_is_settled_no_more(self, world: World, consultant: Client) -> None:
        world.respondent.delete()
        told = {"user": world.owner, "assessment": world.assessment, "practice": "l1-accurate-facts", "reason": "-"}
        settle_stage(**told, stage=2, seen=0)
        settle_stage(**told, stage=None, seen=1)
        assert "Nobody is asked yet" in consultant.get(url(world.assessment)).content.decode()

    def test_on_the_way(self, world: World, owner: Client) -> None:
        answer(world.respondent, 20)
        page = owner.get(url(world.assessment)).content.decode()
        assert "20 of 56 practices are answered." in page
        assert "Go on answering" in page and "Report so far" in page and "6/6" in page and "2/6" in page

    def test_at_the_end(self, world: World, owner: Client) -> None:
        answer(world.respondent, 56)
        page = owner.get(url(world.assessment)).content.decode()
        assert "All 56 practices are answered" in page and "Open the report" in page
        assert "Go on answering" not in page

    def test_what_others_answered_is_told_apart(self, world: World, owner: Client) -> None:
        other = Respondent.objects.create(workspace=world.workspace, assessment=world.assessment, group="leaders")
        answer(other, 30)
        answer(world.respondent, 2)
        page = owner.get(url(world.assessment)).content.decode()
        assert "2 of 56 practices are answered." in page
        assert "One other person has answered; together you cover 30 of 56." in page

    def test_a_colleague_without_a_place_is_told_how_to_get_one(self, world: World, consultant: Client) -> None:
        answer(world.respondent, 3)
        page = consultant.get(url(world.assessment)).content.decode()
        assert "You do not answer in this assessment yet." in page
        assert "1 person is asked." in page and "data-outbox" not in page
        assert "One person has answered so far." in page and "together you cover" not in page

    def test_a_viewer_looks_and_changes_nothing(self, world: World, viewer: Client) -> None:
        page = viewer.get(url(world.assessment)).content.decode()
        for label in ("Start answering", "Edit", "Set target stages", "data-outbox"):
            assert label not in page
        Assessment.objects.filter(pk=world.assessment.pk).update(state="review")
        page = viewer.get(url(world.assessment)).content.decode()
        assert "Answers are closed" in page and "then make it final" not in page

    @pytest.mark.parametrize("people", [1, 3])
    def test_it_takes_six_queries_however_many_answer(
        self, world: World, owner: Client, people: int, django_assert_num_queries: object
    ) -> None:
        for _each in range(people):
            answer(
                Respondent.objects.create(workspace=world.workspace, assessment=world.assessment, group="leaders"), 4
            )
        with django_assert_num_queries(6):  # type: ignore[operator]
            owner.get(url(world.assessment))


class TestRedFlags:
    def test_every_flag_is_asked_once(self, world: World, owner: Client) -> None:
        page = owner.get(url(world.assessment, "red-flags/")).content.decode()
        for flag in FRAME.red_flags:
            assert page.count(f'name="flag-{flag.id}"') == 1

    def test_ticking_opens_and_unticking_closes(self, world: World, owner: Client) -> None:
        sent = {"shown": "", "flag-RF-01": "1", "flag-RF-09": "1", "flag-RF-99": "1"}
        assert owner.post(url(world.assessment, "red-flags/"), sent).status_code == 302
        world.assessment.refresh_from_db()
        assert world.assessment.red_flags == ["RF-01", "RF-09"]
        owner.post(url(world.assessment, "red-flags/"), {"shown": "RF-01,RF-09", "flag-RF-09": "1"})
        world.assessment.refresh_from_db()
        assert world.assessment.red_flags == ["RF-09"]

    def test_what_a_colleague_opened_meanwhile_stays_open(self, world: World, owner: Client) -> None:
        set_red_flags(assessment=world.assessment, opened={"RF-05"}, closed=())
        owner.post(url(world.assessment, "red-flags/"), {"shown": "", "flag-RF-01": "1"})
        world.assessment.refresh_from_db()
        assert world.assessment.red_flags == ["RF-01", "RF-05"]

    def test_a_viewer_may_not(self, world: World, viewer: Client) -> None:
        assert "<fieldset disabled>" in viewer.get(url(world.assessment, "red-flags/")).content.decode()
        assert viewer.post(url(world.assessment, "red-flags/"), {"flag-RF-01": "1"}).status_code == 403


class TestTargets:
    def test_the_target_of_the_company_stands_beside_the_target_stages(self, world: World, owner: Client) -> None:
        page = owner.get(url(world.assessment)).content.decode()
        assert "Target of the company" in page and page.count("None is set.") == 2
        rows = [{"kind": "level", "value": 3, "about": ""}, {"kind": "trust", "value": 60.0, "about": ""}]
        day = datetime.date(2030, 6, 30)
        set_goal(user=world.owner, company=world.company, assessment=world.assessment, targets=rows, by=day)
        set_targets(assessment=world.assessment, targets={"int-privacy": 3})
        page = owner.get(url(world.assessment)).content.decode()
        assert "Level 3 (Respond) and trust index 60, by 30 June 2030." in page
        assert "1 practice has a target stage in this assessment." in page

    def test_a_stage_is_aimed_at_and_let_go(self, world: World, owner: Client) -> None:
        page = url(world.assessment, "targets/")
        owner.post(page, {"target-l2-response-speed": "4", "target-int-privacy": "3", "target-l1-nothing": "2"})
        world.assessment.refresh_from_db()
        assert world.assessment.targets == {"l2-response-speed": 4, "int-privacy": 3}
        assert '<option value="4" selected>' in owner.get(page).content.decode()
        owner.post(page, {"target-l2-response-speed": "", "target-l1-accurate-facts": "9"})
        world.assessment.refresh_from_db()
        assert world.assessment.targets == {"int-privacy": 3}

    def test_practices_that_are_not_on_the_page_keep_theirs(self, world: World) -> None:
        set_targets(assessment=world.assessment, targets={"int-privacy": 3})
        set_targets(assessment=world.assessment, targets={"l2-response-speed": 2})
        world.assessment.refresh_from_db()
        assert world.assessment.targets == {"int-privacy": 3, "l2-response-speed": 2}


class TestGrowing:
    def test_nothing_is_asked_twice(self, quick: Assessment, owner: Client) -> None:
        respondent = Respondent.objects.get(assessment=quick)
        for practice in FRAME.asked("quick"):
            save_answer(respondent=respondent, practice=practice.id, answer=Answer(stage=2))
        assert "All 20 practices are answered" in owner.get(url(quick)).content.decode()
        assert owner.post(url(quick, "grow/")).headers["Location"] == url(quick)
        assert "20 of 56 practices are answered." in owner.get(url(quick)).content.decode()
        assert Row.objects.filter(respondent=respondent).count() == 20

    def test_only_by_those_who_may_write(self, quick: Assessment, viewer: Client, owner: Client) -> None:
        assert viewer.post(url(quick, "grow/")).status_code == 403
        assert owner.get(url(quick, "grow/")).status_code == 405
