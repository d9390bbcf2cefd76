"""The report in the browser: what it costs, who may see it, what its numbers open, which files it gives."""

from __future__ import annotations

import datetime
import uuid

import pytest
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone

from assessments.content.loader import framework
from assessments.models import Answer, Respondent
from tests.answers import all_say

HOSTILE = "<script>alert(1)</script>\u202e\x07" + "w" * 400


@pytest.fixture(autouse=True)
def _no_kept_reports():
    caches["reports"].clear()


def answer(world, people: int = 1, stage: int = 3, note: str = "") -> None:
    """Everybody answers everything."""
    groups = ("leaders", "managers", "frontline")
    others = Respondent.objects.bulk_create(
        Respondent(
            workspace=world.workspace, assessment=world.assessment, name=f"Person {number}", group=groups[number % 3]
        )
        for number in range(1, people)
    )
    all_say([world.respondent, *others], dict.fromkeys(framework().practices, stage), note=note)


def read(page) -> str:
    """The report in a page, without the tokens of the forms around it."""
    return page.content.decode().split('<header class="cx-open"', 1)[1].split("</main>")[0]


def url(world, rest: str = "/") -> str:
    return f"/assessments/{world.assessment.code}/report{rest}"


@pytest.mark.parametrize("people", [1, 3, 200])
def test_the_page_costs_the_same_queries_however_many_answered(world, owner, django_assert_num_queries, people):
    answer(world, people)
    # session, user, own place, state, what is in the plan; assessment, respondents, answers, agreed, flags; customers'
    # counts, journeys; the house's style, assumptions of worth
    with django_assert_num_queries(12):
        page = owner.get(url(world))
    assert page.status_code == 200
    with django_assert_num_queries(5):  # nothing changed: it is not made again
        assert read(owner.get(url(world))) == read(page)


def test_a_new_answer_makes_the_report_anew(world, owner):
    answer(world)
    assert "Harbour Retail stands on all six levels" in owner.get(url(world)).content.decode()
    Answer.objects.filter(practice__startswith="l1-").update(
        stage=0, saved_at=timezone.now() + datetime.timedelta(seconds=1)
    )
    assert "does not yet stand on the first level" in owner.get(url(world)).content.decode()


@pytest.mark.parametrize(
    "change", [{"title": "Spring"}, {"red_flags": ["RF-01"]}, {"targets": {"l1-accurate-facts": 4}}]
)
def test_any_other_change_makes_it_anew_too(world, owner, change):
    answer(world)
    before = owner.get(url(world)).content
    for field, value in change.items():
        setattr(world.assessment, field, value)
    world.assessment.save()
    assert owner.get(url(world)).content != before


@pytest.mark.parametrize("language", ["en", "zh-hans", "zh-hant"])
def test_it_speaks_the_readers_language(world, owner, language):
    answer(world)
    owner.cookies["django_language"] = language
    name = framework().by_dimension["l1"].heading
    page = owner.get(url(world)).content.decode()
    assert f'lang="{language}"' in page
    assert framework().practices["l1-accurate-facts"].title.to(language).replace("’", "’") in page
    assert name is not None


KEYS = (
    "level", "average", "trust", "trust-mean", "confidence", "l3", "con", "l1-accurate-facts",
    "priority-l1-accurate-facts", "lens-sales-1",
)  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_every_kind_of_number_opens(world, owner, key):
    answer(world)
    page = owner.get(url(world, f"/numbers/{key}/"))
    assert page.status_code == 200
    assert "What this number is made of" in page.content.decode()
    assert f'<a href="{reverse("company", args=[world.company.code])}">' in page.content.decode()  # where one is
    part = owner.get(url(world, f"/numbers/{key}/"), headers={"X-Part": "1"}).content.decode()
    assert "<html" not in part


def test_a_number_the_report_does_not_have_is_not_found(world, owner):
    answer(world)
    assert owner.get(url(world, "/numbers/l9/")).status_code == 404
    assert owner.get(url(world, "/numbers/priority-nothing/")).status_code == 404


@pytest.mark.parametrize(
    ("kind", "start"), [("pdf", b"%PDF"), ("xlsx", b"PK"), ("json", b"{")]
)  # fmt: skip
def test_files_come_as_attachments_in_the_language_asked_for(world, owner, kind, start):
    answer(world)
    file = owner.get(url(world, f".{kind}?language=zh-hans"))
    assert file.content.startswith(start)
    assert file["Content-Disposition"].startswith("attachment")
    assert "Harbour Retail Autumn 2026" in file["Content-Disposition"]


@pytest.mark.parametrize("rest", [".exe", ".pdf?language=tlh", ".pdf?language=../en"])
def test_no_other_kind_and_no_other_language(world, owner, rest):
    assert owner.get(url(world, rest)).status_code == 404


@pytest.mark.parametrize("rest", ["/", "/numbers/l1/", ".pdf", ".json", ".xlsx"])
def test_for_a_stranger_it_does_not_exist(world, stranger, anonymous, viewer, rest):
    assert stranger.get(url(world, rest)).status_code == 404
    assert anonymous.get(url(world, rest)).status_code == 302
    assert viewer.get(url(world, rest)).status_code == 200
    assert viewer.get(f"/assessments/{uuid.uuid4()}/report{rest}").status_code == 404


def test_hostile_text_stays_text_everywhere(world, owner):
    answer(world, note=HOSTILE)
    world.company.name = HOSTILE[:150]
    world.company.save()
    for rest in ("/", "/numbers/l1-accurate-facts/"):
        page = owner.get(url(world, rest)).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page
    for kind in ("pdf", "xlsx", "json"):
        assert owner.get(url(world, f".{kind}")).status_code == 200


def test_evidence_is_a_link_only_where_it_is_a_web_address(world, owner):
    answer(world, stage=2)
    given = Answer.objects.filter(practice="l1-accurate-facts")
    given.update(evidence="javascript:alert(1)")
    assert 'href="javascript' not in owner.get(url(world)).content.decode()
    given.update(evidence="https://intranet.example/facts", saved_at=timezone.now() + datetime.timedelta(seconds=1))
    assert '<a href="https://intranet.example/facts"' in owner.get(url(world)).content.decode()
