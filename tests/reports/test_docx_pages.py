"""Where the pages of a Word document begin, and what stays on one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from docx.oxml.ns import qn

from assessments.reports.renderers.to_docx import to_docx

from .docx_reading import opened
from .second_round import second_round


@pytest.fixture(scope="module")
def read():
    return opened(to_docx(second_round()))


def test_no_paragraph_stands_between_the_contents_and_the_first_section(read):
    """An empty one would be a page of its own wherever the contents fill theirs."""
    told = list(read.paragraphs)
    last = max(place for place, each in enumerate(told) if each.style.name == "toc 1")
    heading = told[last + 1]
    assert heading.style.name == "Heading 1"
    assert heading.paragraph_format.page_break_before
    fresh = [each for each in told if each.paragraph_format.page_break_before]
    assert fresh == [heading] or [each.text for each in fresh] == [heading.text]


def test_a_caption_stays_whole_and_a_practice_with_what_was_said_of_it(read):
    captions = [each for each in read.paragraphs if each.style.name == "Caption"]
    assert captions
    assert all(each.paragraph_format.keep_together for each in captions)
    for table in read.tables:
        rows = list(table._tbl.iter(qn("w:tr")))
        for above, row in pairwise(rows):
            if row.find(f".//{qn('w:gridSpan')}") is not None:
                assert above.find(f".//{qn('w:keepNext')}") is not None


def test_a_step_stays_with_its_facts(read):
    body = list(read.element.body)
    leads = [place for place, each in enumerate(body[:-1]) if each.tag == qn("w:p") and _style(each) == "Heading3"]
    assert leads
    for place in leads:
        before_table = next(at for at in range(place, len(body)) if body[at].tag == qn("w:tbl")) - 1
        assert body[before_table].find(f".//{qn('w:keepNext')}") is not None


def test_a_step_stays_with_its_reasons(read):
    """From its title to the last of them on one page: every paragraph but those of the last row keeps with the next."""
    body = list(read.element.body)
    leads = [place for place, each in enumerate(body) if each.tag == qn("w:p") and _style(each) == "Heading3"]
    styles = {each.style_id for each in read.styles if each.type == 1 and each.paragraph_format.keep_with_next}
    assert leads
    for place in leads:
        _, reasons = [at for at in range(place, len(body)) if body[at].tag == qn("w:tbl")][:2]
        last = body[reasons].findall(qn("w:tr"))[-1]
        told = [
            each
            for part in body[place : reasons + 1]
            for each in part.iter(qn("w:p"))
            if last not in each.iterancestors()
        ]
        assert all(_style(each) in styles or each.find(f".//{qn('w:keepNext')}") is not None for each in told)


def _style(paragraph):
    return paragraph.find(f".//{qn('w:pStyle')}").get(qn("w:val"))
