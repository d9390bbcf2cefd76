"""The deck says what the report says: native, readable, in three languages, with its reasons in the notes."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from functools import cache

import pytest
from PIL import Image
from pptx.oxml.ns import qn

from assessments.reports.build import build
from assessments.reports.document import SECTIONS
from assessments.reports.look import Look, Note
from assessments.reports.renderers import RENDERERS
from assessments.reports.renderers.pptx.fitting import lines
from assessments.reports.renderers.pptx.slides.registry import SLIDES
from assessments.reports.renderers.pptx.texts import clean
from assessments.reports.renderers.to_pptx import to_pptx
from assessments.reports.sections_order import order_of
from assessments.results.sources import assess
from tests.maturity.builders import FRAMEWORK, TODAY
from tests.office import converted, pages_of

from .documents import LANGUAGES, report
from .hostile import HOSTILE
from .pptx_reading import book, charts, deck, notes, shapes, slide_of, tables, texts, title_of, titles
from .sheets import random_sheet
from .test_build import FACTS


@cache
def real(seed: int, language: str = "en"):
    return build(assess(FRAMEWORK, random_sheet(seed), FACTS, language, TODAY))


@pytest.fixture(scope="module", params=LANGUAGES)
def document(request):
    return report(request.param)


@pytest.fixture(scope="module")
def shown(document):
    return deck(document)


# ---------------------------------------------------------------- what is on it


def test_a_slide_for_every_section_in_the_order_of_the_document(document, shown):
    assert set(SLIDES) == set(SECTIONS) - {"answers"}  # single practices are left to the PDF and the workbook
    found = titles(shown)
    assert found[0] == document.company
    assert found[1] == clean(document.finding)
    heads = [each.section.head for each in document.shown if each.id not in ("answers", "gap")]
    places = [found.index(clean(head.finding)) for head in heads]
    assert places == sorted(places)
    assert len(shown.slides) >= 2 + len(heads)
    assert shown.slide_width / shown.slide_height == pytest.approx(16 / 9, abs=0.001)


def test_the_key_figures_and_the_notices(document, shown):
    said = texts(shown.slides[1])
    for key in document.keys:
        assert {clean(key.label), clean(key.number.text), clean(key.note)} <= set(said)
    assert all(clean(each) in " ".join(said) for each in document.notices)


def test_the_scores_of_the_levels_stand_on_the_pyramid(document, shown):
    slide = slide_of(shown, clean(document.pyramid.head.finding))
    said = texts(slide)
    for row in document.pyramid.levels:
        assert row.name in said
        assert row.score.text in said
    layers = [shape for shape in shapes(slide) if re.fullmatch(r"Level \d", shape.name)]
    assert len(layers) == 6
    assert all(shape._element.find(f".//{qn('a:custGeom')}") is not None for shape in layers)


@pytest.mark.parametrize(("seed", "language"), [(0, "en"), (2, "zh-hans"), (3, "zh-hant"), (8, "en")])
def test_the_charts_hold_the_scores_as_shown_and_exactly(seed, language):
    found = real(seed, language)
    presentation = deck(found)
    exact = {each.id: each.score for each in found.card.dimensions}
    for section, rows in ((found.profile, found.profile.rows), (found.trust, found.trust.factors)):
        (frame,) = charts(slide_of(presentation, clean(section.head.finding)))
        table = book(frame)
        assert [row[0] for row in table[1:]] == [row.name for row in rows]
        plotted = frame.chart.plots[0].series[0].values
        for row, line, value in zip(rows, table[1:], plotted, strict=True):
            if row.score.value is None:
                assert line[1] is line[2] is value is None
            else:
                assert value == line[1] == float(row.score.text)
                assert line[2] == pytest.approx(exact[row.id])
        assert table[0][2] == found.words["exact"]


def test_charts_are_native_and_described(document, shown):
    frames = [frame for slide in shown.slides for frame in charts(slide)]
    assert len(frames) >= 3
    assert not [shape for slide in shown.slides for shape in shapes(slide) if shape.shape_type == 13]  # pictures
    for frame in frames:
        assert frame._element.xpath(".//p:cNvPr")[0].get("descr")
        assert book(frame)[0]


def test_the_quadrant_is_a_point_where_the_document_says():
    found = real(5)
    (frame,) = charts(slide_of(deck(found), clean(found.synergy.head.finding)))
    series = frame.chart.plots[0].series[0]
    assert list(series.iter_values()) == [pytest.approx(found.synergy.trust)]
    assert book(frame)[1] == (pytest.approx(found.synergy.experience), pytest.approx(found.synergy.trust))


def test_the_lines_of_the_quadrant_stand_where_the_framework_draws_them():
    strict = FRAMEWORK.thresholds.model_copy(update={"gate": 60, "synergy_level": 2, "synergy_trust": 70})
    sheet = random_sheet(5)
    found = build(assess(FRAMEWORK.model_copy(update={"thresholds": strict}), sheet, FACTS, "en", TODAY))
    assert (found.synergy.experience_line, found.synergy.trust_line) == (pytest.approx(100 / 3), 70)
    assert found.synergy.caption.startswith("Experience counts as strong from level 2, trust")
    assert found.synergy.caption.endswith(" above 70.")
    slide = slide_of(deck(found), clean(found.synergy.head.finding))
    (chart,) = charts(slide)
    upright = [each for each in shapes(slide) if each.width == 0 and each.height == chart.height]
    level = [each for each in shapes(slide) if each.height == 0 and each.width == chart.width]
    assert [(each.left - chart.left) / chart.width for each in upright] == [pytest.approx(1 / 3, abs=0.001)]
    assert [(each.top - chart.top) / chart.height for each in level] == [pytest.approx(0.3, abs=0.001)]


def test_in_the_title_of_a_slide_a_number_stays_with_its_word():
    found = real(5)
    made = replace(found.pyramid.head, finding="Attained up to level 2. Level 3, Respond, is 8 points below the mark.")
    told = [
        slide.shapes.title.text_frame.text
        for slide in deck(replace(found, pyramid=replace(found.pyramid, head=made))).slides
    ]
    assert "Attained up to level\xa02. Level\xa03, Respond, is 8\xa0points below the mark." in told


def test_the_steps_stand_in_a_table_with_their_reasons(document, shown):
    slides = [slide for slide in shown.slides if title_of(slide) == clean(document.steps.head.finding)]
    rows = [row for slide in slides for table in tables(slide) for row in list(table.rows)[1:]]
    first = [card for card in document.steps.steps if card.lane == document.steps.steps[0].lane]
    assert len(rows) >= len(first)
    for row, card in zip(rows, first, strict=False):
        said = " ".join(cell.text for cell in row.cells)
        assert clean(card.do) in said
        assert clean(card.reasons[0].text) in said
    for table in (table for slide in shown.slides for table in tables(slide)):
        assert table.first_row  # flagged, so that it is read as the head


def test_the_roadmap_names_every_step_of_its_lanes(document, shown):
    said = texts(slide_of(shown, clean(document.roadmap.head.finding)))
    for lane in document.roadmap.lanes:
        assert {lane.name, lane.period, lane.outcome} <= set(said)
        assert {clean(item.title) for item in lane.first} <= set(said)


def test_the_notes_hold_the_reasons(document, shown):
    steps = "".join(notes(slide) for slide in shown.slides if title_of(slide) == clean(document.steps.head.finding))
    for card in document.steps.steps[:3]:
        assert clean(card.how) in steps
        assert clean(card.first_sign) in steps
        assert all(clean(reason.text) in steps for reason in card.reasons)
    certainty = notes(slide_of(shown, clean(document.certainty.head.finding)))
    assert all(clean(each) in certainty for each in document.certainty.statements)
    assert all(notes(slide) for slide in shown.slides)


# ---------------------------------------------------------------- how it is made


def test_language_and_chinese_fonts_are_on_every_run(document, shown):
    tag, face = {
        "en": ("en-GB", None), "zh-hans": ("zh-CN", "Microsoft YaHei"), "zh-hant": ("zh-TW", "Microsoft JhengHei"),
    }[document.language]  # fmt: skip
    for slide in shown.slides:
        for run in slide.shapes._spTree.iter(qn("a:r"), qn("a:fld")):
            properties = run.find(qn("a:rPr"))
            assert properties.get("lang") == tag
            east = properties.find(qn("a:ea"))
            assert face is None or east.get("typeface") == face
    assert shown.core_properties.language == tag
    assert document.company in shown.core_properties.title


def test_every_slide_has_a_title_a_foot_and_nothing_left_to_click_into(document, shown):
    for number, slide in enumerate(shown.slides, start=1):
        assert slide.shapes.title.text_frame.text.strip()
        kinds = {each.placeholder_format.type.name: each for each in slide.placeholders}
        for holder in kinds.values():
            assert holder.placeholder_format.type.name == "PICTURE" or holder.text_frame.text.strip()
        if number > 1:
            assert document.company in kinds["FOOTER"].text_frame.text
            assert document.date_text in kinds["DATE"].text_frame.text
            field = kinds["SLIDE_NUMBER"]._element.find(f".//{qn('a:fld')}")
            assert field.get("type") == "slidenum"
            assert next(iter(slide.shapes)).is_placeholder  # the title is read first, the foot last
            assert list(slide.shapes)[-1].is_placeholder


def test_nothing_stands_off_its_slide_and_texts_fit_their_boxes(document, shown):
    for slide in shown.slides:
        for shape in shapes(slide):
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= shown.slide_width + 1
            assert shape.top + shape.height <= shown.slide_height + 1
            if shape.has_text_frame and not shape.is_placeholder:
                assert height_of(shape) <= shape.height + 12700 * 2


def height_of(shape) -> float:
    """How tall the text of a box is by its own lines: size, leading and number of lines as they were reckoned."""
    total = 0.0
    for paragraph in shape.text_frame.paragraphs:
        if not paragraph.runs:
            continue
        run = paragraph.runs[0]
        count = lines(paragraph.text, shape.width / 12700 - 2, run.font.size.pt, bool(run.font.bold))
        total += count * (paragraph.line_spacing or 0) + (paragraph.space_after or 0)
    return total


def test_ids_of_shapes_are_unique_on_every_slide(shown):
    for slide in shown.slides:
        ids = [each.get("id") for each in slide.shapes._spTree.iter(qn("p:cNvPr"))]
        assert len(ids) == len(set(ids))


def test_the_same_document_gives_the_same_bytes():
    document = report("en")
    assert to_pptx(document) == RENDERERS["pptx"].render(document)


def test_the_renderer_knows_no_django():
    code = "import sys, assessments.reports.renderers.to_pptx; sys.exit('django' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


# ---------------------------------------------------------------- extremes


@pytest.mark.parametrize("seed", [1, 4, 6])
def test_full_empty_and_odd_results_make_decks(seed):
    found = real(seed, LANGUAGES[seed % 3])
    assert titles(deck(found))


def test_a_report_without_answers():
    found = report("en", answered=0.0, flags=frozenset())
    presentation = deck(found)
    assert clean(found.pyramid.head.finding) in titles(presentation)
    assert clean(found.flags.head.finding) not in titles(presentation)  # nothing to show


def test_all_red_flags_take_the_slides_they_need():
    found = report("en", flags=frozenset(FRAMEWORK.flags))
    presentation = deck(found)
    slides = [each for each in presentation.slides if title_of(each) == clean(found.flags.head.finding)]
    said = " ".join(text for slide in slides for text in texts(slide))
    assert len(slides) > 1
    for flag in found.flags.flags:
        assert clean(flag.title) in said


@pytest.mark.parametrize("part", range(9))
def test_hostile_text_is_harmless(part):
    """Twelve at a time as company, title, subtitle, finding, date, step, statement, author, figure, notice and band."""
    document = report(LANGUAGES[part % 3])
    company, title, subtitle, finding, day, do, statement, author, label, note, notice, name = (HOSTILE * 2)[
        12 * part : 12 * part + 12
    ]
    step = replace(document.steps.steps[0], do=do, practice_title=label, how=title)
    level = replace(document.pyramid.levels[0], name=name, asks=note)
    hostile = replace(
        document,
        company=company,
        title=title,
        subtitle=subtitle,
        notices=(notice,),
        keys=(replace(document.keys[0], label=label, note=note), *document.keys[1:]),
        pyramid=replace(document.pyramid, levels=(level, *document.pyramid.levels[1:])),
        profile=replace(document.profile, rows=(level, *document.profile.rows[1:])),
        finding=f"{finding} {document.finding}",
        date_text=day,
        steps=replace(document.steps, steps=(step, *document.steps.steps[1:])),
        certainty=replace(document.certainty, statements=(statement, do)),
        facts=replace(document.facts, prepared_by=author, company=company),
        order=("pyramid", "profile", "steps", "certainty"),  # on the others nothing of it stands but the foot
    )
    presentation = deck(hostile)
    assert len(presentation.slides) < 60
    for slide in presentation.slides:
        for text in texts(slide):
            assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\ufffe\uffff]", text)
        for shape in shapes(slide):
            if shape.has_text_frame and not shape.is_placeholder:
                assert height_of(shape) <= shape.height + 12700 * 2


def test_there_is_a_deck_for_every_hostile_text():
    assert len(HOSTILE) <= 9 * 12


def test_text_cannot_become_a_formula_in_the_workbook_of_a_chart():
    document = report("en")
    rows = (replace(document.profile.rows[0], name='=HYPERLINK("http://x")'), *document.profile.rows[1:])
    presentation = deck(replace(document, profile=replace(document.profile, rows=rows)))
    (frame,) = charts(slide_of(presentation, clean(document.profile.head.finding)))
    blob = frame.chart.part.chart_workbook.xlsx_part.blob
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


# ---------------------------------------------------------------- the look of a house


def test_accent_name_footer_and_cover_line():
    document = report("en")
    look = Look(name="Acme Advisory", accent="#7A1F5C", cover_line="Board, autumn", footer="Confidential · Acme")
    presentation = deck(document, look)
    assert "Board, autumn" in texts(presentation.slides[0])
    assert "Confidential · Acme" in texts(presentation.slides[2])
    assert presentation.core_properties.author == "Acme Advisory"
    theme = next(
        each.target_part.blob
        for each in presentation.slide_master.part.rels.values()
        if each.reltype.endswith("/theme")
    )
    assert b"7A1F5C" in theme
    assert "Northstar" not in " ".join(text for slide in presentation.slides for text in texts(slide))


def test_the_logo_stands_on_the_cover_undistorted():
    target = io.BytesIO()
    Image.new("RGB", (600, 150), (120, 20, 90)).save(target, "PNG")
    presentation = deck(report("en"), Look(name="Acme", logo_png=target.getvalue()))
    (picture,) = [shape for shape in presentation.slides[0].shapes if shape.shape_type == 13]
    assert picture.width / picture.height == pytest.approx(4, rel=0.01)
    assert picture._element.xpath(".//p:cNvPr")[0].get("descr") == "Acme"


def test_sections_chosen_and_ordered():
    document = replace(report("en"), order=order_of(("steps", "pyramid")))
    found = titles(deck(document))
    order = [found.index(clean(each.head.finding)) for each in (document.steps, document.pyramid)]
    assert order == sorted(order)
    assert clean(document.trust.head.finding) not in found
    assert clean(document.method.head.finding) in found  # no report goes without


def test_what_the_consultant_wrote():
    words = {
        "executive_summary": "Executive summary",
        "consultants_note": "Consultant’s note",
        "note_stale": "Written on earlier numbers",
    }
    document = report("en")
    noted = {"summary": Note("First point.\nSecond point."), "trust": Note("Ask the branch in Leeds.", stale=True)}
    presentation = deck(replace(document, words=document.words | words, notes=noted))
    assert {"First point.", "Second point."} <= set(texts(slide_of(presentation, "Executive summary")))
    said = notes(slide_of(presentation, clean(document.trust.head.finding)))
    assert "Ask the branch in Leeds." in said
    assert "Written on earlier numbers" in said


# ---------------------------------------------------------------- another program opens it


def test_libreoffice_opens_every_deck(tmp_path):
    """One page for every slide, none of them empty."""
    made = {language: to_pptx(real(5, language), Look(name="Acme", accent="#7A1F5C")) for language in LANGUAGES}
    for name, content in made.items():
        (tmp_path / f"{name}.pptx").write_bytes(content)
    papers = converted((tmp_path / f"{name}.pptx" for name in made), "pdf", tmp_path)
    for paper, content in zip(papers, made.values(), strict=True):
        pages = pages_of(paper.read_bytes())
        assert len(pages) == len(deck_slides(content))
        assert all(page.strip() for page in pages)


def deck_slides(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
