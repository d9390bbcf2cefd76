"""The report beside customers' numbers, journeys and live red flags: the same on screen, in PDF, JSON and workbook."""

from __future__ import annotations

import io
import json
import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.db import transaction
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from assessments.actions.life import move_assessment
from assessments.actions.responses import NewResponse, store_responses
from assessments.actions.review import settle_stage
from assessments.content.loader import framework
from assessments.models import Journey, RedFlag, Respondent
from assessments.reports.build import build
from assessments.reports.explain import explain
from assessments.results.sources import assess_rows
from tests.answers import all_say
from tests.journey.maps import WHOLE
from tests.personas import World
from tests.reports.pdf_reading import text_of as text_in
from tests.reports.pdf_reading import tight

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_kept_reports() -> None:
    caches["reports"].clear()


def answer(world: World, stage: int = 2) -> None:
    all_say([world.respondent], dict.fromkeys(framework().practices, stage))


def customers(
    world: World, measure: str, scores: list[int], low: int, high: int, variant: str = "", days: int = 5
) -> None:
    day = timezone.localdate() - timedelta(days=days)
    rows = [
        NewResponse(measure, variant, score, low, high, day, f"{measure}-{variant}-{days}-{place}", uuid.uuid4())
        for place, score in enumerate(scores)
    ]
    with transaction.atomic():
        store_responses(world.company, "import", rows)


def file(world: World, owner: Client, kind: str) -> bytes:
    response = owner.get(f"/assessments/{world.assessment.code}/report.{kind}")
    assert response.status_code == 200
    return b"".join(response.streaming_content) if response.streaming else response.content


def text_of(pdf: bytes) -> str:
    return text_in(PdfReader(io.BytesIO(pdf)))


def page(world: World, owner: Client) -> str:
    return owner.get(f"/assessments/{world.assessment.code}/report/").content.decode()


def data(world: World, owner: Client) -> dict[str, Any]:
    return dict(json.loads(file(world, owner, "json")))


def test_the_difference_is_that_of_the_two_numbers_that_are_shown(world: World, owner: Client) -> None:
    answer(world)
    customers(world, "trust-int", [3] * 27 + [2] * 33, 0, 10)  # 24.5, shown as 25 beside the own 50
    told = data(world, owner)
    assert told["customers"]["dimensions"][0]["difference"] == 25.5
    document = build(assess_rows(world.assessment, "en"))
    (row,) = document.customers.rows
    assert (row.own.text, row.customers.text, row.difference.text) == ("50", "25", "+25")
    assert document.customers.head.finding == "You rate yourselves 25 points higher than customers do on Integrity."
    reasons = {line.value for step in document.all_steps for line in step.reasons if "customers do" in line.text}
    assert reasons == {"+25"}


def test_customers_numbers_are_the_same_everywhere(world: World, owner: Client) -> None:
    answer(world)
    customers(world, "trust-int", [2, 3, 4] * 20, 0, 10)  # mean 3: thirty points, twenty below the own view
    customers(world, "nps", [10] * 30 + [8] * 20 + [0] * 10, 0, 10)
    told = data(world, owner)["customers"]
    (row,) = told["dimensions"]
    assert (row["id"], row["own"], row["customers"], row["difference"], row["n"]) == ("int", 50, 30, 20, 60)
    assert row["beyond_chance"]
    (nps,) = told["measures"]
    assert round(nps["value"], 4) == 33.3333
    sentence = "You rate yourselves 20 points higher than customers do on Integrity."
    shown = page(world, owner)
    assert sentence in shown
    assert "+33" in shown
    assert tight(sentence) in text_of(file(world, owner, "pdf"))
    book = load_workbook(io.BytesIO(file(world, owner, "xlsx")))
    values = [cell.value for line in book["Customer view"].iter_rows() for cell in line]
    assert {50, 30, 20, 60, "+20"} & set(values) >= {50, 30, 20, 60}
    assert sentence in values


def test_each_group_stands_beside_customers(world: World, owner: Client) -> None:
    for group, stage in {"leaders": 4, "frontline": 1}.items():
        for number in range(3):
            person = Respondent.objects.create(
                workspace=world.workspace, assessment=world.assessment, name=f"{group} {number}", group=group
            )
            all_say([person], dict.fromkeys(framework().practices, stage))
    customers(world, "trust-int", [2, 3, 4] * 20, 0, 10)
    (row,) = data(world, owner)["customers"]["dimensions"]
    assert row["groups"] == [{"id": "leaders", "points": 100}, {"id": "frontline", "points": 25}]
    told = "Leaders 100 and Frontline 25"
    assert told in page(world, owner)
    assert tight(told) in text_of(file(world, owner, "pdf"))


