"""Tables of a Word document: air after numbers, rows that keep each other company, words that do not break."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from assessments.reports.renderers.to_docx import to_docx

from . import documents
from .docx_reading import captioned, opened, rows, worded
from .test_docx_pages import _style


def report(language: str = "en"):
    return worded(documents.report(language))


@pytest.fixture(scope="module")
def chinese():
    return report("zh-hans")


@pytest.fixture(scope="module")
def read(chinese):
    return opened(to_docx(chinese))


def air(row) -> list[bool]:
    """Which cells of a row begin with air."""
    return [cell.find(f".//{qn('w:tcMar')}") is not None for cell in row.findall(qn("w:tc"))]


def test_words_after_a_number_stand_apart_from_it(chinese, read):
    table = captioned(read)[chinese.certainty.head.topic]
    assert [air(row) for row in table._tbl.iter(qn("w:tr"))] == [[False, False, True]] * (
        len(chinese.certainty.rows) + 1
    )


def test_no_row_stands_alone_on_a_page(read):
    """The first stays with the second and the last but one with the last."""
    seen = 0
    for table in read.tables:
        told = [row for row in table._tbl.iter(qn("w:tr")) if row.find(f".//{qn('w:tblHeader')}") is None]
        if len(told) > 2:
            seen += 1
            for row in (told[0], told[-2]):
                heard = row.find(f".//{qn('w:gridSpan')}") is not None  # may be longer than a page
                assert heard or row.find(f".//{qn('w:keepNext')}") is not None
    assert seen > 5


def test_what_is_said_of_an_answer_breaks_between_its_parts(chinese):
    remarks = ("10 份回答", "介于阶段 1 与 2 之间", "1 人认为不适用", "看法不一")
    groups = tuple(
        replace(group, rows=tuple(replace(row, remarks=remarks) for row in group.rows))
        for group in chinese.answers.groups
    )
    made = opened(to_docx(replace(chinese, answers=replace(chinese.answers, groups=groups))))
    answer = rows(captioned(made)[groups[0].name])[1][1]
    assert answer.splitlines()[1:] == ["10 份回答 · 介于阶段 1 与 2 之间 · 1 人认为不适用", "看法不一"]


def hinted(read) -> dict[str, bool]:
    """Which texts are said to be East Asian, quotation marks and all."""
    found = {}
    for said in read.element.body.iter(qn("w:t")):
        fonts = said.getparent().find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        found[said.text] = fonts is not None and fonts.get(qn("w:hint")) == "eastAsia"
    return found


def test_quotation_marks_in_chinese_are_chinese(chinese):
    head = replace(
        chinese.trust.head, finding="“一致”是最弱的要素。", paragraphs=("店长说 “it’s fine”。", "没有引号。")
    )
    told = hinted(opened(to_docx(replace(chinese, trust=replace(chinese.trust, head=head)))))
    assert told["“一致”是最弱的要素。"]
    assert not told["店长说 “it’s fine”。"]
    assert not told["没有引号。"]


def test_quotation_marks_in_english_are_latin():
    told = hinted(opened(to_docx(replace(report(), finding="“海港” stands on level 2."))))
    assert not any(told.values())


def test_a_section_of_a_sentence_does_not_stay_with_the_next():
    document = report()
    made = opened(to_docx(replace(document, flags=replace(document.flags, flags=()))))
    body = list(made.element.body)
    finding = next(
        each for each in body if "".join(t.text or "" for t in each.iter(qn("w:t"))) == document.flags.head.finding
    )
    assert finding.find(f".//{qn('w:keepNext')}").get(qn("w:val")) == "0"
    after = body[body.index(finding) + 1]
    assert _style(after) == "Heading1"
