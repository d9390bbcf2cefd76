"""Chinese headlines break between words, on every width: 真正 is never 真 here and 正 there."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from assessments.words.phrases import bound
from tests.browser.conftest import Open
from tests.personas import World

# The browser’s own dictionary says where words end; each word must stand in one line, with what closes it.
BROKEN = r"""headings => headings.flatMap(heading => {
  const AFTER_A_NAME = /[”」](?!或)\p{Script=Han}/u;
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT), places = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < node.length; at++) if (!/[\u200b\u2060]/.test(node.data[at])) places.push([node, at]);
  const text = places.map(([node, at]) => node.data[at]).join(""), range = document.createRange();
  const middle = index => {
    const [node, at] = places[index];
    range.setStart(node, at); range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    return (box.top + box.bottom) / 2;
  };
  const found = [];
  for (const { segment, index } of new Intl.Segmenter("zh", { granularity: "word" }).segment(text))
    for (let at = index; at < index + segment.length; at++)
      if (at && (at > index || /[，。：、？”」]/.test(segment) || AFTER_A_NAME.test(text.slice(at - 1, at + 1)))
          && middle(at) - middle(at - 1) > 9)
        found.push(text.slice(0, at) + "|" + text.slice(at));
  return found;
})"""

DOTS_AT_THE_BEGINNING = """heading => {
  const node = heading.firstChild, range = document.createRange();
  const top = at => (range.setStart(node, at), range.setEnd(node, at + 1), range.getBoundingClientRect().top);
  const letters = [...node.data].map((sign, at) => [sign, at]).filter(([sign]) => !/[\\u200b\\u2060]/.test(sign));
  return letters.some(([sign, at], place) => place && sign === "·" && top(at) - top(letters[place - 1][1]) > 9);
}"""


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_no_headline_breaks_inside_a_word(language: str, open_page: Open) -> None:
    page = open_page("/", language=language)
    headlines, found = page.locator("main :is(h1, h2, .cx-model h3)"), {}
    assert headlines.count() == 9
    for width in (320, 375, 414, 768, 1024, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = headlines.evaluate_all(BROKEN)
    assert {width: broken for width, broken in found.items() if broken} == {}


@pytest.mark.parametrize("width", [375, 1440])
@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_no_finding_of_a_report_breaks_inside_a_word_or_after_a_name(
    language: str, width: int, open_page: Open
) -> None:
    """Every sentence that the report opens with, and every step; on a phone no phrase fits on a line."""
    page = open_page("/sample/", language=language, width=width)
    assert page.locator("main :is(.cx-find, .cx-step h3)").evaluate_all(BROKEN) == []


def test_in_english_numbers_stay_with_their_words_as_they_do_in_documents(open_page: Open) -> None:
    page = open_page("/sample/", width=375)
    told = page.locator("main :is(.cx-find, .cx-step h3)").evaluate_all("all => all.map(each => each.textContent)")
    assert told == [bound(each.replace("\xa0", " ")) for each in told]
    assert "level\xa0" in told[0]


def test_a_phrase_too_long_for_its_column_breaks_between_words_on_wide_screens_too(
    open_as_owner: Open, world: World
) -> None:
    """Beside the buttons there is no room for it; a line that fits ends after a mark, and so does a smaller window."""
    world.company.name = "歐陽集團股份有限公司臺灣分公司暨亞太地區客戶體驗營運管理中心第一期工程"
    world.company.save()
    path = f"/companies/{world.company.code}/"
    heading = open_as_owner(path, language="zh-hant", width=1024).locator("h1")
    assert heading.get_attribute("data-parted") == "words"
    assert heading.evaluate_all(BROKEN) == []
    help_page = open_as_owner("/help/", language="zh-hant")
    heading = help_page.locator("h1")
    assert heading.get_attribute("data-parted") == "phrases"
    assert heading.evaluate("each => each.textContent") == "從第一題到完成報告，只要四步。"
    help_page.set_viewport_size({"width": 280, "height": 800})
    expect(heading).to_have_attribute("data-parted", "words")


def test_a_short_name_of_a_company_stays_whole(open_as_owner: Open, world: World) -> None:
    """No dictionary knows it: 雲硯 is never 雲 here and 硯 there."""
    world.company.name = "雲硯眼科診所"
    world.company.save()
    heading = open_as_owner(f"/companies/{world.company.code}/people/", language="zh-hant", width=375).locator("h1")
    assert "雲硯眼科診所" in heading.evaluate("each => each.textContent")
    assert heading.get_attribute("data-parted") == "words"
    assert heading.evaluate_all(BROKEN) == []


def test_the_next_question_breaks_between_words_too(open_as_owner: Open, world: World) -> None:
    """It comes without a new page."""
    path = f"/assessments/{world.assessment.code}/answer/l1-searchable-help/"
    page = open_as_owner(path, language="zh-hant", width=375)
    question = page.locator("h1.cx-q")
    first = question.inner_text()
    page.get_by_role("radio").nth(1).check()
    page.get_by_role("button", name="下一題").click()
    expect(question).not_to_have_text(first)
    expect(question).to_have_attribute("data-parted", re.compile("words|phrases"))
    assert question.evaluate_all(BROKEN) == []


def test_words_that_browsers_do_not_know_and_foreign_names_stay_whole(open_page: Open, open_as_owner: Open) -> None:
    """链接 is no word in their dictionary; the dot in a name begins no line."""
    heading = open_page("/r/", language="zh-hans", width=375).locator("h1")
    assert (
        re.sub("[\u200b\u2060]", " ", heading.evaluate("each => each.textContent.trim()"))
        == "用 您的 个人 链接 打开 题目。"
    )
    name = "瑪麗亞·德拉克魯斯·岡薩雷斯"
    page = open_as_owner("/help/", language="zh-hant", width=375)
    for width in range(280, 420, 20):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(
            "name => document.querySelector('h1').replaceWith(Object.assign(document.createElement('h1'),"
            " {className: 'cx-find cx-find-1', textContent: name}))",
            name,
        )
        heading = page.locator("h1[data-parted]")
        expect(heading).to_be_visible()
        assert not heading.evaluate(DOTS_AT_THE_BEGINNING)
