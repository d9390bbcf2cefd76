"""The report in Word: everything the document says, with real styles, contents and captions."""

from __future__ import annotations

import math

import pytest
from docx.oxml.ns import qn

from assessments.reports.document import SECTIONS, ReportDocument
from assessments.reports.renderers.to_docx import WRITERS, to_docx
from tests.maturity.builders import everything as answering
from tests.maturity.builders import sheet

from .documents import LANGUAGES, report
from .docx_reading import captioned, everything, fields, opened, pictures, rows, texts, worded
from .test_build import report as built


@pytest.fixture(scope="module", params=LANGUAGES)
def made(request: pytest.FixtureRequest) -> tuple[ReportDocument, object]:
    document = worded(report(request.param))
    return document, opened(to_docx(document))


def test_every_section_has_a_writer():
    assert set(WRITERS) == set(SECTIONS)


def test_the_headings_are_the_sections_in_their_order(made):
    document, read = made
    assert texts(read, "Heading 1") == [f"{head.number}\u2002{head.topic}" for head in document.heads]
    findings = texts(read, "CX Finding")
    assert findings == [document.finding, *(head.finding for head in document.heads)]
    assert len(texts(read, "Heading 2")) >= len(document.lenses.lenses) + len(document.answers.groups)
    assert len(texts(read, "Heading 3")) == len(document.steps.steps)


def test_the_scores_of_the_tables_are_those_of_the_scorecard(made):
    document, read = made
    table = captioned(read)[document.profile.head.topic]
    told = {row[0]: row[1:5] for row in rows(table)[1:]}
    found = {each.id: each for each in document.card.dimensions}
    assert len(told) == len(found) == 10
    for each in document.profile.rows:
        score = found[each.id]
        values = (score.score, score.low, score.high, score.evidenced)
        wanted = [each.score.text, *("–" if value is None else f"{math.floor(value + 0.5)}" for value in values[1:])]
        assert told[each.name] == wanted
        assert score.score is None or abs(float(told[each.name][0]) - score.score) <= 0.5


def test_a_score_close_to_an_edge_is_not_below_its_lowest():
    """One of sixty people says 1 to a single practice: 49.93, which is said alike in every column."""
    document = built(sheet(frontline=[answering(2)] * 59 + [answering(2) | {"l1-accurate-facts": 1}]))
    table = captioned(opened(to_docx(document)))[document.profile.head.topic]
    assert rows(table)[1][1:5] == ["49.9"] * 4


def test_a_short_table_stays_on_one_page(made):
    """No row of a lens, of the levels or of the firmest practices has a page to itself."""
    document, read = made
    tables = captioned(read)
    names = [each.title for each in document.lenses.lenses]
    names += [document.pyramid.head.topic, document.trust.head.topic, document.strengths.strengths_title]
    for name in names:
        *before, last = tables[name].rows[1:]
        assert all(each.paragraph_format.keep_with_next for row in before for each in row.cells[0].paragraphs), name
        assert not any(each.paragraph_format.keep_with_next for each in last.cells[0].paragraphs), name


def test_every_practice_stands_there_with_its_stage_and_its_answer(made):
    document, read = made
    tables = captioned(read)
    for group in document.answers.groups:
        told = rows(tables[group.name])[1:]
        stages = {row[0].split("\n")[0]: (row[1].split("\n")[0], row[2]) for row in told if row[0] != row[2]}
        for each in group.rows:
            assert stages[each.title] == (each.answer, each.stage.text)
            assert each.stage.value is None or float(each.stage.text) == pytest.approx(each.stage.value, abs=0.05)


def test_every_step_has_its_reasons_and_the_method_every_term(made):
    document, read = made
    said = everything(read)
    for step in document.steps.steps:
        assert step.how in said
        assert all(reason.text in said for reason in step.reasons)
    assert all(term in said and words in said for term, words in document.method.items)


def test_the_contents_show_their_entries_before_anybody_updates_them(made):
    _document, read = made
    entries = [each for each in read.paragraphs if each.style.name == "toc 1"]
    links = [each._p.find(qn("w:hyperlink")) for each in entries]
    told = [[t.text for t in link.iter(qn("w:t"))] for link in links]
    assert ["\u2002".join(each) for each in told] == texts(read, "Heading 1")
    assert [link.find(f".//{qn('w:tab')}") is not None for link in links] == [len(each) == 2 for each in told]
    assert not read.settings.element.findall(qn("w:updateFields"))  # or Word asks about “other files” at each opening
    assert not [each for each in read.element.body.iter(qn("w:fldChar")) if each.get(qn("w:dirty"))]
    anchors = {link.get(qn("w:anchor")) for link in links}
    marks = {each.get(qn("w:name")) for each in read.element.body.iter(qn("w:bookmarkStart"))}
    assert anchors <= marks
    assert sum(each.startswith("TOC ") for each in fields(read.element.body)) == 1
    kinds = [each.get(qn("w:fldCharType")) for each in read.element.body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_captions_count_by_fields_and_pictures_say_what_they_show(made):
    document, read = made
    captions = [each for each in read.paragraphs if each.style.name == "Caption"]
    assert len([each for each in fields(read.element.body) if each.startswith("SEQ ")]) == len(captions)
    for kind in ("figure", "table"):
        before = document.words[kind].split("{number}")[0]
        numbers = [
            each.text.removeprefix(before).split("\u2002")[0] for each in captions if each.text.startswith(before)
        ]
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    said = pictures(read)
    assert len(said) >= 9
    assert all(each.get("descr") for each in said)
    assert len({each.get("id") for each in said}) == len(said)


def test_heads_of_tables_are_repeated_and_pages_are_numbered_by_fields(made):
    document, read = made
    for table in captioned(read).values():
        titled = any(cell.text for cell in table.rows[0].cells)
        head = table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
        assert head is not None or not titled or table.rows[0].cells[0].paragraphs[0].style.name != "CX Table Head"
    section = read.sections[0]
    assert {"PAGE", "NUMPAGES"} <= set(fields(section.footer._element))
    assert document.company in section.header.paragraphs[0].text
    assert section.different_first_page_header_footer
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx((210, 297), abs=0.1)


def test_latin_and_han_have_fonts_and_a_language_of_their_own(made):
    document, read = made
    defaults = read.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    font, language = defaults.find(qn("w:rFonts")), defaults.find(qn("w:lang"))
    han = {"en": "Microsoft YaHei", "zh-hans": "Microsoft YaHei", "zh-hant": "Microsoft JhengHei"}[document.language]
    assert font.get(qn("w:eastAsia")) == han
    assert language.get(qn("w:eastAsia")) == ("zh-TW" if document.language == "zh-hant" else "zh-CN")
    wanted = {"en": "en-GB", "zh-hans": "zh-CN", "zh-hant": "zh-TW"}[document.language]
    assert read.core_properties.language == wanted
    assert document.company in read.core_properties.title
