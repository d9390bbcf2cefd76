"""The next round in one click, “still true” by one key, and rounds side by side, in a browser."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from assessments.actions.life import move_assessment
from assessments.actions.next_round import start_next_round
from assessments.links import key_of
from assessments.models import Answer, Assessment, Respondent
from tests.browser.conftest import overflows, violations
from tests.personas import World
from tests.rounds_pages.held import FIRST, PRACTICES, SECOND, answer, done, held

Open = Callable[..., Page]
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def last(world: World) -> Assessment:
    world.company.assessments.all().delete()
    row = held(world, "Spring 2026", FIRST, 2)
    own = Respondent.objects.create(
        workspace=world.workspace, assessment=row, user=world.owner, name="Owner", group="managers"
    )
    answer(own, dict.fromkeys(PRACTICES, 3))
    Answer.objects.filter(respondent=own, practice=PRACTICES[0]).update(note="In the handbook")
    return row


def test_one_click_starts_it_and_one_key_says_still_true(world: World, last: Assessment, open_as_owner: Open) -> None:
    page = open_as_owner(f"/companies/{world.company.code}/")
    page.get_by_label("Title of the next round").fill("Autumn 2026")
    page.get_by_role("button", name="Start the next round").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("56 practices are waiting")
    page.get_by_role("link", name="Confirm last time’s answers").click()
    expect(page.get_by_text("0 confirmed of last time, 56 to confirm")).to_be_attached()
    expect(page.locator("[name=choice]:checked")).to_have_count(0)
    assert violations(page) == []
    page.keyboard.press("s")
    expect(page.get_by_role("status").first).to_contain_text("Saved")
    expect(page.get_by_role("radio", name="Managed")).to_be_checked()
    own = Respondent.objects.get(assessment__previous=last, user=world.owner)
    assert list(own.answers.values_list("stage", "note")) == [(3, "In the handbook")]
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 confirmed of last time, 55 to confirm")).to_be_attached()
    expect(page.locator("[name=choice]:checked")).to_have_count(0)


def test_what_cannot_be_sent_is_kept_like_any_other_answer(world: World, last: Assessment, open_page: Open) -> None:
    row = start_next_round(user=world.owner, assessment=last, title="Autumn 2026")
    move_assessment(user=world.owner, assessment=row, to="collecting")
    person = row.respondents.get(name="Person 3")
    page = open_page("/r/")
    page.get_by_label("link", exact=False).first.fill(key_of("respondent", person))
    page.get_by_role("button").last.click()
    page.goto(f"/r/{person.code}/answer/{PRACTICES[0]}/")
    page.context.set_offline(True)
    page.get_by_role("button", name="Still true").click()
    expect(page.get_by_role("status").first).to_contain_text("Not saved")
    page.context.set_offline(False)
    expect(page.get_by_role("status").first).to_contain_text("Saved", timeout=15_000)
    assert Answer.objects.get(respondent=person).stage == 2


@pytest.mark.parametrize(("language", "theme", "width"), [("en", "light", 1440), ("zh-hant", "dark", 375)])
def test_rounds_side_by_side(
    world: World, last: Assessment, open_as_owner: Open, language: str, theme: str, width: int
) -> None:
    held(world, "Autumn 2026", SECOND, {key: 3 for key in PRACTICES if key.startswith("l1")})
    done(world, PRACTICES[0], SECOND.replace(month=5))
    look = {"language": language, "theme": theme, "width": width}
    page = open_as_owner(f"/companies/{world.company.code}/", **look)
    assert (violations(page), overflows(page)) == ([], 0)
    page.goto(f"/companies/{world.company.code}/rounds/")
    page.locator("details.cx-round-group summary").first.click()
    assert (violations(page), overflows(page)) == ([], 0)
    first = "自「Spring 2026」以來" if language == "zh-hant" else "Since “Spring 2026”"
    expect(page.get_by_role("heading", level=1)).to_contain_text(first)
    expect(page.locator("table").first).to_contain_text("Autumn 2026")
