"""The pages of an assessment’s life and of people’s rights in a browser: usable, accessible, without script too."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from assessments.actions.deletion import delete_company
from tests.browser.conftest import Open, sweep, violations
from tests.personas import World


def pages(world: World) -> list[str]:
    code, person = world.assessment.code, world.respondent.code
    return [
        reverse("assessment_new", args=[world.company.code]),
        reverse("assessment", args=[code]),
        reverse("assessment_move", args=[code, "collecting"]),
        reverse("audit", args=[world.workspace.code]),
        reverse("workspace_settings", args=[world.workspace.code]),
        reverse("company_delete", args=[world.company.code]),
        reverse("respondent_erase", args=[code, person]),
        reverse("my_data"),
        reverse("account_delete"),
    ]


@pytest.mark.parametrize(
    ("width", "theme", "language"), [(1440, "light", "en"), (375, "dark", "zh-hant"), (320, "light", "zh-hans")]
)
def test_every_page_is_clean(
    width: int, theme: str, language: str, open_as_owner: Open, world: World, transactional_db: None
) -> None:
    page = open_as_owner("/help/", width=width, theme=theme, language=language)
    headings: list[int] = []
    after = lambda page: headings.append(page.locator("h1").count())  # noqa: E731 - it is called in one place
    assert sweep(page, pages(world), after=after, colours=width > 320) == {}  # light has been seen by then
    assert headings == [1] * len(pages(world))


def test_from_draft_to_final_and_back_without_script(open_as_owner: Open, world: World, transactional_db: None) -> None:
    page = open_as_owner(reverse("assessment", args=[world.assessment.code]), scripts=False)
    page.get_by_role("link", name="Open for answers").click()
    page.get_by_role("button", name="Open for answers").click()
    page.get_by_role("link", name="Close and review").click()
    page.get_by_role("button", name="Close and review").click()
    page.get_by_role("link", name="Make final").first.click()
    page.get_by_role("button", name="Make final").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("This assessment is final")
    page.get_by_role("link", name="Open again").click()
    page.get_by_role("button", name="Open again").click()
    expect(page.get_by_text("Give a reason")).to_be_visible()
    page.get_by_label("Why?").fill("A team was forgotten")
    page.get_by_role("button", name="Open again").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Answers are closed")


def test_a_deleted_company_comes_back(open_as_owner: Open, world: World, transactional_db: None) -> None:
    delete_company(user=world.owner, company=world.company)
    page = open_as_owner(reverse("workspace", args=[world.workspace.code]))
    assert violations(page) == []
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("The company is back, as it was.")).to_be_visible()


def test_the_smallest_group_is_asked_of_an_anonymous_assessment_alone(open_as_owner: Open, world: World) -> None:
    page = open_as_owner(f"/companies/{world.company.code}/assessments/new/")
    expect(page.get_by_label("Smallest group shown")).to_be_hidden()
    page.get_by_label("Anonymous: nobody sees who has said what").check()
    expect(page.get_by_label("Smallest group shown")).to_be_visible()
