"""The voice page, key figures and the quadrant in a browser: every width and theme, and the way between them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, faults, sweep
from tests.personas import World
from tests.voice_page.helpers import heard, nps

pytestmark = pytest.mark.django_db(transaction=True)


def customers(world: World) -> None:
    """A touchpoint where customers are content and would not come again, and a longer name with few answers."""
    for ago in (3, 40, 100):
        heard(world.company, "nps", nps(10, 15, 30), touchpoint="Dining", segment="Members", ago=ago)
        heard(world.company, "csat", {5: 50, 2: 5}, touchpoint="Dining", segment="Members", ago=ago)
        heard(world.company, "ces", {6: 30, 2: 5}, touchpoint="Dining", ago=ago)
    heard(world.company, "nps", nps(6, 3, 3), touchpoint="A touchpoint with quite a long name, on the phone")
    heard(world.company, "csat", {9: 30, 2: 5}, scale=("csat-10", 1, 10))
    for key, score in {"int": 4, "abl": 8, "aff": 6, "con": 7, "out": 6}.items():
        heard(world.company, f"trust-{key}", {score: 40, score + 1: 20})


@pytest.mark.parametrize(
    ("width", "theme", "language"), [(1440, "light", "en"), (1440, "dark", "zh-hant"), (375, "dark", "zh-hans")]
)
def test_every_screen_reads_well(width: int, theme: str, language: str, world: World, open_as_owner: Open) -> None:
    base = f"/companies/{world.company.code}/voice/"
    page = open_as_owner(base, width=width, theme=theme, language=language)
    colours = language != "zh-hant"  # those of wide pages are read in light, the dark ones on a phone
    assert faults(page, colours=colours) == []
    customers(world)
    paths = ("", "?window=30&of=touchpoint:Dining", "loyalty/", "figures/", "figures/resolution/")
    assert sweep(page, [base + path for path in paths], colours=colours) == {}


def test_no_number_beside_a_line_is_cut_off(world: World, open_as_owner: Open) -> None:
    """“100%” is the widest there is, and was “.00%” on phones: a one is as wide as every other figure."""
    customers(world)
    page = open_as_owner(f"/companies/{world.company.code}/voice/", width=375)
    expect(page.locator(".cx-trend .k-axis", has_text=re.compile("^100%$")).first).to_be_visible()
    over = page.evaluate(
        "[...document.querySelectorAll('.cx-trend .k-axis')].map(each => "
        "each.ownerSVGElement.getBoundingClientRect().left - each.getBoundingClientRect().left)"
    )
    assert max(over) <= 0


def test_three_measures_side_by_side_stand_on_the_same_lines(world: World, open_as_owner: Open) -> None:
    for ago, high in ((3, 1), (100, 6)):  # ease has changed: its head holds more than the others
        heard(world.company, "nps", nps(10, 15, 30), ago=ago)
        heard(world.company, "csat", {5: 50, 2: 5}, ago=ago)
        heard(world.company, "ces", {high: 60, 7: 5}, ago=ago)
    page = open_as_owner(f"/companies/{world.company.code}/voice/")
    expect(page.locator(".cx-metric-head .cx-delta")).to_have_count(1)
    for part in (".big", ".cx-ends", ".cx-trend"):
        tops = page.locator(f".cx-metric > {part}").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
        assert len(tops) == 3
        assert max(tops) - min(tops) < 1, part


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_numbers_to_what_to_do(scripts: bool, world: World, open_as_owner: Open) -> None:
    customers(world)
    page = open_as_owner(f"/companies/{world.company.code}/voice/", scripts=scripts)
    page.get_by_label("Period").select_option("365")
    page.get_by_label("Customers", exact=True).select_option("touchpoint:Dining")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_label("Customers", exact=True)).to_have_value("touchpoint:Dining")
    page.get_by_label("Importance of Dining").select_option("3")
    page.get_by_role("button", name="Save the importance").click()
    expect(page.get_by_label("Importance of Dining")).to_have_value("3")
    page.get_by_role("link", name="Satisfaction against loyalty").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Satisfied but not loyal: Dining.")
    page.get_by_role("link", name="Customer voice").first.click()
    page.get_by_role("link", name="Enter key figures").click()
    page.get_by_role("link", name=re.compile("Enter a month.*Waiting time")).click()
    page.get_by_label("Half waited at most, in minutes").fill("30")
    page.get_by_label("Nine in ten waited at most, in minutes").fill("20")
    page.get_by_label("Waits measured").fill("100")
    page.get_by_role("button", name="Save the month").click()
    expect(page.get_by_text("This cannot be more than the number it is a part of")).to_be_visible()
    page.get_by_label("Half waited at most, in minutes").fill("10")
    page.get_by_role("button", name="Save the month").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("20 min or less for nine in ten")
