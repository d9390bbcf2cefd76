"""A Word document under a house’s own name: notes, order of sections, template, hostile texts."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Twips
from PIL import Image

from assessments.reports.document import ReportDocument
from assessments.reports.look import Look, Note
from assessments.reports.renderers.to_docx import to_docx

from . import documents
from .docx_reading import everything, opened, pictures, texts, worded
from .hostile import HOSTILE


def report(**told: str) -> ReportDocument:
    return worded(documents.report(**told))


def logo() -> bytes:
    buffer = BytesIO()
    Image.new("RGBA", (200, 50), "#7A1F5C").save(buffer, "PNG")
    return buffer.getvalue()


def template(*lines: str, header: str = "") -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = header
    document.styles["Heading 1"].font.name = "Georgia"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_logo_cover_line_foot_and_colour_are_those_of_the_house():
    look = Look(name="Northstar", accent="#7A1F5C", cover_line="For the board", footer="Confidential", logo_png=logo())
    read = opened(to_docx(report(), look))
    assert pictures(read)[0].get("descr") == "Northstar"
    assert "For the board" in everything(read)
    assert read.sections[0].footer.paragraphs[0].text.startswith("Confidential")
    assert str(read.styles["Heading 1"].font.color.rgb) == "7A1F5C"
    assert read.core_properties.author == "Northstar"


def test_notes_stand_apart_in_a_style_of_their_own_and_stale_ones_say_so():
    notes = {"summary": Note("In short.\n- First\n- Second"), "trust": Note("Look at this.", "old", stale=True)}
    document = replace(report(), notes=notes)
    read = opened(to_docx(document))
    assert texts(read, "CX Note") == ["In short.", "•\u2002First", "•\u2002Second", "Look at this."]
    words = document.words
    assert texts(read, "CX Note Heading") == [
        words["consultants_note"], f"{words['consultants_note']} · {words['note_stale']}",
    ]  # fmt: skip
    headings = texts(read, "Heading 1")
    assert headings[0] == words["executive_summary"]
    order = [each.text for each in read.paragraphs]
    assert order.index(document.finding) < order.index("In short.") < order.index(headings[1], order.index("In short."))


def test_only_the_chosen_sections_are_written_in_their_order():
    document = replace(report(), order=("steps", "pyramid", "method", "certainty"))
    read = opened(to_docx(document))
    wanted = [each.section.head.topic for each in document.shown]
    assert [each.split("\u2002", 1)[1] for each in texts(read, "Heading 1")] == wanted
    assert document.answers.head.finding not in everything(read)


def test_a_template_keeps_its_styles_and_pages_and_the_report_stands_where_it_says():
    content = template("For {{company}}, {{ date }}", "{{report}}", "Small print {{unknown}}", header="{{title}}")
    document = report()
    read = opened(to_docx(document, Look(docx_template=content)))
    lines = [each.text for each in read.paragraphs]
    assert lines[0] == f"For {document.company}, {document.date_text}"
    assert lines[-1] == "Small print {{unknown}}"
    assert "{{report}}" not in lines
    assert read.sections[0].header.paragraphs[0].text == document.title
    assert read.styles["Heading 1"].font.name == "Georgia"
    assert len(texts(read, "Heading 1")) == len(document.heads)
    assert "CX Finding" in {each.name for each in read.styles}


@pytest.mark.parametrize("lines", [(), ("Our own cover",)])
def test_without_a_mark_the_report_follows_what_there_is(lines):
    document = report()
    read = opened(to_docx(document, Look(docx_template=template(*lines))))
    assert read.paragraphs[0].text == (lines[0] if lines else "Northstar Advisory")
    assert (document.title in texts(read, "Title")) is not bool(lines)
    assert len(texts(read, "Heading 1")) == len(document.heads)


def test_a_placeholder_cut_into_several_runs_is_still_filled():
    document = docx.Document(BytesIO(template("{{report}}")))
    paragraph = document.add_paragraph()
    for part in ("For {{com", "pany", "}} only"):
        paragraph.add_run(part)
    buffer = BytesIO()
    document.save(buffer)
    made = report()
    read = opened(to_docx(made, Look(docx_template=buffer.getvalue())))
    assert read.paragraphs[-1].text == f"For {made.company} only"


@pytest.mark.parametrize("start", range(0, len(HOSTILE), 36))
def test_whatever_people_type_the_document_opens(start):
    text = "\n".join(HOSTILE[start : start + 36])
    document = replace(report(note=text, company=text, title=text), notes={"summary": Note(text), "trust": Note(text)})
    look = Look(name=text, cover_line=text, footer=text, docx_template=template("{{company}}", "{{report}}"))
    read = opened(to_docx(document, look))
    assert len(texts(read, "Heading 1")) == len(document.heads) + 1
    assert opened(to_docx(document)).core_properties.title


def test_tables_are_as_wide_as_the_column_they_stand_in():
    document = docx.Document(BytesIO(template("{{report}}")))
    portrait = document.sections[0]
    portrait._sectPr.find(qn("w:cols")).set(qn("w:num"), "2")
    line = (portrait.page_width - portrait.left_margin - portrait.right_margin) // Twips(1)
    appendix = document.add_section()  # with its own pages, after those of the report
    appendix.orientation, appendix.page_width, appendix.page_height = 1, portrait.page_height, portrait.page_width
    appendix._sectPr.find(qn("w:cols")).set(qn("w:num"), "1")
    buffer = BytesIO()
    document.save(buffer)
    read = opened(to_docx(report(), Look(docx_template=buffer.getvalue())))
    widths = {int(each.get(qn("w:w"))) for each in read.element.body.iter(qn("w:tblW"))}
    assert widths
    assert max(widths) <= (line - 720) / 2
