"""The portfolio and the benchmark in a browser: filtered, ordered and grouped by keyboard; every width and theme."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from assessments.actions.cohorts import publish
from assessments.models import Assessment, Company, ReferenceFigure
from tests.browser.conftest import Open, faults, sweep
from tests.personas import World
from tests.portfolio.rounds import company, held

pytestmark = pytest.mark.django_db(transaction=True)
HELD = datetime.date(2026, 6, 1)


@pytest.fixture
def filled(world: World) -> World:
    """Harbour Retail has two rounds and takes part beside six others; a hotel collects, past its day."""
    Assessment.objects.filter(company=world.company).delete()
    held(world.company, 2, on=datetime.date(2025, 6, 1), people=8, title="Before")
    held(world.company, 3, on=HELD, people=8, title="Summer")
    names = ("Meridian Bank", "珠江酒店", "A very long name of a company without an end in sight, holding and sons")
    for at, name in enumerate(names):
        held(company(world.workspace, name, industry="finance" if at else "retail"), at + 1, title=f"Round {at}")
    for at in range(6):
        held(company(world.elsewhere, f"Other {at}", industry="retail"), at % 4, on=HELD, people=8)
    Company.objects.update(compared_since=timezone.now())
    publish(timezone.localdate())
    ReferenceFigure.objects.create(
        workspace=world.workspace, about="trust", value=61, name="Banks", source="Yearbook " * 20, noted_on=HELD, n=140
    )
    return world


@pytest.mark.parametrize(
    ("width", "theme", "language"), [(1440, "light", "en"), (375, "dark", "zh-hans"), (375, "light", "zh-hant")]
)
def test_every_screen_reads_well(width: int, theme: str, language: str, filled: World, open_as_owner: Open) -> None:
    workspace, asked = filled.workspace.code, filled.company.code
    page = open_as_owner(f"/workspaces/{workspace}/", width=width, theme=theme, language=language)
    paths = (
        f"/workspaces/{workspace}/?group=industry&sort=level",
        f"/companies/{asked}/benchmark/",
        f"/workspaces/{workspace}/references/",
    )
    between: dict[str, list[str]] = {}

    def narrower(page: Page) -> None:
        """Where the columns of the portfolio come closest."""
        page.set_viewport_size({"width": 1090, "height": 900})
        between[page.url] = faults(page, colours=False)
        page.set_viewport_size({"width": width, "height": 900})

    after = narrower if width == 1440 else str
    assert sweep(page, paths, after=after, colours=language != "zh-hant") == {}  # light has been seen by then
    assert {url: wrong for url, wrong in between.items() if wrong} == {}


def test_found_ordered_and_grouped_by_keyboard_and_exported(filled: World, open_as_owner: Open) -> None:
    page = open_as_owner(f"/workspaces/{filled.workspace.code}/")
    names = page.locator("tbody .cx-client a")
    page.get_by_label("Order").focus()
    page.keyboard.type("Name")
    page.get_by_label("Groups").focus()
    page.keyboard.type("By industry")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Show").press("Enter")
    expect(page.locator(".cx-portfolio-group")).to_have_text(
        ["Retail · n = 2 · median level 3 of 2 rated", "Banking and insurance · n = 2 · median level 3 of 2 rated"]
    )
    expect(names).to_have_text(
        [
            "Harbour Retail",
            "Meridian Bank",
            "A very long name of a company without an end in sight, holding and sons",
            "珠江酒店",
        ]
    )
    page.get_by_label("Find a company").fill("珠江")
    page.keyboard.press("Enter")
    expect(names).to_have_text(["珠江酒店"])
    expect(page.get_by_role("heading", level=1)).to_have_text("1 company matches “珠江”.")
    page.get_by_text("Export").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert "珠江酒店" in text and "Harbour" not in text
    page.get_by_role("link", name="Final").click()
    expect(names).to_have_text(["珠江酒店"])


def test_a_company_takes_part_and_leaves_without_script(filled: World, open_as_owner: Open) -> None:
    Company.objects.filter(pk=filled.company.pk).update(compared_since=None)
    page = open_as_owner(f"/companies/{filled.company.code}/benchmark/", scripts=False)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Experience is 25 points higher")
    page.get_by_label("Harbour Retail agrees").check()
    page.get_by_role("button", name="Take part").click()
    expect(page.get_by_role("heading", name="All companies that take part")).to_contain_text("n = 6")
    expect(page.get_by_text("above the median").first).to_be_visible()
    page.get_by_role("button", name="Stop taking part").click()
    expect(page.get_by_role("heading", name="All companies that take part")).to_have_count(0)
