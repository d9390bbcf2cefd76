"""A report goes to the board by a link: made with a password, read by somebody without an account, withdrawn."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from assessments.actions.milestones import keep_milestone
from assessments.actions.share_links import make_share_link
from assessments.links import key_of
from assessments.models import Assessment, HouseStyle
from tests.personas import World
from tests.review.people import answered

from .conftest import Open, overflows, violations

PASSWORD = "north-star-board"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def told(world: World) -> World:
    """A world whose assessment has answers and is in review."""
    answered(world.assessment, {"l1-accurate-facts": {"leaders": [3], "frontline": [1, 2, 2, 0]}})
    Assessment.objects.filter(pk=world.assessment.pk).update(state="review")
    world.assessment.refresh_from_db()
    return world


def test_from_the_form_to_the_board_and_gone(told: World, open_as_owner: Open, open_page: Open) -> None:
    desk = open_as_owner(reverse("report", args=[told.assessment.code]))
    desk.get_by_role("link", name="Share").click()
    desk.get_by_role("link", name="Make a link").click()
    assert violations(desk) == [] and overflows(desk) <= 0
    desk.get_by_label("Who it is for").fill("The board")
    desk.get_by_label("Password (optional)").fill(PASSWORD)
    desk.get_by_label("Every practice").check()
    desk.get_by_role("button", name="Make the link").click()
    link = desk.get_by_label("Link for The board").input_value()
    assert violations(desk) == []

    board = open_page(link)
    board.wait_for_url("**/share/*-*/")
    assert "#" not in board.url and "Harbour" not in board.content()
    assert violations(board) == [] and overflows(board) <= 0
    board.get_by_label("Password").fill("not-this-one")
    board.get_by_role("button", name="Open the report").click()
    board.get_by_text("This is not the password.").wait_for()
    board.get_by_label("Password").fill(PASSWORD)
    board.get_by_role("button", name="Open the report").click()
    board.locator("#pyramid").wait_for()
    assert board.locator("#answers").count() == 0 and board.locator("[data-number]").count() == 0
    assert violations(board) == []

    desk.get_by_role("button", name="Withdraw").click()
    desk.get_by_text("Withdrawn on").wait_for()
    board.reload()
    board.get_by_role("heading", name="This link is not valid, or not any more.").wait_for()
    assert violations(board) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_chinese_on_a_phone_without_script(theme: str, told: World, open_page: Open) -> None:
    link = make_share_link(user=told.owner, assessment=told.assessment, name="董事會", language="zh-hant")
    board = open_page(reverse("share_link"), width=375, theme=theme, language="zh-hant", scripts=False)
    board.get_by_label("您的連結").fill(f"https://example.com/share/#{key_of('share', link)}")
    board.get_by_role("button", name="開啟").click()
    board.locator("#pyramid").wait_for()
    assert board.locator("html").get_attribute("lang") == "zh-hant"
    assert board.locator("header nav, .cx-tabs, .cx-crumb a").count() == 0


@pytest.mark.parametrize(("theme", "accent"), [("light", "#FFD400"), ("dark", "#1A0033")])
def test_the_colour_of_a_house_can_be_read_and_its_name_fits(
    theme: str, accent: str, told: World, open_page: Open
) -> None:
    """Even one that is too faint for the ground: kept from before it was refused, or made for paper alone."""
    HouseStyle.objects.create(workspace=told.workspace, name="Gesellschaft für Kundenerlebnis mbH", accent=accent)
    link = make_share_link(user=told.owner, assessment=told.assessment, name="The board", language="en")
    board = open_page(f"{reverse('share_link')}#{key_of('share', link)}", width=375, theme=theme)
    board.locator("#pyramid").wait_for()
    expect(board.locator("header.cx-top")).to_contain_text("Gesellschaft für Kundenerlebnis mbH")
    assert board.locator(".cx-sec-head .cx-eyebrow").first.evaluate("each => getComputedStyle(each).color") != (
        board.locator(".cx-open .cx-eyebrow").evaluate("each => getComputedStyle(each).color")
    )
    assert violations(board) == [] and overflows(board) <= 0


def test_a_milestone_is_kept_and_read(told: World, open_as_owner: Open) -> None:
    keep_milestone(user=told.owner, assessment=told.assessment, name="Before the move")
    page = open_as_owner(reverse("milestones", args=[told.assessment.code]), width=375, theme="dark")
    assert violations(page) == [] and overflows(page) <= 0
    page.get_by_role("link", name="1 · Before the move").click()
    page.locator("#pyramid").wait_for()
    page.get_by_text("SHA-256").click()
    assert violations(page) == [] and overflows(page) <= 0
