"""The 10-minute check in a real browser: with and without script, on a phone, and how much it loads."""

from __future__ import annotations

import brotli
import pytest
from django.test import Client
from playwright.sync_api import Response, expect

from assessments.content.loader import framework
from assessments.cookies.check import COOKIE as CHECK
from assessments.models import Answer as Row
from tests.browser.conftest import Open, overflows, violations
from tests.browser.test_answering import FAILED, at, choose, path
from tests.personas import World

QUICK = [each.id for each in framework().asked("quick")]
KEPT = "Kept in this browser"


@pytest.mark.parametrize(("scripts", "width", "language"), [(True, 375, "zh-hant"), (False, 1440, "zh-hans")])
def test_from_the_first_question_to_the_result(
    scripts: bool, width: int, language: str, open_page: Open, transactional_db: None
) -> None:
    page = open_page("/check/", scripts=scripts, width=width, language=language)
    page.locator("main [name=company]").fill("港湾零售")
    page.locator("main form button").first.click()
    for number, practice in enumerate(QUICK):
        at(page, practice)
        assert overflows(page) == 0
        if number == 3:  # a reason, too, can be reached without script
            choose(page, "na")
            page.locator("[name=reason][value=out-of-scope]").check()
        else:
            choose(page, str(number % 5))
        page.locator("[data-go=next]").click()
    page.wait_for_url("**/check/report/")
    expect(page.locator("body")).to_contain_text("港湾零售")
    assert not Row.objects.exists()


def test_it_grows_into_the_full_set(open_page: Open, transactional_db: None) -> None:
    """Answered by keyboard to the end; most of it was answered before, since every question is tried above."""
    visitor = Client()
    for practice in QUICK[:-3]:
        assert visitor.post(f"/check/{practice}/", {"choice": "2"}).status_code == 303
    page = open_page("/check/")
    page.context.add_cookies([{"name": CHECK, "value": visitor.cookies[CHECK].value, "url": page.url}])
    page.goto(f"/check/{QUICK[-3]}/")
    for practice in QUICK[-3:]:
        at(page, practice)
        page.keyboard.press("2")
        page.keyboard.press("Enter")
    page.wait_for_url("**/check/report/")
    page.goto("/check/keep/")
    assert violations(page) == []
    page.get_by_label("Name of the company").fill("Harbour Retail")
    page.get_by_label("Leaders").check()
    page.get_by_label("Your name").fill("Lin Mei")
    page.get_by_label("E-mail address").fill("mei@example.com")
    page.get_by_label("Password").fill("six-levels-up")
    page.get_by_role("button", name="Sign up and keep my answers").click()
    page.wait_for_url("**/assessments/**")
    expect(page.locator("h1")).to_have_text("20 of 56 practices are answered.")
    assert Row.objects.filter(stage=2).count() == 20
    page.get_by_role("link", name="Go on answering").click()
    expect(page.locator("[data-practice]")).not_to_have_attribute("data-practice", QUICK[0])


def test_what_could_not_be_kept_is_kept_in_the_tab(open_page: Open, transactional_db: None) -> None:
    page = open_page(f"/check/{QUICK[0]}/")
    page.context.set_offline(True)
    choose(page, "3")
    expect(page.locator("[data-state]")).to_have_text(FAILED)
    page.locator("[data-go=next]").click()
    expect(page.locator("[data-alarm]")).to_contain_text("nothing is lost")
    page.context.set_offline(False)
    expect(page.locator("[data-state]")).to_contain_text(KEPT)
    page.reload()
    expect(page.locator("[name=choice][value='3']")).to_be_checked()


@pytest.mark.parametrize(("theme", "language", "width"), [("light", "en", 1440), ("dark", "zh-hans", 375)])
def test_every_page_is_accessible_and_fits(
    theme: str, language: str, width: int, open_page: Open, transactional_db: None
) -> None:
    page = open_page("/check/", theme=theme, language=language, width=width)
    found = [*violations(page), overflows(page)]
    page.locator("main form button").first.click()
    at(page, QUICK[0])
    found += [*violations(page), overflows(page)]
    choose(page, "3")
    expect(page.locator("[data-state=saved]")).to_have_count(1)
    page.goto("/check/")
    found += [*violations(page), overflows(page)]
    assert found == [0, 0, 0]


def test_a_question_with_everything_it_loads_is_small(world: World, open_as_owner: Open) -> None:
    page = open_as_owner("about:blank")
    bodies: dict[str, int] = {}

    def loaded(response: Response) -> None:
        bodies[response.url] = len(brotli.compress(response.body(), quality=5))

    page.context.clear_cookies(name="theme")
    page.on("response", loaded)
    page.goto(path(world), wait_until="networkidle")
    assert len(bodies) <= 25
    assert sum(bodies.values()) <= 100_000, bodies
