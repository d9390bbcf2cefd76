"""The plan in a real browser: dragged, moved by keyboard, adopted from the report; without script; accessible."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from assessments.actions.plan import add_plan_item, update_plan_item
from assessments.models import Assessment, PlanItem
from tests.browser.conftest import Open, faults, sweep
from tests.personas import World
from tests.plan.conftest import reported  # noqa: F401 - an assessment with steps

DAY = datetime.timedelta(days=1)


@pytest.fixture
def items(world: World) -> list[PlanItem]:
    today = timezone.localdate()
    rows = (
        ("Answer faster", "now", "l2-response-speed", "M", "L", "Bo", -3),
        ("Call back", "now", "l3-close-the-loop", "S", "L", "", None),
        ("Measure", "later", "l3-metric-system", "L", "M", "Li Wei", 200),
        ("Tidy up", "next", "", "", "", "Bo", 40),
    )
    return [
        add_plan_item(
            user=world.owner, company=world.company, title=title, lane=lane, practice=practice, effort=effort,
            impact=impact, owner=owner, due_on=today + days * DAY if days is not None else None,
            signal="Fewer calls", note="Asked in May.", links=["https://example.com/a"],
        )
        for title, lane, practice, effort, impact, owner, days in rows
    ]  # fmt: skip


def lane(page: Page, name: str) -> list[str]:
    return page.locator(f'[data-lane="{name}"] h3').all_inner_texts()


def card(page: Page, title: str) -> Locator:
    return page.locator("[data-card]").filter(has=page.locator("h3", has_text=title))


def menu(page: Page, title: str, choice: str) -> None:
    """Open the menu of an item and choose, by keyboard alone."""
    card(page, title).locator("details.acts summary").focus()
    page.keyboard.press("Enter")
    card(page, title).locator("details.acts").get_by_role("button", name=choice).focus()
    page.keyboard.press("Enter")


def test_cards_are_dragged_and_moved_by_keyboard(open_as_owner: Open, world: World, items: list[PlanItem]) -> None:
    page = open_as_owner(reverse("plan", args=[world.company.code]))
    said = page.locator("[data-plan-said]")
    card(page, "Tidy up").locator(".due").drag_to(
        card(page, "Call back").locator(".due"), target_position={"x": 5, "y": 2}
    )
    expect(said).to_have_text("“Tidy up” stands under “Now”.")
    assert lane(page, "now") == ["Answer faster", "Tidy up", "Call back"]
    menu(page, "Tidy up", "Move down")
    expect(said).to_have_text("“Tidy up” moved down.")
    assert lane(page, "now") == ["Answer faster", "Call back", "Tidy up"]
    assert (
        page.evaluate("document.activeElement.closest('[data-card]')?.querySelector('h3').textContent.trim()")
        == "Tidy up"
    )
    menu(page, "Tidy up", "Move to “Later”")
    expect(said).to_have_text("“Tidy up” stands under “Later”.")
    page.get_by_role("button", name="Pull it forward").click()
    expect(said).to_have_text("What “Call back” needs stands before it now.")
    assert lane(page, "now") == ["Answer faster", "Measure", "Call back"]
    update_plan_item(user=world.consultant, item=items[0], said={"title": "Answer at once"})
    menu(page, "Answer faster", "Move down")
    expect(page.get_by_role("alert")).to_contain_text("somebody else has changed “Answer at once” meanwhile")
    rows = PlanItem.objects.order_by("place").values_list("lane", "title")
    found = [title for at, title in rows if at == "now"]
    assert found == lane(page, "now") == ["Answer at once", "Measure", "Call back"]


def test_the_keyboard_stays_where_it_was(
    open_as_owner: Open,
    world: World,
    items: list[PlanItem],
    reported: Assessment,  # noqa: F811
) -> None:
    page = open_as_owner(reverse("plan", args=[world.company.code]))
    menu(page, "Answer faster", "Done")
    expect(card(page, "Call back").get_by_role("link").first).to_be_focused()
    offers = page.locator("[id^=offer-]")
    first, second = (f"#{offers.nth(at).get_attribute('id')}" for at in range(2))
    page.locator(first).get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.locator(first)).to_have_count(0)
    expect(page.locator(second).get_by_role("button")).to_be_focused()
    owner = page.get_by_label("Owner")
    owner.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(owner).to_have_value("nobody")
    assert "owner=" not in page.url  # choosing shows nothing yet
    page.get_by_role("button", name="Show", exact=True).click()
    expect(card(page, "Call back")).to_be_visible()
    expect(card(page, "Tidy up")).to_have_count(0)


def test_a_step_is_adopted_from_the_report(
    open_as_owner: Open,
    world: World,
    reported: Assessment,  # noqa: F811
) -> None:
    page = open_as_owner(reverse("report", args=[reported.code]))
    first = page.locator(".cx-step").first
    practice = (first.get_attribute("id") or "").removeprefix("step-")
    first.get_by_role("button", name="Put into the plan").click()
    expect(page.locator(f"#step-{practice}").get_by_text("In the plan")).to_be_visible()
    assert PlanItem.objects.get().practice == practice


def test_without_script_every_move_works(open_as_owner: Open, world: World, items: list[PlanItem]) -> None:
    page = open_as_owner(reverse("plan", args=[world.company.code]), scripts=False)
    card(page, "Tidy up").get_by_role("link", name="Tidy up").click()
    page.get_by_role("button", name="Move to “Now”").click()
    assert lane(page, "now")[-1] == "Tidy up"
    card(page, "Tidy up").get_by_role("link", name="Tidy up").click()
    page.get_by_role("button", name="Move up").click()
    assert lane(page, "now")[-2] == "Tidy up"
    card(page, "Tidy up").get_by_role("link", name="Tidy up").click()
    page.get_by_role("button", name="Done").click()
    page.get_by_role("button", name="Take it up again").click()
    assert "Tidy up" in lane(page, "now")


@pytest.mark.parametrize("width", [375, 620])
def test_a_menu_opens_inside_a_narrow_window(
    width: int, open_as_owner: Open, world: World, items: list[PlanItem]
) -> None:
    page = open_as_owner(reverse("plan", args=[world.company.code]), width=width)
    page.locator("summary", has_text="Files").click()
    choice = page.get_by_role("link", name="Calendar file").bounding_box()
    assert choice and choice["x"] >= 0 and choice["x"] + choice["width"] <= width


@pytest.mark.parametrize(("width", "theme", "language"), [(1440, "light", "en"), (375, "dark", "zh-hant")])
def test_the_pages_are_accessible(
    width: int,
    theme: str,
    language: str,
    open_as_owner: Open,
    world: World,
    items: list[PlanItem],
    reported: Assessment,  # noqa: F811
) -> None:
    code = world.company.code
    item = items[0].code
    page = open_as_owner(reverse("plan", args=[code]), width=width, theme=theme, language=language)
    page.locator("details.cx-unfold summary").first.click()
    assert faults(page) == []
    page.emulate_media(media="print")
    tops = (
        page.locator(".cx-planrow")
        .first.locator(".what, .who, .state")
        .evaluate_all("cells => cells.map(each => each.offsetTop)")
    )
    assert len(tops) == 3 and len(set(tops)) == 1, "on paper an item keeps its columns at any width"
    page.emulate_media(media="screen")
    paths = (
        reverse("plan_edit", args=[code, item]),
        reverse("plan_accept", args=[code, item]),
        reverse("my_reminders"),
        reverse("assessment_move", args=[reported.code, "final"]),
    )
    assert sweep(page, paths) == {}
