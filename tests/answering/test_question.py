"""The page that asks one practice of an assessment, with and without script."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from assessments.actions.answers import save_answer
from assessments.content.loader import framework
from assessments.maturity.answers import Answer
from assessments.models import Answer as Row
from assessments.models import Respondent
from assessments.queries.answers import kept_answer
from tests.answering.quick import quick_one
from tests.personas import World

FRAME = framework()
FIRST, SECOND, *_REST, LAST = FRAME.practices
JSON = {"Accept": "application/json"}


def url(world: World, practice: str = FIRST) -> str:
    return f"/assessments/{world.assessment.code}/answer/{practice}/"


def stored(world: World, practice: str = FIRST) -> Answer | None:
    kept = kept_answer(world.respondent, practice)
    return kept.answer if kept else None


def answered_before(world: World, age: timedelta = timedelta(), **said: object) -> str:
    """An answer of another device; returns when it was saved, as the page writes it."""
    answer = Answer(**{"stage": 2, **said})  # type: ignore[arg-type]
    outcome = save_answer(respondent=world.respondent, practice=FIRST, answer=answer, age=age)
    return outcome.kept.saved_at.isoformat()


class TestPage:
    def test_it_asks_the_practice_and_says_where_it_stands(self, world: World, owner: Client) -> None:
        page = owner.get(url(world, SECOND)).content.decode()
        practice = FRAME.practices[SECOND]
        for text in (practice.question, practice.why, practice.evidence, *practice.stages):
            assert text.en.replace("’", "’") in page
        assert "Level 1 Inform" in page and "Practice 2 of 6" in page
        assert "0 of 56 answered" in page and "about 24 minutes left" in page
        assert "You answer as: Managers." in page

    def test_what_the_script_shows_once_it_is_saved_is_what_the_next_page_shows(
        self, world: World, owner: Client
    ) -> None:
        before = owner.get(url(world)).content.decode()
        then = re.findall(r"(?s)<template data-then>(.*?)</template>", before)
        answered_before(world)
        after = re.sub(r"(?s)<template.*?</template>", "", owner.get(url(world)).content.decode())
        assert len(then) == 3
        assert all(each in after for each in then)
        assert not any(each in re.sub(r"(?s)<template.*?</template>", "", before) for each in then)

    def test_every_reason_can_be_reached_without_script(self, world: World, owner: Client) -> None:
        page = owner.get(url(world)).content.decode()
        for reason in FRAME.not_applicable_reasons:
            assert f'name="reason" value="{reason.id}"' in page
            assert reason.title.en in page

    @pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
    def test_it_asks_in_the_readers_language(self, world: World, owner: Client, language: str) -> None:
        owner.cookies["django_language"] = language
        page = owner.get(url(world)).content.decode()
        assert FRAME.practices[FIRST].question.to(language) in page
        assert f'lang="{language}"' in page

    def test_it_shows_what_was_answered(self, world: World, owner: Client) -> None:
        seen = answered_before(world, note="<b>seen</b>", evidence="the wiki")
        page = owner.get(url(world)).content.decode()
        assert 'value="2" checked' in page
        assert "&lt;b&gt;seen&lt;/b&gt;" in page and "the wiki" in page
        assert f'name="seen" value="{seen}"' in page
        assert "Saved" in page

    def test_nothing_anybody_wrote_becomes_markup(self, world: World, owner: Client) -> None:
        hostile = "<script>alert('x')</script>\"zQ00Qz{moment}&amp;"
        answered_before(world, note=hostile, evidence=hostile)
        world.company.name = world.assessment.title = hostile
        world.company.save()
        world.assessment.save()
        answered = owner.get(url(world)).content.decode()
        refused = owner.post(url(world), {"choice": "na", "note": hostile, "evidence": hostile}).content.decode()
        overtaken = owner.post(url(world), {"choice": "1", "note": hostile, "age": "60000"}).content.decode()
        for page in (answered, refused, overtaken):
            assert "<script>alert" not in page
            assert page.count("&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;&quot;zQ00Qz{moment}&amp;amp;") >= 4

    def test_messages_are_shown_here_too(self, world: World, owner: Client) -> None:
        owner.post(f"/assessments/{world.assessment.code}/targets/", {})
        assert "The target stages are saved." in owner.get(url(world)).content.decode()
        assert "The target stages are saved." not in owner.get(url(world)).content.decode()

    def test_progress_counts_by_dimension(self, world: World, owner: Client) -> None:
        for practice in FRAME.dimensions[0].practices:
            save_answer(respondent=world.respondent, practice=practice.id, answer=Answer(dont_know=True))
        page = owner.get(url(world)).content.decode()
        assert "6 of 56 answered" in page and "about 21 minutes left" in page and "6/6" in page

    def test_the_first_page_has_no_previous_and_the_last_leads_to_the_overview(
        self, world: World, owner: Client
    ) -> None:
        assert 'value="previous"' not in owner.get(url(world)).content.decode()
        page = owner.get(url(world, LAST)).content.decode()
        assert 'value="previous"' in page and "Finish" in page

    @pytest.mark.parametrize("practice", ["l9-nothing", "L1-searchable-help"])
    def test_what_is_not_asked_does_not_exist(self, world: World, owner: Client, practice: str) -> None:
        assert owner.get(url(world, practice)).status_code == 404
        assert owner.post(url(world, practice), {"choice": "1"}).status_code == 404

    def test_a_quick_assessment_asks_only_its_own(self, world: World, owner: Client) -> None:
        quick = quick_one(world)
        slow = next(each.id for each in FRAME.practices.values() if not each.quick)
        assert owner.get(f"/assessments/{quick.code}/answer/{slow}/").status_code == 404
        assert "0 of 20 answered" in owner.get(f"/assessments/{quick.code}/answer/{FIRST}/").content.decode()

    def test_nothing_of_it_stays_in_a_cache(self, world: World, owner: Client) -> None:
        assert "no-store" in owner.get(url(world)).headers["Cache-Control"]


class TestForm:
    """Without script: a form that leads on."""

    @pytest.mark.parametrize(
        ("then", "target"),
        [("next", f"{SECOND}/"), ("", f"{SECOND}/"), ("leave", ".."), ("previous", f"{SECOND}/")],
    )
    def test_it_saves_and_goes_on(self, world: World, owner: Client, then: str, target: str) -> None:
        answer = owner.post(url(world), {"choice": "3", "note": "n", "evidence": "e", "then": then})
        assert answer.status_code == 303
        base = f"/assessments/{world.assessment.code}/"
        assert answer.headers["Location"] == (base if target == ".." else f"{base}answer/{target}")
        assert stored(world) == Answer(stage=3, note="n", evidence="e")

    def test_previous_goes_back_and_the_last_leads_to_the_overview(self, world: World, owner: Client) -> None:
        back = owner.post(url(world, SECOND), {"choice": "1", "then": "previous"})
        assert back.headers["Location"] == url(world, FIRST)
        end = owner.post(url(world, LAST), {"choice": "1", "then": "next"})
        assert end.headers["Location"] == f"/assessments/{world.assessment.code}/"

    def test_an_untouched_practice_is_passed_by(self, world: World, owner: Client) -> None:
        assert owner.post(url(world), {"then": "next", "note": " "}).headers["Location"] == url(world, SECOND)
        assert stored(world) is None

    def test_a_reason_is_required_and_everything_typed_is_kept(self, world: World, owner: Client) -> None:
        answer = owner.post(url(world), {"choice": "na", "note": "my note", "evidence": "my link"})
        page = answer.content.decode()
        assert answer.status_code == 400
        assert "Choose why the practice does not apply to you." in page
        assert "my note" in page and "my link" in page and 'value="na" checked' in page
        assert stored(world) is None

    def test_a_text_without_a_choice_is_kept_and_says_what_is_missing(self, world: World, owner: Client) -> None:
        page = owner.post(url(world), {"note": "my note"})
        assert page.status_code == 400
        assert b"my note" in page.content and b"Choose the statement that fits" in page.content

    def test_a_long_note_comes_back_whole(self, world: World, owner: Client) -> None:
        page = owner.post(url(world), {"choice": "2", "note": "x" * 5001})
        assert page.status_code == 400
        assert b"5,001 characters" in page.content and b"x" * 5001 in page.content
        assert b'value="2" checked' in page.content

    def test_a_newer_answer_is_shown_beside_ones_own(self, world: World, owner: Client) -> None:
        answered_before(world, stage=4, note="theirs")
        sent = {"choice": "1", "note": "mine", "age": "60000"}
        answer = owner.post(url(world), sent)
        page = answer.content.decode()
        assert answer.status_code == 409
        assert "4 Leading" in page and "theirs" in page
        assert ">\nmine</textarea>" in page and 'value="1" checked' in page
        assert "Save mine after all" in page
        assert stored(world) == Answer(stage=4, note="theirs")

    def test_and_ones_own_can_be_saved_after_all(self, world: World, owner: Client) -> None:
        seen = answered_before(world, stage=4)
        answer = owner.post(url(world), {"choice": "1", "age": "60000", "seen": seen})
        assert answer.status_code == 303
        assert stored(world) == Answer(stage=1)


class TestScript:
    """The same address as our script uses it."""

    def test_it_says_when_it_was_saved_and_as_what(self, world: World, owner: Client) -> None:
        answer = owner.post(url(world), {"choice": "na:by-choice", "note": "n"}, headers=JSON)
        row = Row.objects.get()
        assert answer.status_code == 200
        assert answer.json() == {
            "saved_at": timezone.localtime(row.saved_at).strftime("%H:%M"),
            "choice": "na", "reason": "by-choice", "note": "n", "evidence": "", "seen": row.saved_at.isoformat(),
        }  # fmt: skip

    def test_a_newer_answer_is_handed_over(self, world: World, owner: Client) -> None:
        seen = answered_before(world, stage=None, not_applicable="by-choice", note="theirs")
        answer = owner.post(url(world), {"choice": "1", "age": "60000"}, headers=JSON)
        assert answer.status_code == 409
        assert answer.json()["newer"] == {
            "choice": "na", "reason": "by-choice", "note": "theirs", "evidence": "", "seen": seen,
            "words": "Not applicable: We choose not to do it (counts as absent)",
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("sent", "field"), [({}, "choice"), ({"choice": "7"}, "choice"), ({"choice": "1", "note": "x" * 6000}, "note")]
    )
    def test_it_says_what_is_wrong(self, world: World, owner: Client, sent: dict[str, str], field: str) -> None:
        answer = owner.post(url(world), sent, headers=JSON)
        assert answer.status_code == 400
        assert list(answer.json()["errors"]) == [field]

    def test_who_is_signed_out_is_sent_to_sign_in(self, world: World, anonymous: Client) -> None:
        answer = anonymous.post(url(world), {"choice": "1"}, headers=JSON)
        assert answer.status_code == 302 and answer.headers["Location"].startswith("/accounts/login/")


class TestWho:
    def test_a_colleague_who_does_not_answer_is_led_to_the_overview(self, world: World, consultant: Client) -> None:
        overview = f"/assessments/{world.assessment.code}/"
        assert consultant.get(url(world)).headers["Location"] == overview
        assert consultant.get(f"{overview}answer/").headers["Location"] == overview
        assert consultant.post(url(world), {"choice": "1"}).status_code == 403
        assert not Row.objects.exists()

    def test_a_colleague_who_answers_has_answers_of_their_own(
        self, world: World, owner: Client, consultant: Client
    ) -> None:
        Respondent.objects.create(
            workspace=world.workspace, assessment=world.assessment, user=world.consultant, group="leaders"
        )
        owner.post(url(world), {"choice": "1"})
        consultant.post(url(world), {"choice": "4"})
        assert stored(world) == Answer(stage=1)
        assert Row.objects.count() == 2

    def test_a_viewer_may_not(self, world: World, viewer: Client) -> None:
        assert viewer.post(url(world), {"choice": "1"}).status_code == 403

    def test_for_a_stranger_there_is_nothing(self, world: World, stranger: Client) -> None:
        assert stranger.post(url(world), {"choice": "1"}).status_code == 404


class TestNext:
    def test_it_leads_to_the_first_open_practice(self, world: World, owner: Client) -> None:
        start = f"/assessments/{world.assessment.code}/answer/"
        assert owner.get(start).headers["Location"] == url(world, FIRST)
        answered_before(world)
        assert owner.get(start).headers["Location"] == url(world, SECOND)

    def test_and_to_the_overview_when_none_is_open(self, world: World, owner: Client) -> None:
        for practice in FRAME.practices:
            save_answer(respondent=world.respondent, practice=practice, answer=Answer(stage=1))
        overview = f"/assessments/{world.assessment.code}/"
        assert owner.get(f"{overview}answer/").headers["Location"] == overview


class TestQueries:
    """session, person, right and place; then what is answered."""

    @pytest.mark.parametrize("answered", [0, 3])
    def test_a_question_takes_four(
        self, world: World, owner: Client, answered: int, django_assert_num_queries: object
    ) -> None:
        for practice in list(FRAME.practices)[:answered]:
            save_answer(respondent=world.respondent, practice=practice, answer=Answer(stage=1, note="n"))
        with django_assert_num_queries(4):  # type: ignore[operator]
            owner.get(url(world))

    @pytest.mark.parametrize("headers", [{}, JSON])
    def test_saving_takes_four(
        self, world: World, owner: Client, headers: dict[str, str], django_assert_num_queries: object
    ) -> None:
        with django_assert_num_queries(5):  # type: ignore[operator]  # the first one notes that the person has begun
            owner.post(url(world), {"choice": "0"}, headers=headers)
        for choice in ("1", "2"):
            with django_assert_num_queries(4):  # type: ignore[operator]
                owner.post(url(world), {"choice": choice}, headers=headers)

    def test_a_refused_save_takes_one_more(
        self, world: World, owner: Client, django_assert_num_queries: object
    ) -> None:
        answered_before(world)
        owner.post(url(world), {"choice": "1", "age": "60000"}, headers=JSON)
        with django_assert_num_queries(5):  # type: ignore[operator]
            owner.post(url(world), {"choice": "1", "age": "60000"}, headers=JSON)
