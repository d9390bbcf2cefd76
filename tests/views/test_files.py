"""Questionnaires out and in: downloads in three languages, uploads checked whole and shown before they are written."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

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


def test_the_same_file_twice_changes_nothing(world, owner):
    confirm(owner, world, upload(owner, world, answers()))
    page = upload(owner, world, answers())
    assert page.context["preview"].counts == {"same": 56}
    assert "Everything in the file is there already." in page.content.decode()


def test_a_change_is_shown_with_before_and_after(world, owner):
    confirm(owner, world, upload(owner, world, answers(2)))
    page = upload(owner, world, answers(4))
    text = page.content.decode()
    assert "The file brings 0 new answers and changes 56." in text
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
