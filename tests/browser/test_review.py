"""The review in a real browser: settling in place, by keyboard, without script, and two at once; accessible."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from assessments.actions.review import settle_stage
from assessments.content.loader import framework
from assessments.models import AgreedStage
from tests.browser.conftest import Open, faults
from tests.browser.test_pages import NARROWEST, looks
from tests.personas import PASSWORD, World
from tests.review.people import answered

FACTS, HELP = "l1-accurate-facts", "l1-searchable-help"
SPLIT = {"leaders": [3, 3, 4, None], "managers": [1, 2, 2, 3], "frontline": [0, 1, 1, 1]}


def path(world: World, query: str = "?dimension=l1") -> str:
    return f"/assessments/{world.assessment.code}/review/{query}"


def part(page: Page, practice: str) -> Locator:
    return page.locator(f"#agree-{practice}")


@pytest.fixture
def reviewed(world: World) -> World:
    """Everybody has answered everything, and one practice is settled."""
    answered(world.assessment, dict.fromkeys(framework().practices, SPLIT), note="Seen on Monday, see the list")
    settle_stage(user=world.owner, assessment=world.assessment, practice=HELP, stage=2, reason="By phone only.", seen=0)
    return world


@looks
def test_it_is_accessible_and_fits(theme: str, language: str, width: int, open_as_owner: Open, reviewed: World) -> None:
    page = open_as_owner(path(reviewed), theme=theme, language=language, width=width)
    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")
    page.evaluate("document.querySelectorAll('[name=stage][value=\"3\"]').forEach((each) => { each.click(); })")
    assert faults(page, axe=width > NARROWEST) == []
    assert page.locator("html").get_attribute("lang") == language


def test_what_is_chosen_shows_in_colours_of_the_readers_own(open_as_owner: Open, reviewed: World) -> None:
    page = open_as_owner(path(reviewed))
    page.emulate_media(forced_colors="active")
    stage = part(page, FACTS).locator("label", has_text="3")
    before = stage.screenshot()
    stage.click()
    page.mouse.move(0, 0)
    assert stage.screenshot() != before
    chosen, other = page.locator(".cx-seg a[aria-current]").first, page.locator(".cx-seg a:not([aria-current])").first
    fill = "each => getComputedStyle(each).backgroundColor"
    assert chosen.evaluate(fill) != other.evaluate(fill)


def test_a_stage_is_settled_by_keyboard_in_place(open_as_owner: Open, reviewed: World) -> None:
    page = open_as_owner(path(reviewed))
    facts = part(page, FACTS)
    tally = page.locator("[data-tally]")
    expect(tally).to_contain_text("1 of 56 agreed")
    facts.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(facts.get_by_role("radio", name="Defined 2")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("Two of three shops keep the list.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(facts.locator("[data-outcome]")).to_have_text(
        r"Saved " + page.evaluate("new Date().toTimeString().slice(0, 5)")
    )
    expect(facts).to_contain_text("Two of three shops keep the list.")
    expect(tally).to_contain_text("2 of 56 agreed")
    assert AgreedStage.objects.get(practice=FACTS).stage == 2
    assert page.url.endswith(path(reviewed))  # nothing was loaded anew
    heading = page.get_by_role("heading", level=1).inner_text()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_the_second_of_two_keeps_theirs_or_puts_their_own(open_as_owner: Open, reviewed: World) -> None:
    first, second = open_as_owner(path(reviewed)), open_as_owner(path(reviewed, "?show=open"))
    for page, stage, reason in ((first, 1, "The first reason"), (second, 3, "The second reason")):
        part(page, FACTS).locator(f"[value='{stage}']").check(force=True)
        part(page, FACTS).get_by_role("textbox").fill(reason)
        part(page, FACTS).get_by_role("button", name="Save").click()
        expect(part(page, FACTS)).to_contain_text("The first reason")
    late = part(second, FACTS)
    expect(late.get_by_role("alert")).to_contain_text("Meanwhile Owner has agreed on stage 1")
    expect(late.get_by_role("textbox")).to_have_value("The second reason")
    assert AgreedStage.objects.get(practice=FACTS).stage == 1
    late.get_by_role("button", name="Put mine instead").click()
    expect(late.locator("[data-outcome]")).to_contain_text("Saved")
    assert AgreedStage.objects.get(practice=FACTS).stage == 3

    part(first, FACTS).locator("[value='0']").check(force=True)
    part(first, FACTS).get_by_role("button", name="Save").click()
    part(first, FACTS).get_by_role("link", name="Keep theirs").click()
    expect(part(first, FACTS)).to_contain_text("The second reason")
    expect(part(first, FACTS).get_by_role("alert")).to_have_count(0)
    assert AgreedStage.objects.get(practice=FACTS).stage == 3


def test_what_cannot_be_sent_stays_is_said_and_goes_out_after_a_new_sign_in(
    open_as_owner: Open, reviewed: World
) -> None:
    page = open_as_owner(path(reviewed))
    facts = part(page, FACTS)
    facts.locator("[value='1']").check(force=True)
    facts.get_by_role("textbox").fill("Kept while the network is away")
    page.context.set_offline(True)
    facts.get_by_role("button", name="Save").click()
    expect(facts.locator("[data-outcome]")).to_contain_text("Not saved: the server cannot be reached.")
    page.context.set_offline(False)
    page.context.clear_cookies(name="sessionid")
    facts.get_by_role("button", name="Save").click()
    expect(facts.locator("[data-outcome]")).to_contain_text("Not saved: you are signed out")
    expect(facts.get_by_role("textbox")).to_have_value("Kept while the network is away")
    other = page.context.new_page()
    other.goto("/accounts/login/")
    other.get_by_role("textbox").nth(0).fill("owner@example.com")
    other.locator("[name=password]").fill(PASSWORD)
    other.locator("main .btn-primary").click()
    other.wait_for_url("**/workspaces/**")
    facts.get_by_role("button", name="Save").click()
    expect(facts.locator("[data-outcome]")).to_contain_text("Saved")
    assert AgreedStage.objects.get(practice=FACTS).reason == "Kept while the network is away"


def test_without_script_it_is_settled_changed_and_taken_back(open_as_owner: Open, reviewed: World) -> None:
    page = open_as_owner(path(reviewed), scripts=False)
    done = part(page, HELP)
    done.get_by_text("Change").click()
    done.get_by_role("textbox").fill("By phone and mail.")
    done.get_by_role("button", name="Save").click()
    assert AgreedStage.objects.get(practice=HELP).reason == "By phone and mail."
    done.get_by_text("Change").click()
    done.get_by_role("button", name="Take the agreement back").click()
    expect(done).to_contain_text("Taken back by Owner")
    expect(page.get_by_text("The agreement is taken back.")).to_be_attached()
    assert AgreedStage.objects.get(practice=HELP).stage is None
