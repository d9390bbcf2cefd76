"""Red flags and target stages in a browser: saved without a button, kept while the server is away."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from assessments.actions.assessments import set_targets
from tests.browser.conftest import Open, overflows, violations
from tests.personas import World

PRACTICE = "l2-response-speed"


def state(page: Page) -> object:
    return expect(page.locator("[data-state]"))


def test_a_flag_is_saved_at_once_and_kept_while_the_server_is_away(open_as_owner: Open, world: World) -> None:
    page = open_as_owner(f"/assessments/{world.assessment.code}/red-flags/", width=375)
    state(page).to_have_text("Each choice is saved by itself")
    expect(page.get_by_role("button", name="Save")).to_be_hidden()
    flag = page.locator('[name="flag-RF-01"]')
    flag.focus()
    page.keyboard.press("Space")
    state(page).to_contain_text("Saved")
    world.assessment.refresh_from_db()
    assert world.assessment.red_flags == ["RF-01"]
    address = "**/red-flags/"

    def away(route: Route) -> None:
        if route.request.method == "POST":
            route.abort("internetdisconnected")
        else:
            route.continue_()

    page.route(address, away)
    page.locator('[name="flag-RF-02"]').check()
    state(page).to_have_text("Not saved")
    expect(page.locator("[data-alarm]")).to_contain_text("kept on this device")
    assert overflows(page) <= 0
    assert violations(page) == []
    page.reload()
    expect(page.locator('[name="flag-RF-02"]')).to_be_checked()
    page.unroute(address)
    page.get_by_role("button", name="Try now").click()
    state(page).to_contain_text("Saved")
    expect(page.locator("[data-alarm]")).to_be_empty()
    world.assessment.refresh_from_db()
    assert world.assessment.red_flags == ["RF-01", "RF-02"]


def test_what_somebody_else_has_set_meanwhile_is_shown_to_choose(open_as_owner: Open, world: World) -> None:
    page = open_as_owner(f"/assessments/{world.assessment.code}/targets/")
    chosen = page.locator(f"#t-{PRACTICE}")
    set_targets(assessment=world.assessment, targets={PRACTICE: 2})
    chosen.select_option("3")
    state(page).to_have_text("Not saved")
    expect(page.get_by_text("Somebody else has chosen 2")).to_be_visible()
    page.get_by_role("button", name="Put mine instead").click()
    state(page).to_contain_text("Saved")
    world.assessment.refresh_from_db()
    assert world.assessment.targets == {PRACTICE: 3}
    set_targets(assessment=world.assessment, targets={PRACTICE: 1})
    chosen.select_option("4")
    page.get_by_role("link", name="Keep theirs").click()
    expect(chosen).to_have_value("1")
    state(page).to_have_text("Each choice is saved by itself")
    world.assessment.refresh_from_db()
    assert world.assessment.targets == {PRACTICE: 1}


def test_loading_the_page_anew_decides_nothing(open_as_owner: Open, world: World) -> None:
    page = open_as_owner(f"/assessments/{world.assessment.code}/targets/")
    set_targets(assessment=world.assessment, targets={PRACTICE: 2})
    page.locator(f"#t-{PRACTICE}").select_option("3")
    said = page.get_by_text("Somebody else has chosen 2")
    expect(said).to_be_visible()
    page.reload()
    expect(said).to_be_visible()
    expect(page.locator(f"#t-{PRACTICE}")).to_have_value("3")
    state(page).to_have_text("Not saved")
    world.assessment.refresh_from_db()
    assert world.assessment.targets == {PRACTICE: 2}
    page.get_by_role("link", name="Keep theirs").click()
    expect(page.locator(f"#t-{PRACTICE}")).to_have_value("2")


def test_without_script_the_button_saves(open_as_owner: Open, world: World) -> None:
    page = open_as_owner(f"/assessments/{world.assessment.code}/red-flags/", scripts=False)
    page.locator('[name="flag-RF-03"]').check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The red flags are saved.")).to_be_visible()
    world.assessment.refresh_from_db()
    assert world.assessment.red_flags == ["RF-03"]
