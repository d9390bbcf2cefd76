"""No table we write on the customers' side starts a formula in a spreadsheet, whatever people typed."""

from __future__ import annotations

import csv
import io
import re
import uuid
from typing import Any

import pytest
from django.core.cache import caches
from django.db import transaction
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from assessments.actions.audit import record
from assessments.actions.responses import NewResponse, store_responses
from assessments.content.loader import framework
from assessments.models import Answer, Comment, CommentMark, ImportRun, Journey, RedFlag
from assessments.voice.comments import searchable
from tests.journey.maps import WHOLE
from tests.personas import World

pytestmark = pytest.mark.django_db
EVIL = '=HYPERLINK("http://example.com","+1")'
OTHERS = ("+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "＝1+1")
TYPED = re.compile(r"HYPERLINK|SUM\(A1\)|\b1\+1\b|-2\+3")  # what of it would stand in a formula; none of ours holds it
NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?%?$")


@pytest.fixture(autouse=True)
def _evil_world(world: World) -> None:
    caches["reports"].clear()
    within, company, today = world.workspace, world.company, timezone.localdate()
    company.name = EVIL
    company.save()
    Answer.objects.bulk_create(
        Answer(
            workspace=within, respondent=world.respondent, practice=each, stage=2, note=EVIL, evidence="@SUM(A1)",
            chosen_at=timezone.now(), saved_at=timezone.now(),
        )
        for each in framework().practices
    )  # fmt: skip
    with transaction.atomic():
        store_responses(
            company, "import",
            [
                NewResponse("nps", "", 9, 0, 10, today, f"id{place}", uuid.uuid4(), text, text)
                for place, text in enumerate((EVIL, *OTHERS) * 6)
            ],
        )  # fmt: skip
    for text in (EVIL, *OTHERS):
        comment = Comment.objects.create(
            workspace=within, company=company, text=text, search=searchable(text), answered_on=today, touchpoint=text,
            segment=text, question=text[:40], reply=text,
        )  # fmt: skip
        CommentMark.objects.create(workspace=within, comment=comment, kind="tag", value=text[:60])
    RedFlag.objects.create(workspace=within, company=company, flag="RF-01", origin="hand", evidence=EVIL)
    map = {**WHOLE, "title": EVIL, "persona": {"name": EVIL}}
    map["stages"] = [{**stage, "name": EVIL} for stage in WHOLE["stages"]]
    map["stages"][0]["touchpoints"] = [{**WHOLE["stages"][0]["touchpoints"][0], "name": EVIL, "actions": [*OTHERS]}]
    Journey.objects.create(workspace=within, company=company, title=EVIL, map=map)
    ImportRun.objects.create(
        workspace=within, company=company, name=EVIL, columns_key="x", state="checked", problem_count=1,
        problems=[{"row": 2, **dict.fromkeys(("column", "message", "found", "allowed"), EVIL)}],
    )  # fmt: skip
    record("company-changed", company, actor=world.owner, detail={"name": EVIL})


def content(response: Any) -> bytes:
    assert response.status_code == 200
    return b"".join(response.streaming_content) if response.streaming else response.content


def formulas_in_csv(data: bytes) -> list[str]:
    text = data.decode("utf-8-sig")
    separator = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=separator) for cell in row]
    assert cells
    begun = [cell for cell in cells if cell.lstrip("\t\r \n")[:1] in tuple("=+-@＝＋－＠") and cell.strip()]
    return [cell for cell in begun if not NUMBER.match(cell.strip())]


def formulas_in_workbook(data: bytes) -> list[str]:
    book = load_workbook(io.BytesIO(data))
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_no_csv_starts_a_formula(world: World, owner: Client) -> None:
    company, run, journey = world.company.code, ImportRun.objects.get().code, Journey.objects.get().code
    addresses = (
        f"/companies/{company}/voice/series.csv",
        f"/companies/{company}/comments.csv?days=all",
        f"/companies/{company}/voice/import/{run}/problems.csv",
        f"/journeys/{journey}/map.csv",
        f"/workspaces/{world.workspace.code}/audit.csv",
        f"/assessments/{world.assessment.code}/questionnaire.csv",
    )
    found = {each: formulas_in_csv(content(owner.get(each))) for each in addresses}
    assert {each: cells for each, cells in found.items() if cells} == {}


def test_no_workbook_holds_a_formula_somebody_typed(world: World, owner: Client) -> None:
    addresses = (
        f"/companies/{world.company.code}/voice/series.xlsx",
        f"/assessments/{world.assessment.code}/report.xlsx",
        f"/assessments/{world.assessment.code}/questionnaire.xlsx",
    )
    for each in addresses:
        found = formulas_in_workbook(content(owner.get(each)))
        assert not [cell for cell in found if TYPED.search(cell)], each
