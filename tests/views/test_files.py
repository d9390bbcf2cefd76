"""Questionnaires out and in: downloads in three languages, uploads checked whole and shown before they are written."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from assessments.content.loader import framework
from assessments.models import Answer, Respondent

PRACTICES = list(framework().practices)


def url(world, rest):
    return f"/assessments/{world.assessment.code}/{rest}"


def answers(stage=2, people=("Owner",), **more):
    respondents = [
        {"name": name, "group": "frontline", "answers": {practice: {"stage": stage} for practice in PRACTICES}}
        for name in people
    ]
    frame = {"framework": "cx-pyramid", "framework_version": 1}
    return json.dumps({"format": "cxmaturity-answers/1", **frame, "respondents": respondents, **more}).encode()


def upload(client, world, content, name="answers.json"):
    return client.post(url(world, "upload/"), {"file": SimpleUploadedFile(name, content)})


def confirm(client, world, page):
    return client.post(url(world, "upload/"), {"token": page.context["token"]})


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_a_workbook_goes_out_is_filled_in_and_comes_back(world, owner, language):
    book = openpyxl.load_workbook(io.BytesIO(owner.get(url(world, f"questionnaire.xlsx?language={language}")).content))
    sheet = book.worksheets[1]
    (row, column) = next(
        (c.row, c.column) for line in sheet.iter_rows() for c in line if c.value == "l1-searchable-help"
    )
    header = [str(c.value) for c in sheet[row - 1]]
    answer = next(
        place for place, text in enumerate(header, 1) if text in ("Answer", "回答", "答案") and place != column
    )
    sheet.cell(row, answer).value = 3
    filled = io.BytesIO()
    book.save(filled)
    page = upload(owner, world, filled.getvalue(), "back.xlsx")
    assert page.status_code == 200, page.content.decode()[:2000]
    assert page.context["preview"].counts == {"new": 1}
    assert Answer.objects.count() == 0
    assert confirm(owner, world, page).status_code == 302
    assert list(Answer.objects.values_list("practice", "stage", "respondent__user__email")) == [
        ("l1-searchable-help", 3, "owner@example.com")
    ]


def test_nothing_is_written_before_the_second_button(world, owner):
    page = upload(owner, world, answers(people=("Owner", "Lee")))
    assert page.context["preview"].counts == {"new": 112}
    assert (Answer.objects.count(), Respondent.objects.count()) == (0, 1)
    confirm(owner, world, page)
    assert (Answer.objects.count(), Respondent.objects.count()) == (112, 2)


def test_a_name_in_a_file_turns_no_words_around_it(world, owner):
    """As a name that is typed: signs that nobody sees go; so does one that is nothing else."""
    turned = answers(people=("\u202enoskralC\u2069 Lee", "Owner"), company={"name": "\u202eliateR"}, title="\u2067X")
    page = upload(owner, world, turned)
    text = page.content.decode()
    assert "noskralC Lee" in text and "In the file: liateR." in text and "In the file: X." in text
    assert not set("\u202e\u2067\u2069") & set(text)
    confirm(owner, world, page)
    assert Respondent.objects.filter(name="noskralC Lee").exists()
    assert upload(owner, world, turned).context["preview"].counts == {"same": 112}
    assert upload(owner, world, answers(people=("\u202e\u2069", "Owner"))).status_code == 400


def test_a_name_kept_before_with_such_signs_is_known_again(world, owner):
    Respondent.objects.filter(pk=world.respondent.pk).update(name="\u202eOwner")
    confirm(owner, world, upload(owner, world, answers(people=("Owner",))))
    assert (Answer.objects.count(), Respondent.objects.count()) == (56, 1)


def test_the_same_file_twice_changes_nothing(world, owner):
    confirm(owner, world, upload(owner, world, answers()))
    page = upload(owner, world, answers())
    assert page.context["preview"].counts == {"same": 56}
    assert "Everything in the file is there already." in page.content.decode()


def test_a_change_is_shown_with_before_and_after(world, owner):
    confirm(owner, world, upload(owner, world, answers(2)))
    page = upload(owner, world, answers(4))
    text = page.content.decode()
    assert "56 answers would change." in text
    assert "new." not in text
    assert "2 Defined" in text
    assert "4 Leading" in text


def test_a_bad_file_is_refused_whole_with_every_place(world, owner):
    bad = json.loads(answers())
    bad["respondents"][0]["answers"]["l1-searchable-help"] = {"stage": 7}
    bad["respondents"][0]["answers"]["l2-nothing"] = {"stage": 1}
    page = upload(owner, world, json.dumps(bad).encode())
    text = page.content.decode()
    assert page.status_code == 400
    assert "Nothing was written: 2 things to mend in the file" in text
    assert "l1-searchable-help" in text
    assert "l2-nothing" in text
    assert Answer.objects.count() == 0


def test_answers_given_meanwhile_are_not_overwritten_unseen(world, owner, consultant):
    page = upload(owner, world, answers(2))
    other = upload(consultant, world, answers(4))
    confirm(consultant, world, other)
    again = confirm(owner, world, page)
    assert again.status_code == 200
    assert "Somebody changed answers while you were looking." in again.content.decode()
    assert set(Answer.objects.values_list("stage", flat=True)) == {4}
    confirm(owner, world, again)
    assert set(Answer.objects.values_list("stage", flat=True)) == {2}


def test_red_flags_and_targets_come_along_and_none_is_removed(world, owner):
    world.assessment.red_flags = ["RF-02"]
    world.assessment.save()
    confirm(owner, world, upload(owner, world, answers(red_flags=["RF-01"], targets={"l2-response-speed": 4})))
    world.assessment.refresh_from_db()
    assert world.assessment.red_flags == ["RF-01", "RF-02"]
    assert world.assessment.targets == {"l2-response-speed": 4}


def test_a_preview_is_its_owners_alone_and_passes(world, owner, consultant):
    page = upload(owner, world, answers())
    assert confirm(consultant, world, page).status_code == 410
    assert Answer.objects.count() == 0


def test_answers_that_the_quick_set_does_not_ask_are_kept_and_said_to_count_in_no_score(world, owner):
    world.assessment.practice_set = "quick"
    world.assessment.save()
    page = upload(owner, world, answers(targets={"l1-digital-audit": 4}))
    assert (
        "36 answers are to practices that the 10-minute check does not ask: they count in no score. "
        "1 target stage is for a practice that the 10-minute check does not ask: it leads to no step. They are kept"
    ) in page.content.decode()
    confirm(owner, world, page)
    assert Answer.objects.count() == 56
    world.assessment.refresh_from_db()
    assert world.assessment.targets == {"l1-digital-audit": 4}
    world.assessment.practice_set = "full"
    world.assessment.save()
    assert "does not ask" not in upload(owner, world, answers(3)).content.decode()


@pytest.mark.parametrize("content", [b"", b"\x00" * 50, b"PK\x03\x04broken", b"x" * (6 * 1024 * 1024)])
def test_broken_and_huge_files_are_refused_in_words(world, owner, content):
    page = upload(owner, world, content, "answers.xlsx")
    assert page.status_code == 400


def test_a_viewer_may_take_a_questionnaire_but_not_upload(world, viewer, stranger):
    assert viewer.get(url(world, "questionnaire.csv")).status_code == 200
    assert viewer.get(url(world, "upload/")).status_code == 403
    assert stranger.get(url(world, "questionnaire.csv")).status_code == 404
    assert stranger.get(url(world, "upload/")).status_code == 404


@pytest.mark.parametrize("rest", ["questionnaire.exe", "questionnaire.csv?language=tlh"])
def test_no_other_kinds_or_languages(world, owner, rest):
    assert owner.get(url(world, rest)).status_code == 404


def person(world, name, group="frontline", **more):
    within = {"workspace": world.workspace, "assessment": world.assessment}
    return Respondent.objects.create(**within, name=name, group=group, **more)


def answer_of(row, practice="l1-searchable-help", stage=2, **said):
    now = {"chosen_at": timezone.now(), "saved_at": timezone.now()}
    return Answer.objects.create(
        workspace_id=row.workspace_id, respondent=row, practice=practice, stage=stage, **now, **said
    )


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_people_of_one_name_and_of_none_come_back_as_themselves(world, owner, kind):
    first, second = person(world, "Li Wei"), person(world, "Li  Wei ", "leaders")
    erased = person(world, "", erased_at=timezone.now())
    for row, stage in ((first, 1), (second, 3), (erased, 4)):
        answer_of(row, stage=stage)
    out = owner.get(url(world, f"questionnaire.{kind}")).content
    page = upload(owner, world, out, f"back.{kind}")
    assert page.status_code == 200, page.content.decode()
    assert page.context["preview"].counts == {"same": 3}
    edited = out.replace(b'"stage": 3', b'"stage": 0').replace(b"l1-searchable-help,3", b"l1-searchable-help,0")
    confirm(owner, world, upload(owner, world, edited, f"back.{kind}"))
    stages = dict(Answer.objects.values_list("respondent_id", "stage"))
    assert stages == {first.pk: 1, second.pk: 0, erased.pk: 4}
    assert Respondent.objects.count() == 4


def test_a_name_that_two_people_have_is_refused_with_what_tells_them_apart(world, owner):
    two = [person(world, "Li Wei"), person(world, "Li Wei", "leaders")]
    page = upload(owner, world, answers(people=("Li Wei",)), "answers.json")
    assert page.status_code == 400
    (problem,) = page.context["problems"]
    assert problem.allowed == ", ".join(f"Li Wei ({row.code.hex[:6]})" for row in two)
    assert (Answer.objects.count(), Respondent.objects.count()) == (0, 3)


def test_who_has_no_name_in_the_file_is_whoever_uploads_it(world, owner, consultant):
    person(world, "", erased_at=timezone.now())
    nameless = answers(people=("",))
    confirm(owner, world, upload(owner, world, nameless))
    assert set(Answer.objects.values_list("respondent__user__email", flat=True)) == {"owner@example.com"}
    page = upload(consultant, world, nameless)
    assert page.status_code == 400
    assert "does not say whose answers" in page.content.decode()


def test_a_workbook_never_holds_the_answers_of_somebody_else(world, owner, viewer):
    mine = Respondent.objects.get(user__email="owner@example.com")
    answer_of(mine, note="only mine")
    other = person(world, "Owner")
    answer_of(other, note="of a namesake")

    def texts(client):
        book = openpyxl.load_workbook(io.BytesIO(client.get(url(world, "questionnaire.xlsx")).content))
        return {str(cell.value) for sheet in book for line in sheet.iter_rows() for cell in line}

    assert {"only mine"} == texts(owner) & {"only mine", "of a namesake"}
    assert not texts(viewer) & {"only mine", "of a namesake", "Owner"}


def test_a_file_brings_no_more_people_than_there_may_be(world, owner):
    Respondent.objects.bulk_create(
        Respondent(workspace=world.workspace, assessment=world.assessment, name=f"p{each}", group="leaders")
        for each in range(498)
    )
    people = [{"name": name, "group": "leaders", "answers": {}} for name in ("p1", "new")]
    body = json.loads(answers(people=())) | {"respondents": people}
    assert upload(owner, world, json.dumps(body).encode()).status_code == 200
    body["respondents"].append({"name": "newer", "group": "leaders", "answers": {}})
    page = upload(owner, world, json.dumps(body).encode())
    assert page.status_code == 400
    assert "at most 500 respondents" in page.content.decode()


def test_a_note_or_evidence_that_changes_is_shown(world, owner):
    row = Respondent.objects.get(user__email="owner@example.com")
    answer_of(row, stage=2, note="same note", evidence="old evidence")
    said = {"l1-searchable-help": {"stage": 2, "note": "same note", "evidence": "new evidence"}}
    body = json.loads(answers(people=())) | {"respondents": [{"name": "Owner", "group": row.group, "answers": said}]}
    text = upload(owner, world, json.dumps(body).encode()).content.decode()
    assert "1 answer would change." in text
    assert "Evidence: old evidence" in text
    assert "Evidence: new evidence" in text
    assert "same note" not in text


def test_a_file_of_another_company_is_named_as_such(world, owner):
    facts = {
        "title": world.assessment.title,
        "company": {"name": "Somebody else"},
        "date": "2020-02-03",
        "set": "quick",
    }
    text = upload(owner, world, answers(**facts)).content.decode()
    assert "Is this the right file?" in text
    assert f"In the file: Somebody else. Here: {world.company.name}." in text
    assert "In the file: Feb. 3, 2020" in text or "In the file: 3 February 2020" in text
    assert text.count("In the file: ") == 3
    own = owner.get(url(world, "questionnaire.json")).content
    assert "Is this the right file?" not in upload(owner, world, own).content.decode()


def test_whoever_has_no_file_yet_finds_the_questionnaire_where_it_is_asked_for(world, owner):
    page = owner.get(url(world, "upload/")).content.decode()
    for kind in ("xlsx?language=zh-hant", "csv", "json"):
        assert f'href="{url(world, f"questionnaire.{kind}")}"' in page