def test_the_legend_claims_no_more_answers_than_each_question_has(world: World, owner: Client) -> None:
    answer(world)
    customers(world, "trust-int", [2, 3, 4] * 20, 0, 10)
    assert "Customers, 60 answers" in page(world, owner) and "Your answers, 1 person" in page(world, owner)
    customers(world, "trust-con", [7, 8] * 16, 0, 10)
    assert "Customers, 32 to 60 answers" in page(world, owner)


def test_where_a_workshop_settled_all_nobodys_answers_are_beside_customers(world: World, owner: Client) -> None:
    for practice in framework().practices:
        settle_stage(user=world.owner, assessment=world.assessment, practice=practice, stage=3, reason="-", seen=0)
    customers(world, "trust-int", [2, 3, 4] * 20, 0, 10)
    shown = page(world, owner)
    assert "Agreed in the review" in shown and "Your answers, 0 people" not in shown


def test_the_number_opens_down_to_the_answers(world: World, owner: Client) -> None:
    answer(world)
    customers(world, "trust-int", [2, 3, 4] * 20, 0, 10)
    customers(world, "nps", [10] * 30 + [8] * 20 + [0] * 10, 0, 10)
    base = f"/assessments/{world.assessment.code}/report/numbers"
    inside = owner.get(f"{base}/customers-int/").content.decode()
    assert "3 ÷ 10 × 100 = 30" in inside
    assert inside.count("20 answers") == 3
    assert "100 × (30 − 10) ÷ 60 = 33.33" in owner.get(f"{base}/nps/").content.decode()
    assert owner.get(f"{base}/csat/").status_code == 404
    assert owner.get(f"{base}/customers-abl/").status_code == 404


def test_too_few_customers_say_nothing_about_a_dimension(world: World, owner: Client) -> None:
    answer(world)
    customers(world, "trust-int", [0] * 29, 0, 10)
    customers(world, "nps", [10] * 9, 0, 10)
    told = data(world, owner)["customers"]
    assert told["dimensions"] == []
    assert told["measures"][0]["value"] is None
    assert "9 answers: too few for a number" in page(world, owner)


def test_nobody_heard_is_said_in_one_sentence(world: World, owner: Client) -> None:
    answer(world)
    assert "No customer has been heard: everything in this report is the company’s own view." in page(world, owner)


def test_answers_older_than_a_year_do_not_count(world: World, owner: Client) -> None:
    answer(world)
    customers(world, "trust-int", [0] * 60, 0, 10, days=400)
    assert data(world, owner)["customers"]["dimensions"] == []


def test_effort_on_the_old_scale_is_not_ease(world: World, owner: Client) -> None:
    answer(world)
    customers(world, "ces", [5] * 60, 1, 5, "ces1")
    assert data(world, owner)["customers"]["dimensions"] == []
    customers(world, "ces", [2] * 60, 1, 7, "ces2")
    (row,) = data(world, owner)["customers"]["dimensions"]
    assert (row["id"], round(row["customers"], 4)) == ("l2", 16.6667)


def test_satisfied_but_not_loyal_is_said(world: World, owner: Client) -> None:
    answer(world)
    customers(world, "csat", [5] * 50 + [2] * 10, 1, 5, "csat-5")
    customers(world, "nps", [9] * 10 + [3] * 50, 0, 10)
    assert "Satisfied, but not loyal: 83% are satisfied" in page(world, owner)


def test_steps_tell_what_customers_see(world: World, owner: Client) -> None:
    answer(world)
    customers(world, "trust-int", [2, 3, 4] * 20, 0, 10)
    reasons = {each["practice"]: each["reasons"] for each in data(world, owner)["steps"]}
    assert {"kind": "customers-see-less", "about": ["int"], "value": 20} in reasons["int-privacy"]
    assert not any(each["kind"] == "customers-see-less" for each in reasons["l1-accurate-facts"])


def test_a_journey_is_in_every_form(world: World, owner: Client) -> None:
    answer(world)
    Journey.objects.create(workspace=world.workspace, company=world.company, title="First order online", map=WHOLE)
    (told,) = data(world, owner)["journeys"]
    assert (told["title"], told["mean"], told["lowest_touchpoint"]) == ("First order online", -1, "Search result")
    shown, printed = page(world, owner), text_of(file(world, owner, "pdf"))
    for text in ("First order online", "Search result", "too many results", "say the date"):
        assert text in shown
        assert tight(text) in printed
    assert "Customer journeys" in load_workbook(io.BytesIO(file(world, owner, "xlsx"))).sheetnames


def drawn(world: World, title: str, value: float | None) -> None:
    """A map of one moment that feels like this; of None a map on which nothing is drawn yet."""
    moment = {"name": f"At {title}", "emotion": {"value": value, "basis": "reported", "n": 5}}
    stages = [] if value is None else [{"name": "Buy", "touchpoints": [moment]}]
    told = {"schema": "cx-journey/1", "title": title, "stages": stages}
    Journey.objects.create(workspace=world.workspace, company=world.company, title=title, map=told)


