"""The plan for other tools: the columns that docs/plan-exports.md names, the dates they read, and no formulas."""

from __future__ import annotations

import csv
import datetime
import io
import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from assessments.files.plan_csv import TOOLS
from tests.personas import World
from tests.plan.conftest import AddItem

DOCS = (Path(__file__).parents[2] / "docs" / "plan-exports.md").read_text(encoding="utf-8")
DUE, STARTS = datetime.date(2026, 12, 5), datetime.date(2026, 3, 9)
HOSTILE = '=HYPERLINK("https://evil.example")'


def table(client: Client, world: World, kind: str, language: str = "en") -> tuple[list[str], list[list[str]]]:
    answer = client.get(reverse("plan_file", args=[world.company.code, kind]), headers={"Accept-Language": language})
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment;")
    text = answer.content.decode("utf-8-sig" if kind == "csv" else "utf-8")
    head, *rows = csv.reader(io.StringIO(text))
    return head, rows


@pytest.fixture
def item(add_item: AddItem) -> None:
    add_item(
        "Answer, faster",
        practice="l2-response-speed",
        lane="now",
        state="doing",
        owner="Bo",
        owner_email="bo@example.com",
        effort="S",
        impact="L",
        starts_on=STARTS,
        due_on=DUE,
        signal="Fewer\ncalls",
        links=["https://example.com/a"],
    )
    add_item("Dropped", state="dropped")
    add_item("Accepted", state="accepted")


@pytest.mark.parametrize("tool", TOOLS)
def test_the_columns_are_those_the_docs_name(tool: str, world: World, viewer: Client, item: None) -> None:
    head, rows = table(viewer, world, tool)
    said = re.search(rf"<!-- {tool} -->\n```\n(.+)\n```", DOCS)
    assert said
    assert ",".join(head) == said[1]
    assert len(rows) == 1
    assert all(len(row) == len(head) for row in rows)


@pytest.mark.parametrize(
    ("tool", "expected"),
    [
        ("jira", {"Summary": "Answer, faster", "Issue Type": "Task", "Status": "In Progress", "Priority": "High",
                  "Assignee": "bo@example.com", "Start date": "09/Mar/26 12:00 AM", "Due Date": "05/Dec/26 12:00 AM"}),
        ("asana", {"Name": "Answer, faster", "Section": "Now", "Assignee": "bo@example.com",
                   "Start Date": "03/09/2026", "Due Date": "12/05/2026"}),
        ("trello", {"Card Name": "Answer, faster", "List Name": "Now", "Labels": "CX, Resolve",
                    "Start Date": "2026-03-09", "Due Date": "2026-12-05"}),
        ("planner", {"Task Name": "Answer, faster", "Bucket Name": "Now", "Progress": "In progress",
                     "Priority": "Important", "Assigned To": "bo@example.com", "Due Date": "2026-12-05"}),
    ],
)  # fmt: skip
def test_the_values_are_what_each_importer_reads(
    tool: str, expected: dict[str, str], world: World, viewer: Client, item: None
) -> None:
    head, (row,) = table(viewer, world, tool)
    found = dict(zip(head, row, strict=True))
    assert expected.items() <= found.items()


def test_jira_gets_labels_without_spaces_and_english_months_in_any_language(
    world: World, viewer: Client, item: None
) -> None:
    head, (row,) = table(viewer, world, "jira", "zh-hant")
    labels = [value for name, value in zip(head, row, strict=True) if name == "Labels"]
    assert labels[0] == "cx-maturity"
    assert all(" " not in each for each in labels)
    assert "05/Dec/26 12:00 AM" in row
    assert "負責人：Bo" in row[head.index("Description")]  # not the 擁有者 of a workspace


def test_our_own_has_every_item_and_field(world: World, viewer: Client, item: None) -> None:
    head, rows = table(viewer, world, "csv")
    assert {row[head.index("state")] for row in rows} == {"doing", "dropped", "accepted"}
    found = dict(zip(head, next(row for row in rows if "doing" in row), strict=True))
    assert found["signal"] == "Fewer\ncalls"
    assert (found["due_on"], found["lane"], found["links"]) == ("2026-12-05", "now", "https://example.com/a")


@pytest.mark.parametrize("kind", ["csv", *TOOLS])
def test_no_cell_begins_a_formula(kind: str, world: World, viewer: Client, add_item: AddItem) -> None:
    add_item(HOSTILE, owner="@SUM(1)", owner_email="a@example.com", note="+1", signal="-2\n=3", practice="=1")
    _head, rows = table(viewer, world, kind)
    assert not [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r]", cell)]
    assert any(HOSTILE in cell for row in rows for cell in row)


def test_there_is_no_other_file(world: World, viewer: Client, stranger: Client) -> None:
    assert viewer.get(reverse("plan_file", args=[world.company.code, "doc"])).status_code == 404
    assert stranger.get(reverse("plan_file", args=[world.company.code, "csv"])).status_code == 404
