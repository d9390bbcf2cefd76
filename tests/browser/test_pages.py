"""Every page of the shell in a real browser: accessible, no wider than the window, silent in the console."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, overflows, sweep
from tests.personas import World

PUBLIC = ["/", "/model/", "/method/", "/privacy/", "/accessibility/", "/help/"]
ACCOUNTS = ["/accounts/login/", "/accounts/signup/", "/accounts/password/reset/", "/nothing/", "/check/erase/"]
NARROWEST = 320  # looked at for its width only: axe has seen the same page twice by then
LOOKS = [("light", "en", 1440), ("dark", "zh-hant", 375), ("light", "zh-hans", NARROWEST)]
looks = pytest.mark.parametrize(("theme", "language", "width"), LOOKS)


@looks
def test_pages_without_account(theme: str, language: str, width: int, open_page: Open) -> None:
    page = open_page("/check/", theme=theme, language=language, width=width)
    assert sweep(page, [*PUBLIC, *ACCOUNTS], axe=width > NARROWEST) == {}


def _signed_in(world: World) -> list[str]:
    workspace, company, assessment = world.workspace.code, world.company.code, world.assessment.code
    return [
        f"/workspaces/{workspace}/",
        f"/workspaces/{workspace}/?q=nothing",
        f"/workspaces/{workspace}/companies/new/",
        f"/companies/{company}/",
        f"/companies/{company}/edit/",
        f"/companies/{company}/assessments/new/",
        f"/assessments/{assessment}/edit/",
        "/accounts/email/",
        "/accounts/password/change/",
        "/accounts/reauthenticate/?next=/",
        "/accounts/logout/",
    ]


@looks
def test_pages_with_account(theme: str, language: str, width: int, open_as_owner: Open, world: World) -> None:
    page = open_as_owner("/workspaces/", theme=theme, language=language, width=width)
    assert sweep(page, _signed_in(world), axe=width > NARROWEST) == {}
    assert page.locator("html").get_attribute("lang") == language


def test_colours_change_without_loading_and_stay(open_page: Open) -> None:
    page = open_page("/help/", theme="light")
    page.get_by_text("Colours").locator("..").click()
    page.get_by_role("link", name="Dark").click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 24, 30)"
    expect(page.locator("summary", has_text="Colours")).to_be_focused()
    page.goto("/method/")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")


@pytest.mark.parametrize(("device", "paper"), [("dark", "rgb(16, 24, 30)"), ("light", "rgb(255, 255, 255)")])
def test_auto_follows_the_device(device: str, paper: str, open_page: Open) -> None:
    page = open_page("/help/", theme="auto")
    page.emulate_media(color_scheme=device)  # type: ignore[arg-type]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == paper


def test_paper_is_always_light(open_page: Open) -> None:
    page = open_page("/help/", theme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_menus_close_on_escape_and_outside(open_as_owner: Open) -> None:
    page = open_as_owner("/workspaces/")
    menu = page.locator("details:has(.cx-avatar)")
    menu.locator("summary").click()
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()
    menu.locator("summary").click()
    page.locator("h1").click()
    expect(menu).not_to_have_attribute("open", "")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    menu.get_by_role("button", name="Sign out").focus()
    page.keyboard.press("Tab")
    expect(menu).not_to_have_attribute("open", "")  # it would cover what has the focus now


def test_a_form_with_mistakes_begins_at_the_first(open_as_owner: Open, world: World) -> None:
    page = open_as_owner(f"/companies/{world.company.code}/edit/")
    page.get_by_label("Name of the company").fill("")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Name of the company")).to_be_focused()


def test_home_fits_where_its_picture_moves_beside_the_words(open_page: Open) -> None:
    assert overflows(open_page("/", width=1000)) <= 0


def test_skip_link_comes_first(open_page: Open) -> None:
    page = open_page("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False])
def test_from_sign_up_to_the_first_assessment(scripts: bool, open_page: Open, transactional_db: None) -> None:
    page = open_page("/accounts/signup/", scripts=scripts)
    page.get_by_label("Your name").fill("Lin Mei")
    page.get_by_label("E-mail address").fill("mei@example.com")
    page.get_by_label("Password").fill("six-levels-up")
    page.get_by_role("button", name="Make the account").click()
    page.get_by_role("link", name="Add a company").click()
    page.get_by_label("Name of the company").fill("Harbour Retail")
    page.get_by_role("button", name="Add the company").click()
    page.get_by_role("link", name="Start an assessment").click()
    page.get_by_label("Leaders").check()
    page.get_by_role("button", name="Start the assessment").click()
    page.wait_for_url("**/assessments/**")
    assert page.locator("h1").count() == 1


def test_the_language_switch_keeps_the_page(open_page: Open) -> None:
    page = open_page("/model/")
    page.get_by_role("navigation", name="Language").get_by_role("link", name="繁體中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-hant")
    assert page.url.endswith("/model/")
