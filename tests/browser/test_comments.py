"""Comments and red flags in a browser: from a customer’s words to a flag and its closing; every width and theme."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from assessments.actions.flags import watch
from assessments.models import Comment, RedFlag
from tests.browser.conftest import Open, sweep
from tests.comments.words import marked, said
from tests.flags.test_watching import RESOLUTION, figure, journey
from tests.personas import World

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("width", "theme", "language"), [(1440, "light", "en"), (375, "dark", "zh-hans"), (375, "light", "zh-hant")]
)
def test_every_screen_reads_well(width: int, theme: str, language: str, world: World, open_as_owner: Open) -> None:
    comment = said(world.company, "They were rude. " * 20, touchpoint="Service desk", segment="New customers")
    said(world.company, "送货改期没有人通知", 9, read=True)
    marked(comment, "tag", "a-tag-without-any-space-in-it-that-is-rather-long-to-read")
    marked(comment, "practice", "l2-skilled-kind-people")
    figure(world.company, "resolution", {**RESOLUTION, "overdue": 7})
    journey(world.company, mistakes=["RF-04"])
    watch(world.company)
    base = f"/companies/{world.company.code}/"
    flag = RedFlag.objects.filter(flag="RF-03").get()
    paths = (
        "comments/",
        f"comments/{comment.code}/",
        "red-flags/",
        "red-flags/raise/",
        f"red-flags/{flag.code}/close/",
    )
    page = open_as_owner("/help/", width=width, theme=theme, language=language)
    colours = language != "zh-hant"  # light has been seen by then
    assert sweep(page, [base + path for path in paths], colours=colours) == {}


@pytest.mark.parametrize("scripts", [True, False])
def test_from_a_customer_to_a_flag(scripts: bool, world: World, open_as_owner: Open) -> None:
    said(world.company, "The man at the desk shouted at my mother")
    page = open_as_owner(f"/companies/{world.company.code}/comments/", scripts=scripts)
    page.get_by_label("Words").fill("SHOUTED mother")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="The man at the desk").click()
    page.get_by_label("Add tags").fill("tone, desk")
    page.get_by_label("Link a practice").fill("Fast response, short waits")
    page.get_by_label("Link a red flag").select_option("RF-06")
    page.get_by_label("Raise it").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The red flag is raised")).to_be_visible()
    page.get_by_role("link", name="Red flags").click()
    expect(page.get_by_text("shouted at my mother")).to_be_visible()
    page.get_by_role("link", name="Close").click()
    page.get_by_label("What has changed?").fill("He has apologised, and works with a colleague.")
    page.get_by_role("button", name="Close the flag").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("No red flag is open.")
    assert Comment.objects.get().marks.count() == 4


def test_each_button_says_which_comment_it_marks_as_read(world: World, open_as_owner: Open) -> None:
    said(world.company, "They were rude.")
    said(world.company, "送货改期没有人通知")
    page = open_as_owner(f"/companies/{world.company.code}/comments/")
    page.get_by_role("button", name="They were rude.").click()
    expect(page.get_by_role("button", name="送货改期没有人通知")).to_be_visible()
    assert Comment.objects.get(read_at=None).text == "送货改期没有人通知"
