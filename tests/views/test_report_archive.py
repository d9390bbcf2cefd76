"""Everything in one download: who may have it, in which languages, and what it is called."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from assessments.limits.files import MOST_OF_ONE
from assessments.models import PlanItem
from assessments.reports.renderers import RENDERERS

from .test_reports import answer, url


def names(response) -> list[str]:
    with ZipFile(BytesIO(b"".join(response.streaming_content))) as found:
        return found.namelist()


def test_everything_in_the_readers_language(world, owner):
    answer(world, people=12)
    response = owner.get(url(world, ".zip?language=zh-hans"))
    assert "no-store" in response["Cache-Control"] and response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == "application/zip"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert unquote(response["Content-Disposition"]).endswith('Harbour Retail Autumn 2026.zip"')
    found = names(response)
    assert len(found) == len(RENDERERS) - 1 + 3  # leaders, managers, front line
    assert "Harbour Retail Autumn 2026 - 董事会摘要.pdf" in found
    assert not any("/" in name for name in found)


def test_everything_in_three_languages(world, owner):
    answer(world)
    found = names(owner.get(url(world, ".zip?language=en&languages=all")))
    assert {name.partition("/")[0] for name in found} == {"en", "zh-hans", "zh-hant"}
    assert len(found) == len(set(found)) == 3 * (len(RENDERERS) - 1)  # one person: no group has a page
    # Nobody honest meets the limit: a consultant who takes all this along for twelve clients, and looks at some.
    assert 12 * len(found) + 100 < MOST_OF_ONE


@pytest.mark.parametrize("kind", ["board-pdf", "groups-pdf"])
def test_a_short_form_comes_under_a_name_of_its_own(world, owner, kind):
    answer(world, people=3)
    file = owner.get(url(world, f".{kind}?language=en"))
    assert file.content.startswith(b"%PDF")
    part = {"board-pdf": "Board summary", "groups-pdf": "Group pages"}[kind]
    assert f'filename="Harbour Retail Autumn 2026 - {part}.pdf"' in file["Content-Disposition"]


@pytest.mark.parametrize("rest", [".zip", ".zip?languages=all", ".board-pdf", ".groups-pdf"])
def test_for_a_stranger_there_is_none(world, stranger, anonymous, rest):
    assert stranger.get(url(world, rest)).status_code == 404
    assert anonymous.get(url(world, rest)).status_code == 302


@pytest.mark.parametrize("rest", [".zip", ".board-pdf", ".groups-pdf", ".xlsx"])
def test_a_sealed_assessment_gives_nothing_away(world, owner, rest):
    world.assessment.anonymous, world.assessment.minimum_group = True, 5
    world.assessment.state = "collecting"
    world.assessment.save()
    assert owner.get(url(world, rest)).status_code == 409


def test_a_reader_may_have_it(world, viewer):
    answer(world)
    assert viewer.get(url(world, ".board-pdf")).status_code == 200


def test_no_language_that_there_is_not(world, owner):
    assert owner.get(url(world, ".zip?language=tlh")).status_code == 404


def test_the_menu_leads_to_every_form(world, owner):
    answer(world)
    page = owner.get(url(world)).content.decode()
    for kind in (*RENDERERS, "zip"):
        assert f"../report.{kind}?language=en" in page, kind
    assert "../report.zip?language=en&amp;languages=all" in page


def test_documents_name_who_has_taken_a_step_on(world, owner):
    answer(world, stage=1)
    PlanItem.objects.create(
        workspace=world.workspace, company=world.company, title="Facts", practice="l1-accurate-facts", owner="=Wei",
        due_on=date(2027, 3, 1), state="doing",
    )  # fmt: skip
    board = PdfReader(BytesIO(owner.get(url(world, ".board-pdf?language=en")).content)).pages[1].extract_text()
    assert "=Wei" in board
    assert "1 March 2027" in board
    book = load_workbook(BytesIO(owner.get(url(world, ".xlsx?language=en")).content))
    (row,) = [row for row in book["Plan"].iter_rows(min_row=4) if row[11].value]
    assert (row[11].value, row[11].data_type, row[12].value.date(), row[13].value) == (
        "=Wei",
        "s",
        date(2027, 3, 1),
        "Under way",
    )
