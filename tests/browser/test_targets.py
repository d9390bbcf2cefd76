"""Targets in a browser: ticking steps, by mouse, by key and without script; and the pages of worth."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.personas import World
from tests.targets.helpers import aim, answered, url
from tests.value_page.helpers import fill
from tests.value_page.helpers import url as value_url

from .conftest import Open, sweep


@pytest.fixture
def aimed(world: World) -> World:
    answered(world)
    aim(world, ("level", 2, ""), ("trust", 45, ""))
    return world


def test_unticking_changes_pyramid_and_trust_at_once_and_says_so(aimed: World, open_as_owner: Open) -> None:
    page = open_as_owner(url(aimed))
    before = page.locator("#trial .cx-two-pyr").inner_html()
    expect(page.locator("[data-sentence]")).to_contain_text("Every target is reached.")
    expect(page.get_by_role("button", name="Show the result")).to_be_hidden()
    box = page.locator("#" + str(page.locator(".cx-picks input:checked").first.get_attribute("id")))
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-sentence]")).to_contain_text("Not reached: ")
    expect(page.get_by_role("status").filter(has_text="Not reached: ")).to_have_count(1)
    expect(box).to_be_focused()
    assert page.locator("#trial .cx-two-pyr").inner_html() != before
    assert "chosen=1" in page.url
    page.reload()
    expect(page.locator("[data-sentence]")).to_contain_text("Not reached: ")
    page.get_by_role("button", name="into the plan").click()
    page.wait_for_url("**/plan/")


def test_a_tick_shows_in_colours_of_the_readers_own(aimed: World, open_as_owner: Open) -> None:
    page = open_as_owner(url(aimed))
    page.emulate_media(forced_colors="active")
    box = page.locator(".cx-picks input:checked").first
    box = page.locator("#" + str(box.get_attribute("id")))
    ticked = box.screenshot()
    box.uncheck()
    assert box.screenshot() != ticked


def test_without_script_a_button_shows_the_result(aimed: World, open_as_owner: Open) -> None:
    page = open_as_owner(url(aimed), scripts=False)
    page.locator(".cx-picks input:checked").first.uncheck()
    page.get_by_role("button", name="Show the result").click()
    expect(page.locator("[data-sentence]")).to_contain_text("Not reached: ")


@pytest.mark.parametrize("width", [375, 1440])
def test_what_comes_of_the_steps_never_stands_before_them(width: int, aimed: World, open_as_owner: Open) -> None:
    """Keys and screen readers come to the steps first; eyes must find them in that order."""
    page = open_as_owner(url(aimed), width=width)
    steps, result = (page.locator(each).bounding_box() for each in (".cx-trial-steps", "#trial"))
    assert steps and result
    assert result["y"] >= steps["y"] + steps["height"] or result["x"] >= steps["x"] + steps["width"]


@pytest.mark.parametrize(("theme", "width", "language"), [("light", 1440, "en"), ("dark", 375, "zh-hans")])
def test_the_pages_hold_for_everybody(theme: str, width: int, language: str, aimed: World, open_as_owner: Open) -> None:
    fill(aimed)
    look: dict[str, Any] = {"theme": theme, "width": width, "language": language}
    page = open_as_owner("/help/", **look)
    addresses = (url(aimed), url(aimed, "goal_new"), value_url(aimed), value_url(aimed, "value_edit"))
    assert sweep(page, addresses) == {}
