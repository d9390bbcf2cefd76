"""Answering in a real browser: by keyboard and by mouse, wide and narrow, in three languages, on two devices."""

from __future__ import annotations

import datetime
import re

import pytest
from playwright.sync_api import Page, Route, expect

from assessments.actions.answers import save_answer
from assessments.content.loader import framework
from assessments.maturity.answers import Answer
from assessments.models import Answer as Row
from tests.answering.quick import quick_one
from tests.browser.conftest import Open, faults, overflows, sweep
from tests.personas import PASSWORD, World

FRAME = framework()
FULL = list(FRAME.practices)
QUICK = [each.id for each in FRAME.asked("quick")]
FIRST, SECOND = FULL[:2]
FAILED = re.compile(r"^\s*Not saved\s*$")
SAVED = re.compile(r"^\s*Saved \d\d:\d\d\s*$")


def path(world: World, practice: str = FIRST) -> str:
    return f"/assessments/{world.assessment.code}/answer/{practice}/"


def at(page: Page, practice: str) -> None:
    """Wait until the page asks this practice: the address says so by itself, the page only when asked again."""
    page.wait_for_url(re.compile(f"/{practice}/"))
    expect(page.locator("[data-practice]")).to_have_attribute("data-practice", practice)


def state(page: Page) -> str:
    return page.locator("[data-state]").inner_text()


def saved(page: Page) -> None:
    expect(page.locator("[data-state]")).to_have_text(SAVED)


def stage(practice: str = FIRST) -> int | None:
    return Row.objects.get(practice=practice).stage


def choose(page: Page, value: str) -> None:
    page.locator(f".cx-anchor:has([name=choice][value='{value}'])").click()


def type_note(page: Page, text: str) -> None:
    """And go on to something else, so that nobody waits whether there comes more."""
    page.get_by_label("Note").fill(text)
    page.get_by_label("Note").blur()


def test_the_whole_questionnaire_by_keyboard(world: World, open_as_owner: Open) -> None:
    page = open_as_owner(path(world))
    said = ["0", "1", "2", "3", "4", "d", "n"]
    for number, practice in enumerate(FULL):
        at(page, practice)
        key = said[number % 7]
        page.keyboard.press(key)
        if key == "n":
            page.keyboard.press("Space")  # the first reason has the focus
        page.keyboard.press("Enter")
    page.wait_for_url(f"**/assessments/{world.assessment.code}/")
    expect(page.locator("h1")).to_have_text("All 56 practices are answered: the report is ready.")
    rows = {each.practice: each for each in Row.objects.all()}
    for number, practice in enumerate(FULL):
        row, key = rows[practice], said[number % 7]
        assert row.stage == (int(key) if key.isdecimal() else None), practice
        assert (row.dont_know, bool(row.not_applicable)) == (key == "d", key == "n"), practice


def test_what_is_answered_counts_as_soon_as_it_is_saved(world: World, open_as_owner: Open) -> None:
    """Before the next question, and without asking for the page again; changing one’s mind counts no second time."""
    page = open_as_owner(path(world))
    rail, here = page.locator(".cx-rail-prog"), page.locator(".cx-rail [aria-current=step]")
    summary, asked = page.locator(".cx-ask-sum"), []
    expect(rail).to_contain_text("0 of 56 answered about 24 minutes left")
    page.on("request", lambda request: asked.append(request.method))
    for value in "23":
        choose(page, value)
        saved(page)
        expect(rail).to_contain_text("1 of 56 answered about 23 minutes left")
        expect(page.get_by_role("progressbar", name="Answered")).to_have_attribute("value", "1")
        expect(here).to_have_text(re.compile(r"Inform\s*1/6$"))
        expect(summary).to_contain_text("1 of 56 answered")
    assert asked[0] == "POST" and set(asked) == {"POST"}
    page.keyboard.press("Enter")
    at(page, SECOND)
    expect(rail).to_contain_text("1 of 56 answered")
    choose(page, "4")
    expect(here).to_have_text(re.compile(r"Inform\s*2/6$"))


