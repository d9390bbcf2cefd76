"""The report in a real browser: numbers that open, folds, files, upload, paper; accessible in light and dark."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessments.content.loader import framework
from tests.browser.conftest import Open, faults, overflows, sweep
from tests.browser.test_pages import NARROWEST, looks
from tests.office import pages_of
from tests.personas import World
from tests.reports.pdf_reading import tight
from tests.views.test_reports import answer


def path(world: World, rest: str = "report/") -> str:
    return f"/assessments/{world.assessment.code}/{rest}"


def unfold(page: Page) -> None:
    """Everything that can be folded, open: axe looks only at what is shown."""
    page.evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })")


def fold_the_alike(page: Page) -> None:
    """Of the lists of practices, which are made alike, two stay open: axe would read all ten for many seconds."""
    page.evaluate(
        "document.querySelectorAll('main .cx-all ~ .cx-all ~ .cx-all').forEach((each) => { each.open = false; })"
    )


@looks
def test_report_pages_are_accessible_and_fit(
    theme: str, language: str, width: int, open_as_owner: Open, world: World
) -> None:
    answer(world, people=4, note="Seen on Monday, see the list")
    world.assessment.red_flags = ["RF-01", "RF-09"]
    world.assessment.save()
    page = open_as_owner("/help/", theme=theme, language=language, width=width)
    rests = ["report/", "report/numbers/l1/", "report/numbers/priority-l1-accurate-facts/", "upload/"]
    addresses = [*(path(world, rest) for rest in rests), "/sample/", "/sample/numbers/trust/"]

    def unfolded(page: Page) -> None:
        unfold(page)
        assert overflows(page) <= 0, page.url
        fold_the_alike(page)

    assert sweep(page, addresses, after=unfolded, axe=width > NARROWEST) == {}
    assert page.locator("html").get_attribute("lang") == language


BEGINNINGS = """heading => {
  const text = heading.firstChild, range = document.createRange(), found = [];
  for (let at = 1, last = 0; at < text.length; at++) {
    range.setStart(text, at); range.setEnd(text, at + 1);
    const { top, height } = range.getBoundingClientRect();
    if (at > 1 && top > last + height / 2) found.push(text.data[at]);
    last = top;
  }
  return found;
}"""


@pytest.mark.parametrize(
    ("rest", "where", "width", "words"),
    [
        ("report/", "#synergy h2", 1440, "现有回答还不足以判断体验与信任的关系。" * 3),
        ("review/", "h1", 1024, "没有哪项实践的分歧大到需要标记。"),
    ],
)
def test_no_line_of_a_chinese_heading_begins_with_punctuation(
    rest: str, where: str, width: int, words: str, open_as_owner: Open, world: World
) -> None:
    """Beside a figure or buttons a phrase is longer than the line. With scripts, it breaks between words anyway."""
    answer(world)
    heading = open_as_owner(path(world, rest), width=width, language="zh-hans", scripts=False).locator(where)
    heading.evaluate("(each, words) => { each.textContent = words; }", words)
    begun = heading.evaluate(BEGINNINGS)
    assert begun and "。" not in begun


def test_a_number_opens_down_to_the_answers(open_as_owner: Open, world: World) -> None:
    answer(world, people=2)
    page = open_as_owner(path(world))
    page.locator("#pyramid").get_by_role("link", name="75").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("÷ 6 × 25 = 75")
    dialog.get_by_role("link").first.click()
    expect(dialog).to_contain_text("Owner, Managers")
    expect(dialog.get_by_role("heading")).to_be_focused()  # the link is gone, and the keyboard goes on from here
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert page.url.endswith("/report/")


def test_from_one_explanation_to_the_next_there_is_a_way_back(open_as_owner: Open, world: World) -> None:
    answer(world, people=2)
    page = open_as_owner(path(world), language="zh-hant")
    opener = page.locator("#pyramid").get_by_role("link", name="75").first
    opener.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("÷ 6 × 25 = 75")
    back = dialog.get_by_role("button", name="返回")
    expect(back).to_be_hidden()  # nothing was shown before
    followed = dialog.get_by_role("link").nth(1)
    first = dialog.locator("[data-explanation-body]").inner_text()
    followed.click()
    expect(dialog).to_contain_text("先取各組平均")
    back.click()
    expect(dialog.locator("[data-explanation-body]")).to_have_text(first, use_inner_text=True)
    expect(followed).to_be_focused()
    expect(back).to_be_hidden()
    followed.click()
    expect(back).to_be_visible()
    page.keyboard.press("Escape")
    opener.click()
    expect(dialog).to_contain_text("÷ 6 × 25 = 75")
    expect(back).to_be_hidden()


def test_a_number_is_a_page_of_its_own_without_script(open_as_owner: Open, world: World) -> None:
    answer(world)
    page = open_as_owner(path(world), scripts=False)
    page.locator("#pyramid").get_by_role("link", name="75").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name="Back to the report").click()
    assert page.url.endswith("/report/")


@pytest.mark.parametrize("kind", ["PDF report", "Excel workbook", "JSON"])
def test_files_are_downloaded(kind: str, open_as_owner: Open, world: World) -> None:
    answer(world)
    page = open_as_owner(path(world))
    page.get_by_text("Download", exact=True).click()
    with page.expect_download() as download:
        page.get_by_role("link", name=kind).click()
    assert download.value.suggested_filename.startswith("Harbour Retail Autumn 2026")


def test_an_upload_is_seen_before_it_is_written(open_as_owner: Open, world: World, tmp_path: Path) -> None:
    given = {practice: {"stage": 2} for practice in framework().practices}
    person = {"name": "Owner", "group": "managers", "answers": given}
    frame = {"format": "cxmaturity-answers/1", "framework": "cx-pyramid", "framework_version": 1}
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({**frame, "respondents": [person]}))
    page = open_as_owner(path(world, "upload/"))
    page.get_by_label("File with answers").set_input_files(file)
    page.get_by_role("button", name="Check the file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("56 answers in the file are new.")
    assert faults(page) == []
    page.get_by_role("button", name="Write these answers").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("All 56 practices are answered")


def test_an_upload_with_a_long_name_and_a_long_address_stays_inside_its_columns(
    open_as_owner: Open, world: World, tmp_path: Path
) -> None:
    said = {"stage": 2, "note": "Asked twice. " * 20, "evidence": f"https://example.com/{'a' * 200}"}
    people = [
        {"name": name, "group": "managers", "answers": {"l1-accurate-facts": said}}
        for name in ("Owner", "Averylongnamewithoutanyspace" * 3)
    ]
    frame = {"format": "cxmaturity-answers/1", "framework": "cx-pyramid", "framework_version": 1}
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({**frame, "respondents": people}))
    page = open_as_owner(path(world, "upload/"))
    page.get_by_label("File with answers").set_input_files(file)
    page.get_by_role("button", name="Check the file").click()
    expect(page.locator("details", has_text="new respondent").locator("summary")).to_contain_text("1 answer")
    widths = (
        page.locator(".cx-uploaded").first.locator("thead th").evaluate_all("all => all.map(each => each.offsetWidth)")
    )
    assert min(widths) > 200  # no column is squeezed by what stands in another
    for width in (1440, 375):
        page.set_viewport_size({"width": width, "height": 900})
        unfold(page)
        assert faults(page) == []


def test_on_paper_no_caption_stands_apart_from_its_figure(open_page: Open, tmp_path: Path) -> None:
    """Wherever on a sheet the section begins."""
    page, printed = open_page("/sample/"), tmp_path / "printed.pdf"
    caption, last = page.locator("#gap .cx-cap").inner_text(), page.locator("#gap .cx-dim").last.inner_text()
    page.evaluate("document.querySelectorAll('.cx-sec:not(#gap)').forEach((each) => each.remove())")
    page.evaluate("document.querySelector('#gap').before(document.createElement('hr'))")
    for room in range(0, 1000, 24):
        page.evaluate(
            "room => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`hr { height: ${room}px; }`);"
            " document.adoptedStyleSheets = [sheet]; }",
            room,
        )
        page.pdf(path=printed, prefer_css_page_size=True)
        sheets = [tight(each) for each in pages_of(printed.read_bytes())]
        assert last in next(each for each in sheets if tight(caption)[-40:] in each), room


def test_the_screen_page_prints_whole(open_as_owner: Open, world: World) -> None:
    answer(world)
    page = open_as_owner(path(world))
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    closed = page.locator("details.cx-more:not([open])").count()
    assert closed == 0
    expect(page.locator(".cx-report-actions")).to_be_hidden()
    assert page.get_by_text("Add a note").count() > 3  # on the screen a writer may; nobody can press it on paper
    assert page.get_by_text("Add a note").filter(visible=True).count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.cx-more:not([open])").count() > 0
