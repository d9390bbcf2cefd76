"""The portfolio as CSV and XLSX: what is filtered, no formulas, nothing old."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from assessments.actions.standings_due import count_due
from tests.personas import World

from .rounds import company, held, say

pytestmark = pytest.mark.django_db
HOSTILE = '=HYPERLINK("http://example.com","click")'


def fetched(client: Client, world: World, kind: str, **query: str) -> Any:
    return client.get(reverse("portfolio_file", args=[world.workspace.code, kind]), query)


def table(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))


def test_csv_holds_what_is_filtered_in_its_order(world: World, owner: Client) -> None:
    bank = company(world.workspace, "Meridian Bank", industry="finance")
    held(bank, 3, title="Spring")
    held(company(world.workspace, "珠江酒店", industry="finance"), 1)
    count_due()
    rows = table(fetched(owner, world, "csv", industry="finance", sort="level"))
    assert [each["Company"] for each in rows] == ["Meridian Bank", "珠江酒店"]
    first = rows[0]
    assert (first["Level attained"], first["Experience"], first["Trust"]) == ("6", "75.0", "75.0")
    assert (first["Status"], first["Latest round"], first["Industry"]) == ("Final", "Spring", "Banking and insurance")


def test_no_cell_is_a_formula(world: World, owner: Client) -> None:
    held(company(world.workspace, HOSTILE), 2, title="@SUM(1)")
    rows = table(fetched(owner, world, "csv", q="HYPERLINK"))
    assert (rows[0]["Company"], rows[0]["Latest round"]) == (f"'{HOSTILE}", "'@SUM(1)")
    book = openpyxl.load_workbook(io.BytesIO(fetched(owner, world, "xlsx", q="HYPERLINK").content))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert cells[17].value == HOSTILE and {cell.data_type for cell in cells} <= {"s", "n", "d"}


def test_xlsx_has_numbers_and_days(world: World, owner: Client) -> None:
    row = held(world.company, 3, title="Spring")
    world.assessment.delete()
    found = openpyxl.load_workbook(io.BytesIO(fetched(owner, world, "xlsx").content)).active
    line = [cell.value for cell in found[2]]
    assert line[0] == "Harbour Retail" and line[3] == 6 and line[4] == 75
    assert line[10].date() == row.held_on


def test_xlsx_can_be_read_as_it_opens_and_prints(world: World, owner: Client) -> None:
    """Columns as wide as what stands in them, names that stay in sight and repeat, one page broad."""
    name = "Meridian Bank of the Northern and Southern Provinces"
    held(company(world.workspace, name, industry="finance"), 2, title="珠江酒店集团第三轮客户体验成熟度评估")
    sheet = openpyxl.load_workbook(io.BytesIO(fetched(owner, world, "xlsx", q="Meridian").content)).active
    widths = {each.value: sheet.column_dimensions[each.column_letter].width for each in sheet[1]}
    assert widths["Company"] > 40 and widths["Latest round"] > 2 * 18 and widths["Level attained"] < 16
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.auto_filter.ref) == ("B2", "$1:$1", "A1:Q2")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and all(each.alignment.wrap_text for each in sheet[2])


def test_old_figures_are_left_out(world: World, owner: Client, monkeypatch: Any) -> None:
    row = held(company(world.workspace, "Alone"), 3, state="draft")
    assert table(fetched(owner, world, "csv", q="Alone"))[0]["Level attained"] == "6"
    say(row, 1)
    monkeypatch.setattr("assessments.views.portfolio.portfolio_file.SECONDS", -1)
    [line] = table(fetched(owner, world, "csv", q="Alone"))
    assert (line["Level attained"], line["Trust"], line["Figures"]) == ("", "", "Being computed")


def test_no_other_kind_and_nobody_else(world: World, owner: Client, stranger: Client, reader: Client) -> None:
    assert fetched(owner, world, "json").status_code == 404
    assert fetched(stranger, world, "csv").status_code == fetched(reader, world, "xlsx").status_code == 404
