"""A survey from nothing: made by the owner, answered on a phone in 繁體, counted on the company's page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Request, expect

from assessments.models import Comment, Survey
from tests.browser.conftest import Open, overflows, violations
from tests.personas import World
from tests.surveys.asking import asked, running

PHONE, MOST_BYTES = 375, 15_000


@pytest.fixture(autouse=True)
def _in_no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assessments.views.surveys.survey_open.TOO_QUICK", -1)


def test_from_nothing_to_a_counted_answer(world: World, open_as_owner: Open, open_page: Open) -> None:
    desk = open_as_owner(f"/companies/{world.company.code}/surveys/")
    desk.get_by_role("link", name="New survey").click()
    assert violations(desk) == []
    desk.get_by_label("Recommendation (NPS)").check()
    desk.get_by_label("Name of the survey").fill("Autumn")
    desk.get_by_label("Touchpoint").fill("Delivery")
    desk.get_by_role("button", name="Make the survey").click()
    desk.get_by_role("button", name="Open wave 1").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Wave 1 is open, and nobody has answered yet.")
    assert violations(desk) == [] and overflows(desk) == 0
    link = desk.get_by_label("Link", exact=True).input_value()

    phone = open_page("/s/", width=PHONE, scripts=False, language="en")
    phone.goto(link)
    phone.get_by_label("What do you like most?").fill("很準時\n也很客氣")
    phone.get_by_role("button", name="繁體中文").click()
    expect(phone.get_by_label("您最喜歡什麼？")).to_have_value("很準時\n也很客氣")
    phone.get_by_role("radio", name="9", exact=True).check()
    assert overflows(phone) == 0
    phone.get_by_role("button", name="送出").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("謝謝您的回答。")
    assert phone.locator("dd").all_inner_texts() == ["9分（滿分10）", "很準時\n也很客氣"]  # with no empty line around

    desk.reload()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Wave 1 has 1 answer so far: too few for a score.")
    comment = Comment.objects.get()
    assert (comment.text, comment.mood, comment.touchpoint) == ("很準時\n也很客氣", "happy", "Delivery")


def test_the_page_of_customers_is_light_and_accessible(world: World, open_page: Open) -> None:
    survey = running(world, "trust")
    sizes: list[int] = []

    def loaded(request: Request) -> None:
        sizes.append(request.sizes()["responseBodySize"])

    for scheme in ("light", "dark"):
        page = open_page("/model/", width=PHONE)
        page.emulate_media(color_scheme=scheme)
        page.on("requestfinished", loaded)
        page.goto(f"/s/{survey.code}/")
        page.remove_listener("requestfinished", loaded)
        assert violations(page) == [] and overflows(page) == 0
        assert min(box["height"] for box in boxes(page)) >= 44 and min(box["width"] for box in boxes(page)) >= 44
    assert 1_000 < sum(sizes) < MOST_BYTES


def boxes(page: Page) -> list[dict[str, float]]:
    found = (each.bounding_box() for each in page.locator(".scale label").all())
    return [dict(each) for each in found if each]


def test_a_personal_link_opens_by_itself_and_leaves_no_key_behind(world: World, open_page: Open) -> None:
    from assessments.links import key_of  # noqa: PLC0415 - beside its only use

    invitation = asked(world, running(world), language="zh-hans")
    page = open_page(f"/s/#{key_of('survey', invitation)}", width=PHONE)
    page.wait_for_url(f"**/s/own/{invitation.code}/")
    page.locator("label", has=page.locator("[value='10']")).click()
    page.keyboard.press("ArrowLeft")  # radio buttons: the arrows choose
    page.get_by_role("button", name="发送").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("谢谢您的回答。")
    expect(page.locator("dd")).to_have_text("9分（满分10）")
    assert violations(page) == []
    page.get_by_role("button", name="删除我的回答").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("您的回答已删除。")
    assert Survey.objects.get().invitations.get().email == ""
