"""The house style and the notes of a report in a real browser."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect

from tests.browser.conftest import Open, sweep
from tests.browser.test_pages import NARROWEST, looks
from tests.personas import World
from tests.style.files import picture
from tests.views.test_reports import answer


@looks
def test_the_pages_are_accessible_and_fit(
    theme: str, language: str, width: int, open_as_owner: Open, world: World
) -> None:
    answer(world)
    page = open_as_owner("/help/", theme=theme, language=language, width=width)
    report = f"/assessments/{world.assessment.code}/report/notes/trust/"
    assert sweep(page, (f"/workspaces/{world.workspace.code}/style/", report), axe=width > NARROWEST) == {}
    assert page.locator("html").get_attribute("lang") == language


def test_sections_move_by_keyboard_and_a_logo_shows_on_the_cover(open_as_owner: Open, world: World) -> None:
    page = open_as_owner(f"/workspaces/{world.workspace.code}/style/")
    down = page.locator("[name=move][value='down:pyramid']")
    down.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(down).to_be_focused()
    order = page.locator("[name=order]").evaluate_all("all => all.map((each) => each.value)")
    assert order.index("pyramid") == 2
    page.get_by_label("Name on documents").fill("Northstar Ltd")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="under your own name")).to_be_visible()
    stored: Any = world.workspace.house_style
    assert stored.sections[2] == "pyramid"
    page.locator("#file-logo").set_input_files({"name": "logo.png", "mimeType": "image/png", "buffer": picture()})
    page.locator(".cx-style-up").first.locator("button").click()
    expect(page.locator(".cx-style-kept img.cx-house")).to_be_visible()
