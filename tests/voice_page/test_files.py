"""The series as files."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.personas import World

from .helpers import heard, nps

FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def files(world: World, owner: Client) -> dict[str, bytes]:
    heard(world.company, "nps", nps(120, 120, 60), touchpoint=FORMULA, segment="+1")
    url = [(kind, reverse("voice_file", args=[world.company.code, kind])) for kind in ("csv", "xlsx", "json")]
    return {kind: owner.get(address).content for kind, address in url}


def test_json_has_the_numbers_of_the_method(files: dict[str, bytes]) -> None:
    data = json.loads(files["json"])
    assert data["format"] == "cxmaturity-voice/1"
    places = {(each["touchpoint"], each["segment"]): each for each in data["series"] if each["period"] == "all"}
    assert set(places) == {(None, None), (FORMULA, None), (None, "+1")}
    assert {each["value"] for each in places.values()} == {20.0}
    assert places[None, None]["method"] == "adjusted-wald"


def test_csv_and_xlsx_hold_no_formula(files: dict[str, bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(files["csv"].decode("utf-8-sig"))))
    assert {each["touchpoint"] for each in rows} == {"", f"'{FORMULA}"}
    assert {each["segment"] for each in rows} == {"", "'+1"}
    sheet = load_workbook(io.BytesIO(files["xlsx"])).active
    cells = [cell for row in sheet.iter_rows() for cell in row]  # type: ignore[union-attr]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert FORMULA in {cell.value for cell in cells}  # as text, without a sign before it


def test_there_is_no_other_kind(world: World, owner: Client) -> None:
    assert owner.get(reverse("voice_file", args=[world.company.code, "pdf"])).status_code == 404
