"""A workshop with the projector and four phones at once; phones that lose the network; the pages for everybody."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from assessments.links import key_of
from assessments.models import AgreedStage, Assessment, Seat, Vote, Workshop
from tests.browser.conftest import Open, overflows, violations
from tests.personas import World
from tests.workshop.rooms import FIRST, SECOND, page_of, running, voted

FRESH = 2500  # milliseconds: two seconds, and what a busy machine takes to show it
KEPT = "No network. Your vote is kept on this phone and sent as soon as the network is back."


def link_to(workshop: Workshop) -> str:
    return f"/w/#{key_of('workshop', workshop)}"


def seated(page: Page, group: str) -> Page:
    """Choose a group on a phone that has opened the link."""
    page.locator(f"[name=group][value={group}]").check(force=True)
    page.locator("[name=join]").click()
    page.wait_for_selector("[data-seat]")
    return page


def glance(*pages: Page) -> None:
    """Somebody takes up each phone again, which asks at once what is new; nobody waits for the next time it asks."""
    for page in pages:
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def press(host: Page, key: str) -> None:
    """A key of the projected page, and what comes of it."""
    with host.expect_navigation():
        host.keyboard.press(key)


def choose(page: Page, choice: str) -> None:
    page.locator(f"[name=choice][value='{choice}']").check(force=True, timeout=FRESH + 2000)


@pytest.mark.django_db(transaction=True)
def test_five_browsers_two_rounds_settle_next(world: World, open_page: Open, open_as_owner: Open) -> None:
    host = open_as_owner(f"/assessments/{world.assessment.code}/workshop/")
    host.get_by_role("button", name="Start a workshop").click()
    link = host.locator("#link").input_value()
    path = "/w/" + link.partition("/w/")[2]
    groups = ("leaders", "managers", "frontline", "frontline")
    phones = [seated(open_page(path, width=375), group) for group in groups]
    assert all("#" not in each.url for each in phones)
    expect(host.locator("[data-seats=frontline]")).to_have_text("2", timeout=FRESH)

    press(host, " ")
    glance(*phones)
    for phone, choice in zip(phones, "4310", strict=True):
        choose(phone, choice)
        expect(phone.locator("[data-said]")).to_contain_text("Your vote is in.", timeout=FRESH)
    choose(phones[3], "1")
    expect(phones[3].locator("[data-said]")).to_contain_text("Your vote is in.", timeout=FRESH)
    glance(host)
    expect(host.locator("[data-voted]")).to_have_text("4", timeout=FRESH)
    assert "cx-ballot" not in host.content() + phones[0].content()

    press(host, " ")
    expect(host.locator(".cx-ballot")).to_be_visible()
    expect(host.locator(".cx-room-say")).to_contain_text("Opinions differ: the votes lie 3 stages apart, around 2.")
    for phone in phones:  # of themselves
        expect(phone.locator(".cx-ballot")).to_be_visible(timeout=FRESH)

    press(host, " ")
    glance(*phones)
    for phone in phones:
        choose(phone, "2")
        expect(phone.locator("[data-said]")).to_contain_text("Your vote is in.", timeout=FRESH)
    glance(host)
    expect(host.locator("[data-voted]")).to_have_text("4", timeout=FRESH)
    press(host, " ")
    expect(host.locator(".cx-room-say")).to_contain_text("All 4 votes are for stage 2.")
    expect(host.locator(".cx-ballot .ring").first).to_be_visible()
    assert violations(host) == []

    host.locator("[name=stage][value='2']").check(force=True)
    host.get_by_label("What settled it").fill("True in shops")
    host.get_by_role("button", name="Settle", exact=True).click()
    expect(host.get_by_text("Settled on stage 2.")).to_be_visible()
    glance(phones[1])
    expect(phones[1].locator(".cx-phone-agreed")).to_contain_text("True in shops", timeout=FRESH)
    assert AgreedStage.objects.get().stage == 2
    before = phones[2].locator("#q").inner_text()
    host.locator("h1").click()
    press(host, "ArrowRight")
    glance(phones[2])
    expect(phones[2].get_by_text("The vote opens in a moment.")).to_be_visible(timeout=FRESH)
    assert phones[2].locator("#q").inner_text() != before
    assert Workshop.objects.get().practice != FIRST and Seat.objects.count() == 4 and Vote.objects.count() == 8

    host.get_by_role("button", name="Close the workshop").click()
    glance(phones[0])
    expect(phones[0].get_by_text("This workshop is over.")).to_be_visible(timeout=FRESH)


@pytest.mark.django_db(transaction=True)
def test_a_phone_without_network_keeps_its_vote(world: World, open_page: Open) -> None:
    workshop = running(world)
    phone = seated(open_page(link_to(workshop), width=375), "frontline")
    Workshop.objects.update(phase="voting", version=2)
    glance(phone)
    phone.wait_for_selector("[data-vote]")
    phone.set_viewport_size({"width": 375, "height": 560})
    phone.context.set_offline(True)
    choose(phone, "dont_know")
    expect(phone.locator("[data-alarm]")).to_have_text(KEPT, timeout=FRESH)
    expect(phone.locator("[data-alarm]")).to_be_in_viewport(ratio=1)  # far down the page as well
    choose(phone, "1")
    assert not Vote.objects.exists()
    phone.context.set_offline(False)
    expect(phone.locator("[data-said]")).to_contain_text("Your vote is in.", timeout=8000)
    expect(phone.locator("[data-alarm]")).to_be_empty(timeout=FRESH)
    assert Vote.objects.get().stage == 1

    phone.context.clear_cookies(name="csrftoken")  # as after a day in a pocket
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.method))
    choose(phone, "0")
    expect(phone.locator("[data-said]")).to_contain_text("Your vote is in.", timeout=8000)
    expect(phone.locator("[data-said]")).to_be_in_viewport(ratio=1)  # where the thumb is, not below five stages
    assert Vote.objects.get().stage == 0
    assert "POST GET POST" in " ".join(asked)  # with the token of a fresh page at once
    phone.context.set_offline(True)
    choose(phone, "4")
    expect(phone.locator("[data-alarm]")).to_have_text(KEPT, timeout=FRESH)
    Workshop.objects.update(phase="revealed", version=3)
    phone.context.set_offline(False)
    expect(phone.locator("[data-alarm]")).to_contain_text("came too late", timeout=8000)
    expect(phone.locator(".cx-ballot")).to_be_visible(timeout=FRESH)
    assert Vote.objects.get().stage == 0

    again = phone.context.new_page()  # the same phone scans the code once more, or its browser was closed
    again.goto(link_to(workshop))
    again.wait_for_selector("[data-seat]")
    assert again.url == phone.url and Seat.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_without_script_on_both_sides(world: World, open_page: Open, open_as_owner: Open) -> None:
    workshop = running(world)
    phone = open_page("/w/", width=375, scripts=False)
    phone.locator("[name=key]").fill(f"https://cx.example.com{link_to(workshop)}")
    phone.get_by_role("button", name="Go on").click()
    seated(phone, "leaders")
    host = open_as_owner(page_of(workshop), scripts=False)
    host.get_by_role("button", name="Start the vote").click()
    phone.get_by_role("link", name="Look again").click()
    choose(phone, "2")
    phone.get_by_role("button", name="Send my vote").click()
    expect(phone.get_by_text("Your vote is in.")).to_be_visible()
    host.get_by_role("button", name="Reveal the votes").click()
    expect(host.get_by_text("The middle of the votes is stage 2.")).to_be_visible()


@pytest.mark.django_db(transaction=True)
def test_pages_are_sound(world: World, open_page: Open, open_as_owner: Open) -> None:
    """In each language, both themes between them; they wait for the server together."""
    workshop = running(world)
    looks = [("light", "en"), ("dark", "zh-hans"), ("light", "zh-hant")]
    phones = [
        (open_page(link_to(workshop), width=375, theme=theme, language=language), language) for theme, language in looks
    ]
    for phone, language in phones:
        phone.wait_for_selector("[name=group]")
        sound(phone, language)
        seated(phone, "frontline")
        sound(phone, language)
    Workshop.objects.update(phase="voting", version=2)
    for phone, language in phones:
        phone.wait_for_selector("[data-vote]")
        sound(phone, language)
        heights = phone.locator(".cx-anchor").evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
        assert heights and min(heights) >= 44
    workshop.refresh_from_db()
    voted(workshop, {"leaders": [4, 3], "managers": [3, None], "frontline": [0, 1, 1]})
    for phone, language in phones:
        phone.wait_for_selector(".cx-ballot")
        sound(phone, language)
    for theme, language in looks:
        host = open_as_owner(page_of(workshop), theme=theme, language=language)
        sound(host, language)
        host.set_viewport_size({"width": 375, "height": 800})
        assert overflows(host) <= 0
        host.goto(f"/assessments/{world.assessment.code}/workshop/")
        sound(host, language)
    Assessment.objects.update(state="final")
    for phone, _language in phones:
        expect(phone.locator(".cx-ballot")).to_be_hidden(timeout=FRESH)


def sound(page: Page, language: str) -> None:
    assert language == "zh-hant" or violations(page) == []  # two languages tell it
    assert overflows(page) <= 0
    assert page.locator("html").get_attribute("lang") == language


def test_the_agenda_leads_to_any_practice(world: World, open_as_owner: Open) -> None:
    workshop = running(world)
    host = open_as_owner(page_of(workshop))
    host.get_by_label("0 of 56 settled").select_option(SECOND)
    host.get_by_role("button", name="Go to it").click()
    expect(host.locator("h1")).not_to_be_empty()
    workshop.refresh_from_db()
    assert workshop.practice == SECOND
