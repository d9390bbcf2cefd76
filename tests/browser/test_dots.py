"""Dots between facts: on a phone none begins or ends a line."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open
from tests.personas import World

HIDE = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".cx-eyebrow *::before { visibility: hidden !important; }");
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize(("width", "seen"), [(1440, True), (375, False)])
def test_a_dot_above_a_headline_is_seen_between_facts_of_one_line_alone(
    width: int, seen: bool, open_as_owner: Open, world: World
) -> None:
    """Two facts that each fill a line of a phone look the same with and without their dots."""
    world.assessment.title = "Autumn 2026, after the move to the new shop"
    world.assessment.save()
    page = open_as_owner(f"/assessments/{world.assessment.code}/respondents/", width=width)
    facts = page.locator(".cx-eyebrow").first
    facts.evaluate("each => { each.lastElementChild.textContent = 'With the names of all who have answered'; }")
    with_dots = page.screenshot()
    page.evaluate(HIDE)
    assert (page.screenshot() != with_dots) is seen


def test_a_dot_in_a_sentence_stays_with_what_follows(open_page: Open) -> None:
    """The keys of the questionnaire, in the help."""
    page = open_page("/help/", width=375)
    keys = page.locator("p", has=page.locator("kbd").first).first
    assert " · " not in keys.inner_text()
    assert " ·\u00a0" in keys.inner_text()
