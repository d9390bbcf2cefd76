"""Links in a real browser: the key behind `#` reaches the page and nothing else; phones; both themes; no script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Page, Request, expect

from assessments.actions.group_links import open_group_link
from assessments.actions.life import move_assessment
from assessments.content.loader import framework
from assessments.links import key_of
from assessments.models import Answer, GroupLink, Respondent
from tests.browser.conftest import Open, overflows, sweep, violations
from tests.personas import World
from tests.respondents.people import asked, collecting
from tests.server import Server

FIRST = next(iter(framework().practices))
SEED = """
import datetime
from assessments.actions.assessments import start_assessment
from assessments.actions.companies import add_company
from assessments.actions.group_links import open_group_link
from assessments.actions.life import move_assessment
from assessments.actions.respondents import add_respondents
from assessments.actions.workspaces import open_workspace
from assessments.links import key_of
from assessments.models import GroupLink, Respondent, User
user = User.objects.create_user("owner@example.com", name="Owner")
workspace = open_workspace(user=user, name="Northstar Advisory")
company = add_company(workspace=workspace, name="Harbour Retail")
found = start_assessment(user=user, company=company, title="Autumn", held_on=datetime.date(2026, 11, 2),
                         practice_set="quick", group="managers")
move_assessment(user=user, assessment=found, to="collecting")
add_respondents(user=user, assessment=found, people=[{"name": "Ada", "email": "", "group": "leaders", "language": ""}])
open_group_link(user=user, assessment=found, group="frontline")
print(key_of("respondent", Respondent.objects.get(name="Ada")), key_of("group", GroupLink.objects.get()))
"""


@pytest.fixture
def ada(world: World) -> Respondent:
    collecting(world)
    return asked(world)


def link(row: Respondent) -> str:
    return f"/r/#{key_of('respondent', row)}"


def enter(page: Page) -> Page:
    page.wait_for_url(re.compile(r"/r/[0-9a-f-]{36}/$"))
    return page


def test_a_link_that_was_not_open_yet_is_opened_again_in_its_tab(open_page: Open, world: World) -> None:
    open_group_link(user=world.owner, assessment=world.assessment, group="frontline")
    url = f"/join/#{key_of('group', GroupLink.objects.get())}"
    page = open_page(url)
    expect(page.get_by_role("heading", level=1)).to_have_text("The questions are not open yet.")
    collecting(world)
    page.goto(url)
    expect(page.get_by_role("button", name="Join")).to_be_visible()
    page.keyboard.press("Tab")
    page.get_by_role("link", name="Skip to content").press("Enter")  # a place on the page, and no key
    page.wait_for_url(re.compile("#main$"))
    expect(page.get_by_role("button", name="Join")).to_be_visible()


def test_the_link_opens_by_itself_and_answers_are_saved(open_page: Open, ada: Respondent) -> None:
    asked_for: list[Request] = []
    page = open_page("about:blank", width=375)
    page.on("request", lambda request: asked_for.append(request))
    page.goto(link(ada))
    enter(page).get_by_role("button", name="Start").click()
    page.get_by_text("Don’t know", exact=True).click()
    expect(page.locator("[data-state=saved]")).to_be_visible()
    assert Answer.objects.get(respondent=ada).dont_know
    page.get_by_role("button", name="Pass the question on").click()
    expect(page.get_by_role("heading", name="Who would know?")).to_be_visible()
    assert overflows(page) == 0
    key = key_of("respondent", ada)
    assert not [each.url for each in asked_for if key in each.url]
    assert not [each for each in asked_for if key in each.headers.get("referer", "")]


def test_a_late_answer_is_kept_on_the_device_and_it_is_said(open_page: Open, world: World, ada: Respondent) -> None:
    page = enter(open_page(link(ada)))
    page.get_by_role("button", name="Start").click()
    page.wait_for_url("**/answer/**")
    move_assessment(user=world.owner, assessment=world.assessment, to="review")
    page.keyboard.press("3")
    expect(page.locator("[data-alarm]")).to_contain_text("Not saved: the assessment is closed")
    expect(page.locator("[data-alarm]")).to_contain_text("is kept on this device")
    page.goto(f"/r/{ada.code}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("The assessment is closed.")
    expect(page.locator("[data-alarm]")).to_contain_text("is kept on this device")
    assert not Answer.objects.exists()


@pytest.mark.parametrize(("theme", "language", "width"), [("light", "en", 1440), ("dark", "zh-hant", 375)])
def test_pages_are_for_everybody(
    theme: str, language: str, width: int, open_page: Open, open_as_owner: Open, world: World, ada: Respondent
) -> None:
    open_group_link(user=world.owner, assessment=world.assessment, group="leaders")
    options = {"theme": theme, "language": language, "width": width}
    page = open_page("/r/", **options)
    looked_at(page)
    page.goto(link(ada))
    looked_at(enter(page))
    for rest in ("done/", f"answer/{FIRST}/pass-on/"):
        page.goto(f"/r/{ada.code}/{rest}")
        looked_at(page)
    page.goto(f"/join/#{key_of('group', GroupLink.objects.get())}")
    expect(page.locator("[name=join]")).to_be_visible()
    looked_at(page)
    team = open_as_owner("/workspaces/", **options)
    base = f"/assessments/{world.assessment.code}/respondents/"
    assert sweep(team, [base + rest for rest in ("", "add/", "list/", f"{ada.code}/", "links/leaders/")]) == {}


def looked_at(page: Page) -> None:
    assert violations(page) == [], page.url
    assert overflows(page) == 0, page.url


def test_the_whole_flow_without_script(open_page: Open, world: World, ada: Respondent) -> None:
    page = open_page("/r/", scripts=False)
    page.get_by_label("Your link").fill(f"https://cx.example{link(ada)}")
    page.get_by_role("button", name="Open").click()
    page.get_by_role("button", name="Start").click()
    page.locator("label", has_text="Don’t know").click()
    page.get_by_role("button", name="Pass the question on").click()
    page.get_by_label("Name").fill("Di")
    page.get_by_label("E-mail address").fill("di@example.net")
    page.get_by_label("Group").select_option("managers")
    page.get_by_role("button", name="Pass it on").click()
    expect(page.get_by_text("Passed on to Di, who gets a mail.")).to_be_visible()
    page.wait_for_load_state()  # with its stylesheet, which shows one of two buttons
    page.get_by_role("button", name="Save and leave").click()
    page.get_by_role("link", name="I am done").click()
    page.get_by_role("button", name="I am done").click()
    expect(page.get_by_role("heading", name="Thank you. You are done.")).to_be_visible()
    assert Answer.objects.get(respondent=ada).dont_know
    assert Respondent.objects.get(name="Di").practices == [FIRST]


@pytest.fixture
def logged(_collected_static_files: None, tmp_path: Path) -> Any:
    """The production server, which logs all it can: its address, the two keys, and what it has logged."""
    shape = '%(addr)s "%(method)s %(path)s?%(query_string)s %(protocol)s" %(status)d'
    static = str(settings.STATIC_ROOT)
    server = Server(tmp_path, "--access-log-fmt", shape, LOG_LEVEL="DEBUG", DEBUG="false", STATIC_ROOT=static)
    keys = server.shell(SEED).split()[-2:]
    server.start()
    yield server.url, keys, server.said
    server.stop()


def test_no_key_is_ever_in_the_log_of_the_server(
    logged: tuple[str, list[str], Callable[[], str]], chromium: Any
) -> None:
    url, (own, group), log = logged
    context = chromium.new_context(base_url=url)
    page = context.new_page()
    page.goto(f"/r/#{own}")
    enter(page).get_by_role("button", name="Start").click()
    page.wait_for_url("**/answer/**")
    page.goto(f"/join/#{group}")
    page.get_by_label("Your name").fill("Cy")
    page.get_by_role("button", name="Join").click()
    enter(page)
    page.locator("#main").get_by_role("link", name="简体中文").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-hans")
    page.goto("/r/#" + own[:-1] + ("A" if own[-1] != "A" else "B"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state()
    context.close()
    said = log()
    assert re.search(r"GET /r/[0-9a-f-]{36}/answer/", said) and "POST /join/" in said
    for key in (own, group):
        assert key not in said and key[8:30] not in said
