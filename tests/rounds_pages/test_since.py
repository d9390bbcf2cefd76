"""The report of a round that has a predecessor: what changed since last time."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessments.models import Answer, Assessment
from assessments.reports.build import build
from assessments.reports.renderers import RENDERERS
from assessments.results.sources import assess_rows
from tests.personas import World

from .held import FIRST, FRAME, SECOND, done, held

L1 = [each.id for each in FRAME.by_dimension["l1"].practices]


@pytest.fixture
def now(world: World) -> Assessment:
    caches["reports"].clear()
    before = held(world, "Spring 2026", FIRST, 1)
    return held(world, "Autumn 2026", SECOND, dict.fromkeys(L1, 3), previous=before)


def report_of(row: Assessment, client: Client) -> str:
    return client.get(reverse("report", args=[row.code])).content.decode()


def data_of(row: Assessment, client: Client) -> Any:
    return json.loads(client.get(reverse("report_file", args=[row.code, "json"])).content)


def test_it_stands_in_the_report_and_its_contents(world: World, now: Assessment, owner: Client) -> None:
    done(world, L1[0], SECOND.replace(month=6), "List the facts")
    page = report_of(now, owner)
    assert 'href="#since"' in page and 'id="since"' in page
    assert "Since “Spring 2026” the level has risen from 0 to 1." in page and "List the facts" in page


def test_the_json_has_the_same_numbers(world: World, now: Assessment, owner: Client) -> None:
    since = data_of(now, owner)["since"]
    assert since["previous"] == "Spring 2026"
    assert since["level"] == {"before": 0, "now": 1, "verdict": "up"}
    assert [(each["id"], each["before"], each["now"], each["verdict"]) for each in since["changed"]] == [
        ("l1", 25, 75, "up")
    ]


def test_a_first_round_has_none(now: Assessment, owner: Client) -> None:
    assert now.previous is not None
    assert 'id="since"' not in report_of(now.previous, owner)
    assert data_of(now.previous, owner)["since"] is None


@pytest.mark.parametrize("answered", ["now", "before"])
def test_nor_has_one_without_answers_on_both_sides(now: Assessment, owner: Client, answered: str) -> None:
    row = now.previous if answered == "now" else now
    Answer.objects.filter(respondent__assessment=row).delete()
    assert 'id="since"' not in report_of(now, owner)


def test_a_change_of_the_round_before_makes_the_report_anew(now: Assessment, owner: Client) -> None:
    report_of(now, owner)
    Assessment.objects.filter(pk=now.previous_id).update(title="The one before")
    assert "Since “The one before”" in report_of(now, owner)


def test_work_that_is_done_afterwards_does_too(world: World, now: Assessment, owner: Client) -> None:
    report_of(now, owner)
    done(world, L1[0], SECOND.replace(month=6), "List the facts")
    assert "List the facts" in report_of(now, owner)


def test_every_other_file_is_made_with_it(now: Assessment) -> None:
    document = build(assess_rows(now, "en"))
    assert document.since and document.since.rows
    for kind in ("docx", "pptx", "xlsx"):
        assert RENDERERS[kind].render(document), kind


def test_the_pdf_says_it(now: Assessment) -> None:
    from tests.reports.pdf_reading import read, text_of, tight  # noqa: PLC0415 - the PDF reader is slow to load

    text = text_of(read(build(assess_rows(now, "en"))))
    assert tight("Since last time") in text and tight("the level has risen from 0 to 1") in text


def test_the_round_before_costs_no_query(now: Assessment, owner: Client) -> None:
    counts = []
    for row in (now.previous, now):
        with CaptureQueriesContext(connection) as asked:
            report_of(row, owner)
        counts.append(len(asked))
    assert counts[1] == counts[0]  # the sheets of both come together, and the plan beside them
