"""The PDF page by page: what stands over a page belongs to it, and no line begins with a sign."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assessments.reports.document import Number

from .documents import LANGUAGES, report
from .pdf_reading import MILLIMETRE, faults, read, tight

__all__ = ["faults"]  # used by every test

ANSWERS, METHOD = 11, 12


def tops(reader):
    """The page of each head, and how far below the page's upper edge it stands."""
    heads = [each for each in reader.outline if not isinstance(each, list)]
    return [(reader.get_destination_page_number(each), 297 - float(each.top) / MILLIMETRE) for each in heads]


def shortened(document, rows):
    """The same report with fewer practices in its last group."""
    *first, last = document.answers.groups
    return replace(document, answers=replace(document.answers, groups=(*first, replace(last, rows=last.rows[:rows]))))


def test_the_method_at_the_head_of_a_page_has_the_page_to_itself():
    """The titles of the practices' columns are not repeated over it, and the running head names it."""
    made = (read(shortened(report("en", seed), rows)) for seed in range(1, 6) for rows in (5, 4, 3, 2))
    reader = next(each for each in made if tops(each)[METHOD][1] < 55)
    words = tight(reader.pages[tops(reader)[METHOD][0]].extract_text())
    assert "PracticeAnswerStage" not in words
    assert "12Everypractice" not in words and words.count("13Method") == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_roadmap_names_its_lanes(language):
    document = report(language)
    lanes = [replace(each, items=document.roadmap.lanes[0].items[:1] * 24) for each in document.roadmap.lanes]
    document = replace(document, roadmap=replace(document.roadmap, lanes=tuple(lanes)))
    reader = read(document)
    (first, _), (last, _) = tops(reader)[8:10]
    assert last - first >= 2
    for number in range(first, last):
        assert tight("".join(each.name for each in lanes)) in tight(reader.pages[number].extract_text())


def test_no_line_of_a_lens_begins_with_a_sign():
    """Two practices and the half-width numbers after them fill the column to its last sign."""
    document = report("zh-hant")
    whole = Number("1", 1.0, "")
    lenses = tuple(
        replace(lens, items=tuple(
            replace(item, practices=tuple(replace(each, stage=whole) for each in item.practices)) for item in lens.items
        ))
        for lens in document.lenses.lenses
    )  # fmt: skip
    reader = read(replace(document, lenses=replace(document.lenses, lenses=lenses)))
    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]
    assert any("懂顧客" in line for line in lines)
    assert [line for line in lines if line.startswith(("；", "·"))] == []


def test_what_is_said_of_an_answer_breaks_between_its_parts():
    document = report("zh-hans")
    remarks = ("10 份回答", "介于阶段 1 与 2 之间", "1 人不知道", "看法不一")
    groups = tuple(
        replace(group, rows=tuple(replace(row, remarks=remarks) for row in group.rows))
        for group in document.answers.groups
    )
    reader = read(replace(document, answers=replace(document.answers, groups=groups)))
    words = "\n".join(page.extract_text() for page in reader.pages)
    assert "看法不一" in words
    assert not re.search(r"看\s*\n法不一|看法\s*\n不一|看法不\s*\n一", words)


def test_a_name_that_is_written_from_the_right_leaves_head_and_foot_in_order():
    page = read(report("en", company="شركة الاختبار", prepared_by="דוגמה")).pages[2]
    pieces = []  # height, distance from the left, text

    def seen(text, matrix, _text_matrix, *_font):
        if text.strip():
            pieces.append((matrix[5], matrix[4], text))

    page.extract_text(visitor_text=seen)
    for height in (max(pieces)[0], min(pieces)[0]):
        line = sorted((x, text) for y, x, text in pieces if abs(y - height) < 4)
        assert re.match(r"[\u0590-\u06ff]", line[0][1]), line
