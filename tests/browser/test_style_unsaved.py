"""What was typed into a house style is not lost by uploading a file: the browser asks first."""

from __future__ import annotations

from playwright.sync_api import Dialog, expect

from tests.browser.conftest import Open
from tests.personas import World
from tests.style.files import picture


def test_the_browser_asks_before_unsaved_text_goes_and_a_refused_file_is_in_view(
    open_as_owner: Open, world: World
) -> None:
    page = open_as_owner(f"/workspaces/{world.workspace.code}/style/")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    upload = page.locator(".cx-style-up").first
    file = upload.locator("input[type=file]")
    footer = page.get_by_label("Foot of every page")
    footer.click()
    page.keyboard.type("For the board")
    file.set_input_files({"name": "logo.png", "mimeType": "image/png", "buffer": picture()})
    upload.locator("button").click()
    expect(footer).to_have_value("For the board")
    assert asked == ["beforeunload"]
    footer.press("Enter")  # saved: from here on nothing is asked
    expect(page.get_by_role("heading", name="under your own name")).to_be_visible()
    expect(footer).to_have_value("For the board")
    file.set_input_files({"name": "logo.png", "mimeType": "image/png", "buffer": b"no picture"})
    upload.locator("button").click()
    expect(page.get_by_role("alert")).to_be_in_viewport()
    assert asked == ["beforeunload"]