@pytest.mark.parametrize(("language", "width", "theme"), [("zh-hans", 375, "light"), ("zh-hant", 1440, "dark")])
def test_the_quick_set_by_mouse(world: World, open_as_owner: Open, language: str, width: int, theme: str) -> None:
    quick = quick_one(world)
    page = open_as_owner("about:blank", width=width, theme=theme)
    page.goto(f"/language/{language}/?next=/assessments/{quick.code}/answer/")
    for number, practice in enumerate(QUICK):
        at(page, practice)
        assert page.evaluate("scrollY") == 0  # at its beginning at once: who clicks while a page glides clicks beside
        expect(page.locator("h1")).to_have_text(FRAME.practices[practice].question.to(language))
        assert overflows(page) == 0
        choose(page, str(number % 5))
        page.locator("[data-go=next]").click()
    page.wait_for_url(f"**/assessments/{quick.code}/")
    assert [Row.objects.get(practice=each).stage for each in QUICK] == [number % 5 for number in range(20)]


def test_back_and_forth(world: World, open_as_owner: Open) -> None:
    """Arrows, the browser's own buttons, and the rail; title, address and focus go along."""
    page = open_as_owner(path(world))
    page.keyboard.press("ArrowRight")
    at(page, SECOND)
    assert page.url.endswith(f"/{SECOND}/")
    assert "2/6" in page.title()
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    at(page, FIRST)
    page.go_back()
    at(page, SECOND)
    page.go_forward()
    at(page, FIRST)
    page.locator(".cx-rail a", has_text="Respond").click()
    at(page, "l3-need-behind-request")
    assert not Row.objects.exists()
    # The links to the other languages go along too.
    page.get_by_role("navigation", name="Language").get_by_role("link", name="繁體中文").click()
    at(page, "l3-need-behind-request")


def test_note_and_evidence_are_saved_after_a_pause_and_on_leaving(world: World, open_as_owner: Open) -> None:
    page = open_as_owner(path(world))
    choose(page, "3")
    saved(page)
    with page.expect_response(lambda response: response.request.method == "POST"):
        page.get_by_label("Note").fill("Phone team only.\n第二行")
        page.get_by_label("Note").press("4")  # keys are off while typing
    saved(page)
    page.get_by_label("Evidence").fill("https://wiki.example/contact-reasons")
    page.get_by_role("button", name="Save and leave").first.click()
    page.wait_for_url(f"**/assessments/{world.assessment.code}/")
    row = Row.objects.get()
    assert (row.stage, row.note) == (3, "Phone team only.\n第二行4")
    assert row.evidence == "https://wiki.example/contact-reasons"


def test_not_applicable_asks_for_the_reason(world: World, open_as_owner: Open) -> None:
    page = open_as_owner(path(world))
    choose(page, "na")
    expect(page.get_by_text("Choose why it does not apply, so that it can be saved.")).to_be_visible()
    page.keyboard.press("Enter")
    at(page, FIRST)
    assert not Row.objects.exists()
    page.get_by_label("We choose not to do it").check()
    saved(page)
    assert Row.objects.get().not_applicable == "by-choice"


def test_a_note_without_a_choice_waits_on_this_device(world: World, open_as_owner: Open) -> None:
    page = open_as_owner(path(world))
    type_note(page, "half a thought")
    expect(page.locator("[data-alarm]")).to_contain_text("choose a statement")
    page.locator("[data-go=next]").click()
    at(page, SECOND)
    page.goto(path(world))
    expect(page.get_by_label("Note")).to_have_value("half a thought")
    choose(page, "2")
    saved(page)
    assert (stage(), Row.objects.get().note) == (2, "half a thought")


def test_keys_can_be_switched_off_and_stay_off(world: World, open_as_owner: Open) -> None:
    page = open_as_owner(path(world))
    page.get_by_role("button", name="Keys are on").click()
    page.locator("#q").click()
    page.keyboard.press("3")
    page.keyboard.press("ArrowRight")
    page.reload()
    at(page, FIRST)
    expect(page.get_by_role("button", name="Keys are off")).to_be_visible()
    expect(page.get_by_text("choose", exact=True)).to_be_hidden()
    page.keyboard.press("3")
    assert page.locator("[name=choice]:checked").count() == 0


