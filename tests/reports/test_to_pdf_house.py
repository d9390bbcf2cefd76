"""The PDF under a house’s own name: logo, colour, cover, foot, order of sections, notes; without them it stays ours."""

from __future__ import annotations

import logging
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from assessments.reports.look import OURS, Look, Note
from assessments.reports.renderers.pdf.payload import payload
from assessments.reports.renderers.to_pdf import to_pdf
from tests.office import pages_of

from .documents import LANGUAGES, report
from .hostile import HOSTILE
from .pdf_reading import MILLIMETRE, lowest_line


def logo() -> bytes:
    buffer = BytesIO()
    Image.new("RGBA", (400, 100), "#7A1F5C").save(buffer, "PNG")
    return buffer.getvalue()


HOUSE = Look(name="Northstar Ltd", accent="#7A1F5C", cover_line="For the board", footer="Confidential", logo_png=logo())


def test_without_a_house_style_it_is_as_it_was():
    document = report()
    assert to_pdf(document) == to_pdf(document, OURS)
    told = payload(document)
    assert (told["accent"], told["cover_line"], told["running_footer"], told["summary"]) == ("", "", "", None)
    assert told["figures"]["logo"]["alt"] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_name_line_and_foot_stand_where_they_belong(language, caplog, tmp_path):
    document = replace(report(language), notes={"summary": Note("In short."), "trust": Note("- One\n- Two", "x", True)})
    with caplog.at_level(logging.WARNING):
        pages = pages_of(to_pdf(document, HOUSE))
    assert not caplog.records  # it still meets PDF/UA
    assert "For the board" in pages[0]
    assert "In short." in pages[1]
    assert document.words["executive_summary"] in pages[1]
    assert all("Confidential" in page for page in pages[1:])
    whole = "".join(pages)
    assert document.words["note_stale"] in whole
    assert "• One" in whole or "One" in whole


def test_only_the_chosen_sections_are_set_in_their_order():
    document = report()
    heads = {each.id: each.section.head for each in document.shown}
    order = ("method", "steps", "answers", "pyramid", "certainty")
    numbered = {name: replace(heads[name], number=place) for place, name in enumerate(order, start=1)}
    moved = replace(
        document,
        order=order,
        **{name: replace(getattr(document, name), head=head) for name, head in numbered.items()},
    )
    said = " ".join(" ".join(pages_of(to_pdf(moved))[2:]).split())
    places = [said.index(" ".join(heads[name].finding.split()[:4])) for name in order]
    assert places == sorted(places)
    assert heads["lenses"].finding[:30] not in said


def test_whatever_is_typed_the_report_is_made():
    words = "\n".join(HOSTILE)
    look = Look(name=words, cover_line=words, footer=words, logo_png=logo())
    document = replace(report(), notes={"summary": Note(words), "synergy": Note(words)})
    assert to_pdf(document, look).startswith(b"%PDF")


@pytest.mark.parametrize("letter", ["W", "名", "a "])
def test_words_of_the_cover_stand_above_its_pyramid_however_long_they_are(letter):
    long = replace(report(), company=letter * 200, subtitle=letter * 200, order=("method",))
    cover = PdfReader(BytesIO(to_pdf(long, replace(OURS, cover_line=letter * 300)))).pages[0]
    assert lowest_line(cover) > (297 - 112) * MILLIMETRE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", ["W", "名", "=长"])
def test_the_foot_is_one_line_however_long_the_name_in_it(language, letter):
    document = report(language, prepared_by=letter * 120)
    pages = pages_of(to_pdf(document))
    for number, page in enumerate(pages[1:], start=2):
        foot = document.words["page_of"].format(page=number, pages=len(pages))
        assert any(line.replace(" ", "").endswith(foot.replace(" ", "")) for line in page.splitlines()), number