def test_the_journey_the_heading_is_about_is_shown_whichever_was_changed_last(world: World, owner: Client) -> None:
    answer(world)
    for title, value in (("Delivery", 1), ("Returns", -2), ("Visit", 1), ("Chat", 1), ("Bill", -1)):
        drawn(world, title, value)
    assert [each["title"] for each in data(world, owner)["journeys"]] == ["Returns", "Bill", "Chat"]
    shown = page(world, owner)
    assert "is felt worst at “At Returns”" in shown and "Not shown in full: “Visit” and “Delivery”." in shown


def test_a_map_on_which_nothing_is_drawn_is_in_no_report(world: World, owner: Client) -> None:
    answer(world)
    drawn(world, "Only begun", None)
    assert data(world, owner)["journeys"] == [] and "Customer journeys" not in page(world, owner)
    drawn(world, "Delivery", 1)
    drawn(world, "Begun again", None)
    assert [each["title"] for each in data(world, owner)["journeys"]] == ["Delivery"]
    assert "1 journey is mapped." in page(world, owner) and "Begun again" not in page(world, owner)


class TestRedFlagsOfTheCompany:
    def raised(self, world: World, flag: str) -> RedFlag:
        return RedFlag.objects.create(
            workspace=world.workspace, company=world.company, flag=flag, origin="hand", evidence="A list on a desk."
        )

    def test_cap_trust_and_boost_steps_while_open(self, world: World, owner: Client) -> None:
        answer(world, stage=4)
        assert data(world, owner)["trust"]["band"] == "F"
        flag = self.raised(world, "RF-09")
        told = data(world, owner)
        assert told["red_flags"] == ["RF-09"]
        assert told["trust"]["band"] == "P"
        flag.closed_at, flag.reason = timezone.now(), "Shredded, and locked away since."
        flag.save()
        assert data(world, owner)["trust"]["band"] == "F"

    def test_double_a_step(self, world: World, owner: Client) -> None:
        answer(world)
        before = {each["practice"]: each["priority"] for each in data(world, owner)["steps"]}
        self.raised(world, "RF-01")
        after = {each["practice"]: each["priority"] for each in data(world, owner)["steps"]}
        assert after["l2-response-speed"] == 2 * before["l2-response-speed"]
        assert {each for each in after if after[each] != before[each]} == {"l2-response-speed"}

    def test_a_final_report_keeps_those_of_its_day(self, world: World, owner: Client) -> None:
        answer(world)
        early = self.raised(world, "RF-01")
        for state in ("review", "final"):
            move_assessment(user=world.owner, assessment=world.assessment, to=state)
        self.raised(world, "RF-09")
        early.closed_at, early.reason = timezone.now(), "Waits are short again."
        early.save()
        assert data(world, owner)["red_flags"] == ["RF-01"]
        move_assessment(user=world.owner, assessment=world.assessment, to="review", reason="look again")
        assert data(world, owner)["red_flags"] == ["RF-09"]

    def test_the_evidence_is_told(self, world: World, owner: Client) -> None:
        answer(world)
        self.raised(world, "RF-09")
        assert "A list on a desk." in page(world, owner)

    def test_another_company_has_its_own(self, world: World, owner: Client) -> None:
        answer(world)
        other = type(world.company).objects.create(workspace=world.workspace, name="Twin")
        RedFlag.objects.create(workspace=world.workspace, company=other, flag="RF-09", origin="hand")
        assert data(world, owner)["red_flags"] == []


@pytest.mark.parametrize(
    ("language", "sentence", "note"),
    [
        ("en", r"adjusted Wald\. Between \+\d+ and \+\d+\.$", r"^60 answers, between \d+ and \d+$"),
        ("zh-hans", r"计算。介于\+\d+与\+\d+之间。$", r"^60份回答，介于\d+与\d+之间$"),
        ("zh-hant", r"計算。介於\+\d+與\+\d+之間。$", r"^60份回答，介於\d+與\d+之間$"),
    ],
)
def test_what_chance_leaves_open_is_told_in_whole_sentences(
    world: World, language: str, sentence: str, note: str
) -> None:
    answer(world)
    customers(world, "trust-int", [2, 3, 4] * 20, 0, 10)
    customers(world, "nps", [10] * 30 + [8] * 20 + [0] * 10, 0, 10)
    source = assess_rows(world.assessment, language)
    nps, trust = explain(source, "nps"), explain(source, "customers-int")
    assert nps is not None and re.search(sentence, nps.sentence)
    assert trust is not None and any(re.search(note, part.note) for part in trust.parts)