def overtaken(open_as_owner: Open, world: World) -> Page:
    """This device is off line; another one answers the same, later by more than any request takes to arrive."""
    page = open_as_owner("about:blank")
    page.clock.install()
    page.goto(path(world))
    page.context.set_offline(True)
    choose(page, "1")
    expect(page.locator("[data-state]")).to_have_text(FAILED)
    page.clock.fast_forward("01:00")
    save_answer(respondent=world.respondent, practice=FIRST, answer=Answer(stage=4, note="from the laptop"))
    page.context.set_offline(False)
    return page


def test_a_newer_answer_of_another_device_is_not_overwritten(world: World, open_as_owner: Open) -> None:
    page = overtaken(open_as_owner, world)
    box = page.locator(".cx-newer")
    expect(box).to_contain_text("4 Leading")
    expect(box).to_contain_text("from the laptop")
    assert stage() == 4
    page.reload()  # the question stays open
    page.locator(".cx-newer").get_by_role("button", name="Use mine").click()
    saved(page)
    assert stage() == 1
    expect(box).to_have_count(0)


def test_or_kept_when_the_person_says_so(world: World, open_as_owner: Open) -> None:
    page = overtaken(open_as_owner, world)
    page.get_by_role("button", name="Keep the newer one").click()
    expect(page.locator("[name=choice][value='4']")).to_be_checked()
    expect(page.get_by_label("Note")).to_have_value("from the laptop")
    page.reload()
    expect(page.locator("[name=choice][value='4']")).to_be_checked()
    assert stage() == 4


def test_signed_out_while_answering(world: World, open_as_owner: Open) -> None:
    page = open_as_owner(path(world))
    page.context.clear_cookies(name="sessionid")
    choose(page, "3")
    expect(page.locator("[data-alarm]")).to_contain_text("you are signed out")
    page.keyboard.press("ArrowRight")
    at(page, FIRST)
    page.locator("[data-alarm] a").click()
    page.get_by_role("textbox").nth(0).fill("owner@example.com")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button.btn-primary[type=submit]").click()
    at(page, FIRST)
    saved(page)
    expect(page.locator("[name=choice][value='3']")).to_be_checked()
    assert stage() == 3


def test_who_is_quicker_than_the_script_loses_nothing(world: World, open_as_owner: Open) -> None:
    """On a slow line the page is there, and answered, before its script is."""
    page = open_as_owner("about:blank")
    held: list[Route] = []
    page.route("**/js/answer.*", lambda route: held.append(route))
    page.goto(path(world), wait_until="commit")
    choose(page, "3")
    page.get_by_label("Note").fill("at once")
    for each in held:
        each.continue_()
    saved(page)
    assert (stage(), Row.objects.get().note) == (3, "at once")


def test_a_button_tries_at_once(world: World, open_as_owner: Open) -> None:
    page = open_as_owner("about:blank")
    page.clock.install()
    page.goto(path(world))
    page.clock.pause_at(datetime.datetime.now() + datetime.timedelta(seconds=5))  # it would try by itself, but later
    page.route("**/answer/**", lambda route: route.fulfill(status=429))
    choose(page, "4")
    expect(page.locator("[data-state]")).to_have_text(FAILED)
    page.unroute_all()
    page.get_by_role("button", name="Try now").click()
    saved(page)
    assert stage() == 4


def test_a_text_that_is_too_long_says_so_and_stays(world: World, open_as_owner: Open) -> None:
    page = open_as_owner(path(world))
    choose(page, "3")
    saved(page)
    type_note(page, "x" * 5001)
    expect(page.locator("#note-error")).to_contain_text("5,001 characters")
    page.keyboard.press("Escape")
    page.locator("[data-go=next]").click()
    at(page, FIRST)
    page.reload()
    expect(page.get_by_label("Note")).to_have_value("x" * 5001)
    type_note(page, "shorter")
    saved(page)
    assert Row.objects.get().note == "shorter"


def test_two_tabs_do_not_race(world: World, open_as_owner: Open) -> None:
    one = open_as_owner(path(world))
    two = one.context.new_page()
    two.goto(path(world, SECOND))
    one.context.set_offline(True)
    for page in (one, two):
        choose(page, "2")
        expect(page.locator("[data-state]")).to_have_text(FAILED)
    one.context.set_offline(False)
    for page in (one, two):
        saved(page)
    assert {each.practice: each.stage for each in Row.objects.all()} == {FIRST: 2, SECOND: 2}


