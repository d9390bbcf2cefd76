"""What was typed into a house style is not lost by uploading a file, and not saved by it either."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from assessments.models import HouseStyle, StyleFile
from tests.browser.conftest import Open
from tests.personas import World
from tests.style.files import picture

UNSAVED = "What you typed here is not saved yet."


@pytest.mark.parametrize("scripts", [True, False])
def test_typed_text_stays_while_files_come_and_go(scripts: bool, open_as_owner: Open, world: World) -> None:
    page = open_as_owner(f"/workspaces/{world.workspace.code}/style/", scripts=scripts)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    upload = page.locator(".cx-style-up").first
    footer, hidden = page.get_by_label("Foot of every page"), page.locator("[name=shown][value=pyramid]")
    footer.fill("For the board")
    hidden.uncheck()
    for content in (picture(), b"no picture"):
        upload.locator("input[type=file]").set_input_files(
            {"name": "logo.png", "mimeType": "image/png", "buffer": content}
        )
        upload.locator("button").click()
        expect(page.get_by_text(UNSAVED)).to_be_visible()
        expect(footer).to_have_value("For the board")
        expect(hidden).not_to_be_checked()
    expect(page.locator("#wrong-logo")).to_be_in_viewport()
    assert StyleFile.objects.get().kind == "logo" and not HouseStyle.objects.exists()
    page.locator("button[name=remove]").click()
    expect(footer).to_have_value("For the board")
    assert not StyleFile.objects.exists() and not asked
    footer.press("Enter")
    expect(page.get_by_text(UNSAVED)).to_have_count(0)
    kept = HouseStyle.objects.get()
    assert kept.footer == "For the board" and "-pyramid" in kept.sections


def test_the_browser_asks_before_typed_text_is_left(open_as_owner: Open, world: World) -> None:
    page = open_as_owner(f"/workspaces/{world.workspace.code}/style/")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    footer = page.get_by_label("Foot of every page")
    footer.click()
    page.keyboard.type("For the board")
    page.get_by_role("link", name="Back to the workspace").click()
    expect(footer).to_have_value("For the board")
    assert asked == ["beforeunload"]
