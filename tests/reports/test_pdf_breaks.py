"""Where the pages of a PDF break: no page is left half empty for want of a calmer break, no row or sign stands alone."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from assessments.reports.build import build
from assessments.reports.document import ReportDocument
from assessments.reports.look import Note
from assessments.reports.renderers.to_pdf import to_pdf
from tests.office import pages_of
from tests.value.test_value import full

from .documents import report
from .pdf_reading import faults, tight
from .sheets import random_sheet
from .test_build import source

__all__ = ["faults"]  # used by every test

LENGTHS = range(3, 34, 6)  # of the last lane of the roadmap: how far down a page the next section begins


def only(document: ReportDocument, *names: str) -> ReportDocument:
    """A report of these sections alone: where a page breaks depends on what stands right before and after."""
    sections = {name: getattr(document, name) for name in names}
    numbered = {
        name: replace(section, head=replace(section.head, number=number))
        for number, (name, section) in enumerate(sections.items(), start=1)
    }
    return replace(document, **numbered, order=names)


def reaching(rows: int) -> ReportDocument:
    """A report whose roadmap has so many steps later on, with what follows it."""
    document = report()
    *lanes, later = document.roadmap.lanes
    later = replace(later, items=(lanes[0].items[:1] * rows))
    made = replace(document, roadmap=replace(document.roadmap, lanes=(*lanes, later)))
    return only(made, "roadmap", "certainty", "gap", "answers", "method")


def told_by(document: ReportDocument) -> list[str]:
    return [tight(each) for each in pages_of(to_pdf(document))]


@cache
def pages(rows: int):
    """Such a report, and the words of its pages."""
    document = reaching(rows)
    return document, told_by(document)


def briefly(document: ReportDocument) -> ReportDocument:
    """A report with the practices of its first dimension alone: they are half of its pages."""
    return replace(document, answers=replace(document.answers, groups=document.answers.groups[:1]))


def page_of(words: str, told: list[str], after: int = 2) -> int:
    """The first page after the contents with these words."""
    return next(at for at, page in enumerate(told) if at >= after and tight(words) in page)


@pytest.mark.parametrize("rows", LENGTHS)
def test_the_table_of_certainty_breaks_after_its_second_row_at_the_earliest(rows):
    document, told = pages(rows)
    names = [tight(each.name + each.meaning) for each in document.certainty.rows]
    page = told[page_of(f"{document.certainty.head.number} {document.certainty.head.topic}", told)]
    assert names[0] in page
    assert names[1] in page


def test_the_table_of_certainty_takes_the_room_that_a_page_has():
    """Somewhere among these lengths it breaks, and its head stands over what is left of it."""
    broken = 0
    for rows in LENGTHS:
        document, told = pages(rows)
        first, last = (
            page_of(each.name + each.meaning, told)
            for each in (document.certainty.rows[0], document.certainty.rows[-1])
        )
        if first < last:
            broken += 1
            assert "ValueGrade" in told[last]
    assert broken


@pytest.mark.parametrize("lines", range(2, 20, 2))
def test_the_contents_stand_whole_on_one_page_under_a_summary_of_any_length(lines):
    document = briefly(replace(report(), notes={"summary": Note("\n".join(["A line of the summary."] * lines))}))
    rows = [tight(f"{place} {each.section.head.topic}") for place, each in enumerate(document.shown, start=1)]
    first = [tight(each) for each in pages_of(to_pdf(document))][1:3]
    page = next(each for each in first if tight(document.words["contents"] + rows[0]) in each)
    assert [each for each in rows if each not in page] == []


@pytest.mark.parametrize("gap", ["left out", "of a sentence"])
def test_the_table_of_certainty_stays_whole_where_the_practices_follow(gap):
    """They begin a page: its last rows would have the page before to themselves."""
    names = [each.name + each.meaning for each in report().certainty.rows]
    for rows in range(3, 34, 3):
        document = briefly(reaching(rows))
        if gap == "left out":
            made = only(document, "roadmap", "certainty", "answers")
        else:
            made = only(replace(document, gap=replace(document.gap, rows=())), "roadmap", "certainty", "gap", "answers")
        told = told_by(made)
        assert len({page_of(each, told) for each in names}) == 1


def test_the_method_leaves_no_page_of_two_or_three_rows():
    """Wherever the practices before it end, what goes to another page is a third of it at least."""
    document = report()
    items = tuple((f"Topic {number}", f"Sentence {number}. " * 12) for number in range(15))
    *groups, last = document.answers.groups
    for rows in range(1, 12, 2):
        answers = replace(document.answers, groups=(*groups, replace(last, rows=last.rows[:1] * rows)))
        made = replace(document, answers=answers, method=replace(document.method, items=items))
        on_last_page = told_by(only(made, "answers", "method"))[-1].count("Topic")
        assert on_last_page >= len(items) / 3


def test_no_row_of_the_roadmap_has_a_page_to_itself():
    """Its last two rows stay together, wherever the steps before it end."""
    document = report()
    *lanes, later = document.roadmap.lanes
    beside = max(len(each.items) for each in lanes)  # what goes beyond runs below, three in a row
    for rows in range(beside + 4, 60, 3):
        items = tuple(replace(lanes[0].items[0], title=f"Title{at}.") for at in range(rows))
        made = replace(document, roadmap=replace(document.roadmap, lanes=(*lanes, replace(later, items=items))))
        told = told_by(only(made, "roadmap", "certainty"))
        assert page_of(f"Title{rows - 1}.", told) == page_of(f"Title{rows - 4}.", told)
        assert told[page_of(document.roadmap.caption, told)].count("Title") > 1


def test_every_practice_begins_a_page():
    """Wherever the section before it ends, and without an empty page between them."""
    for rows in LENGTHS:
        document, told = pages(rows)
        heads = {each.key: each for each in document.heads}
        first = page_of(f"{heads['answers'].number}{heads['answers'].topic}{heads['answers'].finding}", told)
        assert tight(document.gap.caption) not in told[first]
        assert tight(document.gap.caption) in told[first - 1]
        assert document.answers.groups[0].rows[0].title.replace(" ", "") in told[first]


def test_the_columns_of_the_practices_are_named_on_every_page_of_them():
    document, told = pages(LENGTHS[0])
    head = next(each for each in document.heads if each.key == "answers")
    first = page_of(f"{head.number}{head.topic}{head.finding}", told)
    last = page_of(document.method.head.finding, told)
    for page in told[first : last + 1]:
        assert page.count("PracticeAnswerStage") == 1


def test_a_section_of_a_sentence_stays_where_there_is_room_for_it():
    """It does not go to the next page along with the section after it."""
    document = report()
    *lenses, last = document.lenses.lenses
    found = []
    for rows in range(1, 26, 4):
        long = replace(document.lenses, lenses=(*lenses, replace(last, items=last.items[:1] * rows)))
        made = replace(document, lenses=long, flags=replace(document.flags, flags=()))
        told = told_by(only(made, "lenses", "flags", "steps"))
        found.append(page_of(made.flags.head.finding, told) < page_of(made.steps.head.finding, told))
    assert any(found)


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_no_chinese_title_ends_in_a_line_of_one_character(language):
    document = report(language)
    lengths = range(16, 16 + len(document.steps.steps))
    steps = tuple(
        replace(each, do="写" * length + "终") for each, length in zip(document.steps.steps, lengths, strict=True)
    )
    made = only(replace(document, steps=replace(document.steps, steps=steps)), "steps")
    lines = [line.strip() for page in pages_of(to_pdf(made)) for line in page.splitlines()]
    assert any(line.endswith("写终") for line in lines)
    assert "终" not in lines


def test_a_table_that_goes_on_repeats_its_head():
    document = build(replace(source(random_sheet(3), "en"), ledger=full(), currency="EUR"))
    value = replace(document.value, ledger=document.value.ledger * 5)
    told = told_by(only(replace(document, value=value), "value", "answers", "method"))
    head, begun = tight("".join(value.assumptions.heads)), tight(value.cautions[0])
    last = next(at for at, page in enumerate(told) if begun in page)
    assert sum(head in page for page in told[:last]) > 1
    assert all(head in page for page in told[last - 2 : last])