def test_the_overview_sends_what_waits(world: World, open_as_owner: Open) -> None:
    page = open_as_owner(path(world))
    page.context.set_offline(True)
    choose(page, "2")
    expect(page.locator("[data-state]")).to_have_text(FAILED)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    page.close()
    page.context.set_offline(False)
    other = page.context.new_page()
    other.goto(f"/assessments/{world.assessment.code}/")
    expect(other.locator("h1")).to_have_text("1 of 56 practices is answered.")
    assert stage() == 2


def waiting(page: Page, world: World, practice: str, **entry: object) -> None:
    """Put an answer into the outbox of this device, as an earlier visit may have left it there."""
    key = f"cx:{world.assessment.code}:{world.respondent.code.hex}:{practice}"
    page.evaluate(
        "([key, entry]) => localStorage.setItem(key, JSON.stringify({at: Date.now() - 60000, ...entry}))",
        [key, {"practice": practice, **entry}],
    )


def test_an_answer_whose_confirmation_got_lost_is_no_conflict(world: World, open_as_owner: Open) -> None:
    """The first choice arrived, late, but its response never came back; the person has changed their mind since."""
    page = open_as_owner("/help/")
    save_answer(respondent=world.respondent, practice=FIRST, answer=Answer(stage=1))
    waiting(page, world, FIRST, choice="3", tried=[{"choice": "1", "note": ""}])
    page.goto(path(world, SECOND))
    saved(page)
    assert stage() == 3


def test_what_nobody_asks_any_more_holds_up_nothing(world: World, open_as_owner: Open) -> None:
    page = open_as_owner("/help/")
    waiting(page, world, "l1-from-long-ago", choice="3", at=1)
    waiting(page, world, SECOND, choice="2")
    page.goto(path(world))
    expect(page.locator("[data-alarm]")).to_contain_text("you may no longer answer here")
    assert stage(SECOND) == 2
    page.get_by_role("button", name="Discard it").click()
    expect(page.locator("[data-alarm]")).to_be_empty()
    assert page.evaluate("localStorage.length") == 0


def test_without_storage_it_says_so_and_still_saves(world: World, open_as_owner: Open) -> None:
    page = open_as_owner("about:blank")
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    page.goto(path(world))
    choose(page, "1")
    saved(page)
    page.context.set_offline(True)
    choose(page, "2")
    expect(page.locator("[data-alarm]")).to_contain_text("This browser keeps nothing on the device.")
    page.context.set_offline(False)
    saved(page)
    assert stage() == 2


def test_without_locks_a_lease_does(world: World, open_as_owner: Open) -> None:
    """Browsers offer locks only over HTTPS and on localhost."""
    page = open_as_owner("about:blank")
    page.add_init_script("Object.defineProperty(navigator, 'locks', {value: undefined})")
    page.goto(path(world))
    choose(page, "2")
    saved(page)
    assert stage() == 2
    assert page.evaluate("localStorage.length") == 0


LOOKS = [("light", "en", 1440), ("dark", "zh-hant", 375), ("light", "zh-hans", 320)]


@pytest.mark.parametrize(("theme", "language", "width"), LOOKS)
def test_every_page_is_accessible_and_fits(
    theme: str, language: str, width: int, open_as_owner: Open, world: World
) -> None:
    save_answer(respondent=world.respondent, practice=FIRST, answer=Answer(not_applicable="by-choice", note="n"))
    base = f"/assessments/{world.assessment.code}/"
    page = open_as_owner("/help/", theme=theme, language=language, width=width)
    paths = (path(world), path(world, "con-promise-ledger"), base, f"{base}red-flags/", f"{base}targets/")
    between: dict[str, list[str]] = {}

    def wider(page: Page) -> None:
        """The rail stands beside the question, and there is least room for both."""
        page.set_viewport_size({"width": 1024, "height": 900})
        between[page.url] = faults(page)
        page.set_viewport_size({"width": width, "height": 900})

    after = wider if theme == "dark" else str
    assert sweep(page, paths, after=after, colours=language != "zh-hans") == {}  # light has been seen by then
    assert {url: wrong for url, wrong in between.items() if wrong} == {}
    assert page.locator("html").get_attribute("lang") == language
