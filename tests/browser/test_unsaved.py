"""What somebody has typed and not saved is not left unasked, on a page where another form can be sent too."""

from __future__ import annotations

from django.urls import reverse
from playwright.sync_api import Dialog, Page, expect

from assessments.actions.plan import add_plan_item
from tests.browser.conftest import Open
from tests.personas import World


def asked(page: Page) -> list[str]:
    """From now on every question is answered with “stay”; which kinds were asked."""
    found: list[str] = []

    def stay(dialog: Dialog) -> None:
        found.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    return found


def test_what_was_typed_on_an_item_of_the_plan_stays(open_as_owner: Open, world: World) -> None:
    item = add_plan_item(user=world.owner, company=world.company, title="Answer faster", lane="now")
    page = open_as_owner(reverse("plan_edit", args=[world.company.code, item.code]))
    questions = asked(page)
    note = page.locator("textarea[name=note]")
    note.fill("Asked in May.")
    page.get_by_role("button", name="Move to “Later”").click()
    expect(note).to_have_value("Asked in May.")
    assert questions == ["beforeunload"]
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/plan/**")
    assert questions == ["beforeunload"]
    item.refresh_from_db()
    assert (item.note, item.lane) == ("Asked in May.", "now")
