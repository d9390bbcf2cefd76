"""The board’s summary is two pages, a group’s page is one, whatever stands in them; neither tells more than it may."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image
from pypdf import PdfReader

from assessments.maturity.anonymity import anonymous_sheet
from assessments.maturity.answers import Answer, AnswerSheet, Respondent
from assessments.reports.document import Facts, ReportDocument
from assessments.reports.look import OURS, Look
from assessments.reports.renderers.pdf.cuts import groups_payload
from assessments.reports.renderers.to_board_pdf import to_board_pdf
from assessments.reports.renderers.to_groups_pdf import to_groups_pdf
from assessments.reports.wording import index_text
from tests.maturity.builders import FRAMEWORK, TODAY, everything, sheet
from tests.office import pages_of, pictures

from .hostile import HOSTILE
from .pdf_reading import faults, text_of, tight  # noqa: F401 - a fixture that watches every test
from .sheets import random_sheet
from .test_build import FACTS, LANGUAGES, report

LONG = Facts(
    "Gesellschaft für Kundenzufriedenheit " * 4, "retail", "250-999", "Herbst 2026 " * 12, TODAY, "Beratung " * 18
)
FLAGS = frozenset(list(FRAMEWORK.flags)[:9])

APART = re.compile(r"(On) .+ this group is (\d+) points")


def crowd(seed: int = 5) -> AnswerSheet:
    return random_sheet(seed)


def spoken(word: str) -> AnswerSheet:
    """Many people, each of them with the same hostile word for a name and for every note."""
    people = [
        Respondent(word, group, {each: Answer(stage=n % 5, note=word, evidence=word) for each in FRAMEWORK.practices})
        for n, group in enumerate(FRAMEWORK.group_ids * 4)
    ]
    return AnswerSheet(tuple(people), TODAY, red_flags=FLAGS)


def pages(content: bytes) -> list[str]:
    return [tight(page) for page in pages_of(content)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_boards_summary_is_two_pages_with_everything_on_them(language):
    document = report(crowd(), language)
    first, second = pages(to_board_pdf(document))
    for text in (
        document.finding,
        *(key.number.text for key in document.keys),
        *(row.name for row in document.profile.rows),
    ):
        assert tight(text) in first
    for row in document.profile.rows:
        assert row.score.text in first
    gaps, strong = document.strengths.gaps[:3], document.strengths.strengths[:3]
    for text in (
        *(each.title for each in (*gaps, *strong)),
        *document.board.decisions,
        document.certainty.head.finding,
    ):
        assert tight(text) in second
    assert len(document.board.steps) == 5
    for step in document.board.steps:
        assert tight(step.do) in second
        assert tight(step.when) in second


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_content_still_fits(language):
    document = report(replace(crowd(8), red_flags=FLAGS), language, LONG)
    look = Look(name="N" * 300, accent="#7A1F5C", footer="F" * 300)
    assert len(pages(to_board_pdf(document, look))) == 2
    assert len(pages(to_groups_pdf(report(spoken("W" * 400), language, LONG), look))) == 3


@pytest.mark.parametrize("word", HOSTILE[::9], ids=range(len(HOSTILE[::9])))
def test_what_people_type_breaks_no_page(word):
    document = report(spoken(word), "zh-hans", replace(FACTS, company=word, title=word, prepared_by=word))
    assert len(pages(to_board_pdf(document))) == 2
    assert len(pages(to_groups_pdf(document))) == 3


@pytest.mark.parametrize(
    "answers", [random_sheet(0), random_sheet(1), AnswerSheet((), TODAY)], ids=["one", "two", "none"]
)
def test_few_answers_make_two_pages_too_and_no_page_for_a_group(answers):
    document = report(answers)
    assert len(pages(to_board_pdf(document))) == 2
    assert document.groups == ()
    (only,) = pages(to_groups_pdf(document))
    assert tight(document.words["no_page"]) in only


def test_a_half_that_came_out_a_hair_too_small_is_rounded_as_in_the_rest_of_the_report():
    document = report(crowd())
    page = document.groups[0]
    rows = [replace(each, own=62.49999999999999, whole=37.49999999999999) for each in page.rows]
    (told,) = pages(to_groups_pdf(replace(document, groups=(replace(page, rows=tuple(rows)),))))
    assert told.count("6338") == len(rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_group_gets_one_page_with_its_own_numbers(language):
    document = report(crowd(), language)
    told = pages(to_groups_pdf(document))
    assert len(told) == len(document.groups) == 3
    for text, page in zip(told, document.groups, strict=True):
        for part in (page.topic, page.finding, page.thanks, page.ask, *(step.do for step in page.steps)):
            assert tight(part) in text
        for row in page.rows:
            assert tight(f"{index_text(row.own)}{index_text(row.whole)}{row.difference}") in text


def test_the_sentence_of_a_group_says_the_number_of_its_table():
    told = [page for seed in range(12) for page in report(crowd(seed)).groups]
    claims = [(page, int(found[2])) for page in told if (found := APART.search(page.finding))]
    assert claims
    for page, points in claims:
        differences = {row.name: abs(int(row.difference.replace("−", "-"))) for row in page.rows}
        assert points == max(differences.values())
        furthest = [row.name for row in page.rows if row.name in page.finding.rpartition("On ")[2]]
        assert [differences[name] for name in furthest] == [points] * len(furthest)


def test_a_group_that_may_not_be_shown_has_no_page():
    """Of eleven people four, four and three: where four must answer, the three share a page with their neighbours."""
    document = report(anonymous_sheet(FRAMEWORK, crowd(), 4))
    assert [each.name for each in document.groups] == ["Leaders", "Managers and frontline"]
    assert "P0" not in text_of(PdfReader(BytesIO(to_groups_pdf(document))))


def test_nobody_is_named_on_a_groups_page():
    people = random_sheet(5)
    named = replace(
        people, respondents=tuple(replace(each, name=f"Zacharias {n}") for n, each in enumerate(people.respondents))
    )
    assert "Zacharias" not in text_of(PdfReader(BytesIO(to_groups_pdf(report(named)))))


def test_a_house_gives_both_its_name_and_colour():
    document: ReportDocument = report(crowd())
    for made in (to_board_pdf, to_groups_pdf):
        assert "Northstar" in pages(made(document))[0]
        assert "Lighthouse" in pages(made(document, Look(name="Lighthouse", accent="#7A1F5C")))[0]


def test_a_board_hears_how_many_flags_are_open_and_of_three_by_name():
    few, many = (report(sheet(everything(2), red_flags=list(FRAMEWORK.flags)[:count])) for count in (3, 10))
    names = "“Long waits”, “Staff who miss what customers need” and “Unresolved problems”."
    assert few.board.decisions[0] == f"Who closes the open red flags: {names}"
    assert many.board.decisions[0] == f"Who closes the 10 open red flags, among them {names}"


def test_chinese_letters_at_the_top_of_an_english_page_are_whole(tmp_path):
    """Their line begins the page; it is measured from the height of its capitals, above which they rise."""
    heights = []
    for subtitle in ("国国国国国国国国国国", "HHHHHHHHHH"):
        made = tmp_path / f"{len(heights)}.pdf"
        made.write_bytes(to_board_pdf(replace(report(crowd()), eyebrow=(subtitle,))))
        page = Image.open(pictures(made, tmp_path, dpi=200, last=1)[0]).convert("L")
        line = page.crop((150, int(27 / 25.4 * 200), 700, int(34 / 25.4 * 200)))
        _left, top, _right, bottom = line.point(lambda shade: 255 * (shade < 160)).getbbox()
        heights.append((bottom - top) / 200 * 72)
    han, capitals = heights
    assert han / capitals > 1.15


def test_the_head_of_a_page_names_the_round_in_full_where_there_is_room():
    title = "The whole team, anonymously, autumn"
    assert tight(title) in pages(to_groups_pdf(report(crowd(), facts=replace(FACTS, title=title))))[0]


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_what_a_group_said_breaks_between_phrases_and_at_every_sentence(language):
    for seed in range(6):
        document = report(crowd(seed), language)
        for page, told in zip(document.groups, groups_payload(document, OURS)["groups"], strict=True):
            lines = told["finding"].split("\n")
            assert "".join(lines) == page.finding
            assert all("。" not in line[:-1] for line in lines)
            for line, following in pairwise(lines):
                assert line[-1] in "，。、：”」的了" or following[0] in "“「而", lines
