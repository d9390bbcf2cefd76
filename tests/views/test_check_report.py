"""The result of the 10-minute check: without an account, without a row in the database."""

from __future__ import annotations

import pytest

from assessments.content.loader import framework

QUICK = [each.id for each in framework().asked("quick")]


@pytest.fixture
def checked(client, db):
    """Somebody who has answered all twenty with stage 3."""
    for practice in QUICK:
        assert client.post(f"/check/{practice}/", {"choice": "3"}).status_code in (200, 303, 302)
    return client


def test_before_the_first_answer_there_is_no_result(client, db):
    assert client.get("/check/report/").headers["Location"] == "/check/"
    assert client.get("/check/report/numbers/l1/").status_code in (200, 404)


def test_the_result_is_indicative_and_says_what_the_full_set_adds(checked, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = checked.get("/check/report/").content.decode()
    assert "stands on all six levels" in page
    assert "Indicative: two practices stand for each dimension. The full set asks 36 more" in page
    assert "This result is only in your browser." in page
    assert "sessionid" not in checked.cookies


def test_its_numbers_open_down_to_the_answer(checked):
    page = checked.get("/check/report/numbers/l1/").content.decode()
    assert "(3 + 3) ÷ 2 × 25 = 75" in page
    assert checked.get("/check/report/numbers/l1-searchable-help/").status_code == 200
    assert checked.get("/check/report/numbers/l1-digital-audit/").status_code == 404


def test_its_files_can_be_kept(checked):
    assert checked.get("/check/report.pdf?language=zh-hant").content.startswith(b"%PDF")
    assert checked.get("/check/report.json").json()["set"] == "quick"


def test_one_unanswered_practice_leaves_its_dimension_unrated(client, db):
    for practice in QUICK[1:]:
        client.post(f"/check/{practice}/", {"choice": "3"})
    levels = client.get("/check/report.json").json()["levels"]
    assert [each["rated"] for each in levels] == [False, True, True, True, True, True]
