"""A journey in a real browser: drawn from nothing by keyboard, two at once, the network gone; accessible."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from assessments.actions.journeys import edit_journey, start_journey
from assessments.content.loader import framework
from assessments.journey.edits import Cell, stamp
from assessments.journey.map import JourneyMap
from assessments.journey.reading import read
from assessments.models import Journey, PlanItem
from assessments.queries.journeys import map_of
from tests.browser.conftest import Open, sweep
from tests.browser.test_pages import NARROWEST, looks
from tests.journey.maps import WHOLE
from tests.personas import World
from tests.reports.pdf_reading import text_of, tight


def tab(journey: Journey, name: str = "draw") -> str:
    return reverse("journey_edit", args=[journey.code, name])


def now() -> JourneyMap:
    return map_of(Journey.objects.get())


@pytest.fixture
def blank(world: World) -> Journey:
    return start_journey(user=world.owner, company=world.company, map=JourneyMap(title="First order"))


@pytest.fixture
def whole(world: World) -> Journey:
    return start_journey(user=world.owner, company=world.company, map=read(WHOLE))


def saved(page: Page) -> None:
    expect(page.locator("[data-state]")).to_contain_text("Saved")


def tab_to(page: Page, goal: Locator) -> None:
    """Press Tab until the goal has the focus, as a person without a mouse would."""
    for _press in range(60):
        page.keyboard.press("Tab")
        if goal.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(f"Tab does not come to {goal}")


def field(page: Page, name: str, what: str = "value") -> Locator:
    return page.locator(f'[name="{name}|{what}"]').first


def test_drawn_from_nothing_by_keyboard_and_found_in_the_plan_and_the_pdf(
    open_as_owner: Open, world: World, blank: Journey
) -> None:
    page = open_as_owner(tab(blank))
    page.locator("#add-stage").focus()
    page.keyboard.press("Enter")
    expect(page.locator("input:focus")).to_have_value("New stage")
    page.keyboard.type("Order")
    tab_to(page, page.locator(".cx-jgrid-add button"))
    saved(page)
    for name, feeling in (("Checkout", "1"), ("Parcel", "-2")):
        page.locator(".cx-jgrid-add button").focus()
        page.keyboard.press("Enter")
        expect(page.locator("input:focus")).to_have_value("New touchpoint")
        page.keyboard.type(name)
        point = [each.id for each in now().touchpoints()][-1]
        tab_to(page, field(page, f"touchpoints:emotion:{point}"))
        page.keyboard.type(feeling)
        page.keyboard.press("Tab")
        expect(page.locator(f'[data-point="{point}"] [name$="name:{point}|value"]')).to_have_value(name)
        saved(page)
    assert [(each.name, each.emotion and each.emotion.value) for each in now().touchpoints()] == [
        ("Checkout", 1), ("Parcel", -2),
    ]  # fmt: skip
    page.locator(f"#back-{point}").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-said]")).to_contain_text("Parcel is now number 1 of 2 in Order.")
    expect(page.locator(f"#back-{point}")).to_be_focused()
    assert [each.name for each in now().touchpoints()] == ["Parcel", "Checkout"]

    page.goto(tab(blank, "improve"))
    lift = f"touchpoints:opportunities:{point}"
    field(page, lift, "text").focus()
    page.keyboard.type("Say the day")
    page.keyboard.press("Tab")
    page.keyboard.type(framework().practices["l2-response-speed"].title.en[:12])  # to the option that begins so
    page.keyboard.press("Tab")
    adopt = page.get_by_role("button", name="Put into the plan")
    adopt.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("In the plan: Say the day")).to_be_visible()
    assert PlanItem.objects.get().practice == "l2-response-speed"
    page.goto(reverse("plan", args=[blank.company.code]))
    expect(page.get_by_role("link", name="Say the day")).to_be_visible()
    page.goto(reverse("journey", args=[blank.code]))
    expect(page.locator("h1")).to_contain_text("All feelings here are assumed")
    answer = page.request.get(reverse("report_file", args=[world.assessment.code, "pdf"]))
    text = text_of(PdfReader(BytesIO(answer.body())))
    assert [said for said in ("First order", "Parcel", "Say the day") if tight(said) not in text] == []


def test_a_button_keeps_the_focus_when_what_is_typed_has_been_saved(open_as_owner: Open, whole: Journey) -> None:
    page = open_as_owner(tab(whole, "improve"))
    adopt = page.get_by_role("button", name="Put into the plan").first
    adopt.evaluate("(button) => (button.dataset.same = 'yes')")
    owner = page.locator('[name$="|owner"]').first
    owner.fill("Ada")
    with page.expect_response(lambda answer: answer.request.method == "GET"):  # what the lists are made anew from
        owner.press("Tab")
        adopt.focus()
    saved(page)
    expect(adopt).to_be_focused()
    assert adopt.evaluate("(button) => button.dataset.same") == "yes"


def test_from_cell_to_cell_by_arrows_and_back_by_escape(open_as_owner: Open, whole: Journey) -> None:
    page = open_as_owner(tab(whole))
    channel = field(page, "touchpoints:channel:t1")
    channel.fill("typed by mistake")
    page.keyboard.press("Escape")
    expect(channel).to_have_value("search")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(field(page, "touchpoints:name:t1")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowLeft")
    expect(page.locator('[data-cell="stages:name:s1"]')).to_be_focused()
    assert now() == read(WHOLE)


def test_two_at_once_both_land_and_nothing_is_overwritten_unseen(open_as_owner: Open, whole: Journey) -> None:
    mine, theirs = open_as_owner(tab(whole)), open_as_owner(tab(whole))
    name, channel = (field(theirs, f"touchpoints:{each}:t1") for each in ("name", "channel"))
    name.fill("Their name")
    name.blur()
    saved(theirs)
    field(mine, "touchpoints:channel:t1").fill("my channel")
    field(mine, "touchpoints:channel:t1").blur()
    saved(mine)
    point = next(now().touchpoints())
    assert (point.name, point.channel) == ("Their name", "my channel")

    channel.fill("their channel")
    channel.blur()
    newer = theirs.locator(".cx-cell-newer")
    expect(newer).to_contain_text("my channel")
    expect(channel).to_have_value("their channel")
    assert next(now().touchpoints()).channel == "my channel"
    newer.get_by_role("button", name="Put mine instead").click()
    saved(theirs)
    expect(newer).to_have_count(0)
    assert next(now().touchpoints()).channel == "their channel"


def test_keeping_theirs_takes_their_words(open_as_owner: Open, world: World, whole: Journey) -> None:
    page = open_as_owner(tab(whole))
    cell = Cell("touchpoints", "channel", "t1")
    edit_journey(user=world.consultant, journey=whole, cell=cell, seen=stamp(now(), cell), value="phone")
    field(page, str(cell)).fill("letter")
    field(page, str(cell)).blur()
    page.get_by_role("link", name="Keep theirs").click()
    expect(field(page, str(cell))).to_have_value("phone")
    assert next(now().touchpoints()).channel == "phone"


def test_what_is_written_while_the_server_is_away_is_kept_and_sent(open_as_owner: Open, whole: Journey) -> None:
    page = open_as_owner(tab(whole))
    channel, alarm = field(page, "touchpoints:channel:t1"), page.locator("[data-alarm]")
    page.route("**/edit/**", lambda route: route.abort("internetdisconnected"))
    channel.fill("written meanwhile")
    channel.blur()
    expect(alarm).to_contain_text("kept on this device")
    page.locator("#add-stage").click()
    expect(alarm).to_contain_text("Nothing is lost")
    page.unroute("**/edit/**")
    page.route(
        "**/edit/**",
        lambda route: route.continue_() if route.request.method == "GET" else route.abort("internetdisconnected"),
    )
    page.reload()
    expect(channel).to_have_value("written meanwhile")
    expect(page.locator("[data-state]")).to_contain_text("Not saved")
    assert now() == read(WHOLE)
    page.unroute("**/edit/**")
    alarm.get_by_role("button", name="Try now").click()
    saved(page)
    assert next(now().touchpoints()).channel == "written meanwhile"


def test_a_touchpoint_is_dragged_to_another_place(open_as_owner: Open, world: World) -> None:
    points = [{"id": each, "name": each} for each in ("one", "two", "three")]
    map = read({"schema": "cx-journey/1", "title": "T", "stages": [{"name": "S", "touchpoints": points}]})
    journey = start_journey(user=world.owner, company=world.company, map=map)
    page = open_as_owner(tab(journey))
    page.locator('[data-drag][data-id="three"]').drag_to(page.locator('[data-point="one"] .cx-jmoves'))
    expect(page.locator("[data-said]")).to_contain_text("three is now number 1 of 3")
    assert [each.id for each in now().touchpoints()] == ["three", "one", "two"]


def test_what_is_removed_can_be_put_back(open_as_owner: Open, whole: Journey) -> None:
    page = open_as_owner(tab(whole))
    page.get_by_role("button", name="Remove Search result").click()
    back = page.get_by_role("button", name="Put it back")
    expect(back).to_be_focused()
    back.click()
    expect(field(page, "touchpoints:name:t1")).to_have_value("Search result")
    assert now() == read(WHOLE)


@looks
def test_they_are_accessible_and_fit(
    theme: str, language: str, width: int, open_as_owner: Open, whole: Journey
) -> None:
    page = open_as_owner("/workspaces/", theme=theme, language=language, width=width)
    company = whole.company.code
    steps = [tab(whole, each) for each in ("goal", "evidence", "draw", "analyse", "improve")]
    reading = [
        reverse("journey", args=[whole.code]),
        reverse("journeys", args=[company]),
        reverse("plan", args=[company]),
    ]
    making = [reverse("journey_new", args=[company]), reverse("plan_new", args=[company])]
    assert sweep(page, [*steps, *reading, *making], axe=width > NARROWEST) == {}
