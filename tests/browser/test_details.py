"""Small things that only a picture shows: what runs together, what sticks out, what has lost its shape."""

from __future__ import annotations

from django.urls import reverse
from playwright.sync_api import Locator, expect

from assessments.actions.audit import record
from tests.browser.conftest import Open, overflows
from tests.personas import World


def box(element: Locator) -> dict[str, float]:
    found = element.bounding_box()
    assert found
    return dict(found)


def test_a_long_word_in_the_audit_trail_is_no_wider_than_a_phone(open_as_owner: Open, world: World) -> None:
    record("milestone-kept", world.workspace, actor=world.owner, detail={"digest": "0a1b2c3d" * 8})
    page = open_as_owner(reverse("audit", args=[world.workspace.code]), width=375)
    expect(page.get_by_text("0a1b2c3d")).to_be_visible()
    assert overflows(page) == 0


def test_the_account_menu_says_the_address_below_the_name(open_as_owner: Open, world: World) -> None:
    page = open_as_owner(reverse("my_data"))
    page.locator("summary.cx-avatar").click()
    name, address = (box(page.locator(f".cx-menu-who {each}")) for each in ("b", "small"))
    assert address["y"] >= name["y"] + name["height"] - 1
    assert address["x"] == name["x"]


def test_a_reason_in_focus_stays_round(open_as_owner: Open, world: World) -> None:
    page = open_as_owner(reverse("answer_next", args=[world.assessment.code]))
    page.keyboard.press("n")
    reason = page.locator(".cx-reasons input").first
    expect(reason).to_be_focused()
    assert reason.evaluate("each => getComputedStyle(each).borderRadius") == "50%"


def test_on_a_phone_the_language_changes_while_answering(open_as_owner: Open, world: World) -> None:
    page = open_as_owner(reverse("answer_next", args=[world.assessment.code]), width=375)
    question = page.url
    page.locator(".cx-ask-sum").click()
    page.locator(".cx-rail-lang [lang=zh-hant]").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-hant")
    assert page.url == question


def test_the_points_of_the_home_page_reach_to_its_edge(open_page: Open) -> None:
    page = open_page("/", width=375)
    points = page.locator(".cx-ticks").first
    row = points.locator("li").first
    assert row.evaluate("each => getComputedStyle(each).gridTemplateColumns.split(' ').length") == 2


def test_a_short_page_ends_with_the_window(open_page: Open) -> None:
    page = open_page("/accounts/login/", width=1440)
    foot = box(page.locator(".cx-foot"))
    assert round(foot["y"] + foot["height"]) == 900
    page.set_viewport_size({"width": 1440, "height": 300})
    foot, form = box(page.locator(".cx-foot")), box(page.locator("main"))
    assert foot["y"] >= form["y"] + form["height"]


def test_long_names_leave_the_bar_one_line(open_as_owner: Open, world: World) -> None:
    for row in (world.workspace, world.company):
        row.name = "A name of many words that fills the whole of a line by itself"
        row.save()
    page = open_as_owner(reverse("assessment", args=[world.assessment.code]), width=1024)
    assert box(page.locator(".cx-top"))["height"] < 64
    assert overflows(page) == 0
