"""Dots between facts: on a phone none begins or ends a line."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open
from tests.personas import World

HIDE = """where => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${where} *::before { visibility: hidden !important; }`);
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
    page.evaluate(HIDE, ".cx-eyebrow")
    assert (page.screenshot() != with_dots) is seen


@pytest.mark.parametrize(("width", "seen"), [(1440, True), (75, False)])
def test_a_dot_in_small_print_is_seen_between_facts_of_one_line_alone(
    width: int, seen: bool, open_as_owner: Open, world: World
) -> None:
    world.company.industry, world.company.size = "retail", "50-249"
    world.company.save()
    facts = open_as_owner(f"/workspaces/{world.workspace.code}/").locator(".cx-client .cx-dots")
    facts.evaluate("(each, width) => { each.style.maxWidth = `${width}px`; }", width)
    with_dots = facts.page.screenshot()
    facts.page.evaluate(HIDE, ".cx-client .cx-dots")
    assert (facts.page.screenshot() != with_dots) is seen


# How far below each dot the key after it stands: a line may end before a key, whatever space there is.
FALLS = """keys => {
  const walker = document.createTreeWalker(keys, NodeFilter.SHOW_TEXT), range = document.createRange(), found = [];
  const middle = ({ top, bottom }) => (top + bottom) / 2;
  while (walker.nextNode()) {
    const node = walker.currentNode, at = node.data.indexOf("·");
    if (at < 0) continue;
    range.setStart(node, at); range.setEnd(node, at + 1);
    const key = [...keys.querySelectorAll("kbd")].find(each => node.compareDocumentPosition(each) & 4);
    found.push(middle(key.getBoundingClientRect()) - middle(range.getBoundingClientRect()));
  }
  return found;
}"""


def test_a_dot_in_a_sentence_stays_with_what_follows(open_page: Open) -> None:
    """The keys of the questionnaire, in the help."""
    page = open_page("/help/", language="zh-hant")
    keys = page.locator("p", has=page.locator("kbd").first).first
    for width in range(320, 440, 10):
        page.set_viewport_size({"width": width, "height": 800})
        falls = keys.evaluate(FALLS)
        assert len(falls) == 3
        assert max(falls) < 9, width
