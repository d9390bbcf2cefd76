"""The appendix on money in the report: on screen and in every file, and noticed when it changes."""

from __future__ import annotations

import io
import json

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from assessments.models import Assumption
from assessments.results.sources import assess_rows, nameless_rows
from tests.personas import World
from tests.targets.helpers import answered

from .helpers import fill


def report(client: Client, world: World, kind: str = "") -> bytes:
    name, more = ("report_file", [kind]) if kind else ("report", [])
    return client.get(reverse(name, args=[world.assessment.code, *more])).content


def test_the_screen_shows_it_once_it_is_filled_in_and_notices_every_change(world: World, viewer: Client) -> None:
    answered(world)
    assert b'id="value"' not in report(viewer, world)
    fill(world)
    assert b">23,600<" in report(viewer, world)
    fill(world, retention_attribution=(0.2, 0.25, 0.5, "assumption"))
    assert b">7,860<" in report(viewer, world)
    Assumption.objects.all().delete()
    assert b'id="value"' not in report(viewer, world)


def test_json_holds_the_exact_numbers(world: World, viewer: Client) -> None:
    answered(world)
    assert json.loads(report(viewer, world, "json"))["value"] is None
    fill(world)
    value = json.loads(report(viewer, world, "json"))["value"]
    figures = {each["id"]: each for each in value["figures"]}
    assert round(figures["clv-multiple"]["base"], 2) == 2.67
    assert round(figures["clv-multiple-with-first"]["base"], 4) == 3.6667
    assert round(figures["retention-uplift"]["base"], 2) == round(0.75 * 31428.571429, 2)
    assert all(each["low"] < each["base"] < each["high"] for each in figures.values())
    assert {each["id"] for each in value["withheld"]} == {"revenue-at-risk", "self-service-saving"}
    assert {"key": "margin", "low": 120, "base": 120, "high": 120}.items() <= value["ledger"][1].items()


@pytest.mark.filterwarnings("ignore:Unknown extension")
def test_the_workbook_has_its_sheet_and_the_pdf_its_pages(world: World, viewer: Client) -> None:
    answered(world)
    plain = report(viewer, world, "pdf")
    fill(world)
    sheet = load_workbook(io.BytesIO(report(viewer, world, "xlsx")))["Worth"]
    told = {each[0].value: [cell.value for cell in each[1:4]] for each in sheet.iter_rows(max_col=4)}
    assert [round(each, 2) for each in told["Worth of a customer in margins, without this year’s"]] == [
        2.44,
        2.67,
        2.93,
    ]
    assert len(report(viewer, world, "pdf")) > len(plain)
    assumed = {each[0].value: [cell.value for cell in each[1:6]] for each in sheet.iter_rows(max_col=6)}
    assert assumed["Margin per customer and year"] == [120, 120, 120, "money", "Finance"]
    assert assumed["Customers kept within a year"] == [78, 80, 82, "%", "Own data"]
    assert assumed["Gain in customers kept"] == [1, 2, 3, "percentage points", "Assumption"]


def test_who_reads_without_names_sees_the_numbers_and_nobody_s_name(world: World, viewer: Client) -> None:
    answered(world)
    fill(world)
    told = nameless_rows(world.assessment, ["en"])["en"].ledger
    assert told["margin"].base == 120
    assert {(each.owner, each.detail) for each in told.values()} == {("–", "")}
    assert assess_rows(world.assessment, "en").ledger["margin"].owner == "Dora Wong"
