"""A consultancy's own template: its layouts, placeholders, colours and fonts carry the deck (docs/templates.md)."""

from __future__ import annotations

import io

import pytest
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Inches

from assessments.files.office import checked_office
from assessments.reports.charts.fit import text_width
from assessments.reports.look import Look
from assessments.reports.mixing import contrast
from assessments.reports.renderers.pptx.fitting import WIDER, lines
from assessments.reports.renderers.pptx.palette import theme_palette
from assessments.reports.renderers.pptx.texts import clean

from .documents import report
from .pptx_reading import charts, deck, notes, shapes, slide_of, texts, titles
from .pptx_templates import COLOURS, FONT, template

DOCUMENT = report("en")


def changed_in(content: bytes, change) -> bytes:
    """The template without its sample slides, once `change` has been at it."""
    source = Presentation(io.BytesIO(content))
    for slide in list(source.slides._sldIdLst):
        source.part.drop_rel(slide.rId)
        source.slides._sldIdLst.remove(slide)
    change(source)
    target = io.BytesIO()
    source.save(target)
    return target.getvalue()


def layout_of(source, name: str):
    return next(each for each in source.slide_layouts if each.name == name)


def placed(layout, place) -> None:
    """Moves the title of a layout to left, top, width and height in inches."""
    title = next(each for each in layout.placeholders if each.placeholder_format.idx == 0)
    title.left, title.top, title.width, title.height = map(Inches, place)


def made(content: bytes, document=DOCUMENT, **look):
    return deck(document, Look(pptx_template=checked_office(content, "pptx"), **look))


def themes(presentation) -> bytes:
    relations = presentation.slide_master.part.rels.values()
    return next(each.target_part.blob for each in relations if each.reltype.endswith("/theme"))


@pytest.mark.parametrize("potx", [False, True])
def test_the_layouts_of_a_template_are_used_by_their_type(potx):
    presentation = made(template(potx=potx))
    assert presentation.slides[0].slide_layout.name == "Title Slide"
    assert {slide.slide_layout.name for slide in list(presentation.slides)[1:]} == {"Title Only"}
    assert titles(presentation)[0] == DOCUMENT.company


def test_the_slides_that_came_with_it_are_gone():
    presentation = made(template())
    said = " ".join(text for slide in presentation.slides for text in texts(slide))
    assert "SAMPLE" not in said
    assert len(presentation.slides) == len(deck(DOCUMENT).slides)
    parts = {str(each.partname) for each in presentation.part.package.iter_parts()}
    assert len([name for name in parts if name.startswith("/ppt/slides/slide")]) == len(presentation.slides)


def test_a_sample_slide_to_which_a_layout_links_is_gone_too():
    source = Presentation(io.BytesIO(template()))
    layout = source.slide_layouts[5]
    key = layout.part.relate_to(source.slides[0].part, RT.SLIDE)
    about = next(layout._element.iter(qn("p:cNvPr")))
    etree.SubElement(about, qn("a:hlinkClick"), {qn("r:id"): key, "action": "ppaction://hlinksldjump"})
    target = io.BytesIO()
    source.save(target)
    presentation = made(target.getvalue())
    names = [str(each.partname) for each in presentation.part.package.iter_parts()]
    assert len(names) == len(set(names))
    assert not list(presentation.slides[1].slide_layout._element.iter(qn("a:hlinkClick")))
    assert "SAMPLE" not in " ".join(text for slide in presentation.slides for text in texts(slide))


def test_layouts_named_for_us_come_before_all_others():
    presentation = made(template(names={"Section Header": "CX Cover", "Title and Content": "cx finding"}))
    assert presentation.slides[0].slide_layout.name == "CX Cover"
    assert presentation.slides[1].slide_layout.name == "cx finding"


def test_drawings_stand_in_the_room_for_content():
    source = template(names={"Title and Content": "CX Finding"})
    layout = next(each for each in Presentation(io.BytesIO(source)).slide_layouts if each.name == "CX Finding")
    room = next(each for each in layout.placeholders if each.placeholder_format.idx == 1)
    presentation = made(source)
    (frame,) = charts(slide_of(presentation, clean(DOCUMENT.profile.head.finding)))
    assert frame.left >= room.left
    assert frame.top >= room.top
    assert frame.top + frame.height <= room.top + room.height + 1
    for slide in presentation.slides:
        for holder in slide.placeholders:
            assert holder.has_text_frame
            assert holder.text_frame.text  # nothing left to click into


def test_its_colours_and_fonts_are_those_of_the_deck():
    presentation = made(template())
    assert COLOURS["accent1"].encode() in themes(presentation)
    assert FONT.encode() in themes(presentation)
    (frame,) = charts(slide_of(presentation, clean(DOCUMENT.trust.head.finding)))
    fill = frame.chart.plots[0].series[0].points[0].format.fill
    assert fill.fore_color.rgb == RGBColor.from_string(COLOURS["accent2"])
    for slide in presentation.slides:
        faces = {each.get("typeface") for each in slide.shapes._spTree.iter(qn("a:latin"))}
        assert faces <= {"+mn-lt", "+mj-lt"}  # the theme’s own


def test_footer_date_and_number_stand_where_it_has_them():
    slide = made(template(), footer="Acme · confidential").slides[1]
    kinds = {each.placeholder_format.type.name: each.text_frame.text for each in slide.placeholders}
    assert kinds["FOOTER"] == "Acme · confidential"
    assert kinds["DATE"] == DOCUMENT.date_text
    assert kinds["SLIDE_NUMBER"] == "2"


def test_the_logo_goes_into_the_picture_of_the_cover():
    logo = io.BytesIO()
    Image.new("RGB", (300, 100)).save(logo, "PNG")
    presentation = made(template(names={"Picture with Caption": "CX Cover"}), logo_png=logo.getvalue())
    (picture,) = [shape for shape in presentation.slides[0].shapes if shape.shape_type == 13]
    assert picture.width / picture.height == pytest.approx(3, rel=0.02)
    without = made(template(names={"Picture with Caption": "CX Cover"}))
    assert not [each for each in without.slides[0].placeholders if not each.has_text_frame]


@pytest.mark.parametrize(("language", "dark"), [("en", True), ("zh-hant", False)])
def test_narrow_and_dark_templates_hold_everything(language, dark):
    document = report(language, flags=frozenset({"RF-01", "RF-03", "RF-09"}))
    presentation = made(template(wide=False, dark=dark), document)
    for slide in presentation.slides:
        assert slide.shapes.title.text_frame.text
        assert notes(slide)
        for shape in shapes(slide):
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= presentation.slide_width + 1
            assert shape.top + shape.height <= presentation.slide_height + 1


def test_a_template_with_one_layout_and_one_title():
    source = Presentation(io.BytesIO(template()))
    for layout in list(source.slide_layouts):
        if layout.name not in ("Title Only", "Title and Content"):
            source.slide_layouts.remove(layout)
    for slide in list(source.slides._sldIdLst):
        source.part.drop_rel(slide.rId)
        source.slides._sldIdLst.remove(slide)
    (keep, drop) = sorted(source.slide_layouts, key=lambda each: each.name != "Title Only")
    source.slide_layouts.remove(drop)
    keep._element.attrib.pop("type", None)
    for holder in list(keep.placeholders)[1:]:
        holder._element.getparent().remove(holder._element)
    target = io.BytesIO()
    source.save(target)
    presentation = made(target.getvalue())
    assert {slide.slide_layout.name for slide in presentation.slides} == {"Title Only"}
    assert titles(presentation)[0] == DOCUMENT.company


@pytest.mark.parametrize("place", [(0.5, 6.0, 12.3, 0.8), (0.4, 0.4, 2.8, 6.0), (10, 0.4, 2.8, 6.0)])
def test_nothing_stands_on_a_title_at_the_foot_or_at_the_side(place):
    presentation = made(changed_in(template(), lambda source: placed(layout_of(source, "Title Only"), place)))
    for slide in list(presentation.slides)[1:]:
        title = slide.shapes.title
        for shape in (each for each in slide.shapes if not each.is_placeholder):
            apart = (shape.top + shape.height, title.top), (title.top + title.height, shape.top)
            aside = (shape.left + shape.width, title.left), (title.left + title.width, shape.left)
            assert any(end <= start for end, start in (*apart, *aside)), shape.name
    (frame,) = charts(slide_of(presentation, clean(DOCUMENT.profile.head.finding)))
    assert frame.height > Inches(3)


def test_a_narrow_title_is_set_smaller_rather_than_with_words_broken():
    source = changed_in(template(), lambda source: placed(layout_of(source, "Title Only"), (0.4, 0.4, 2.6, 6.0)))
    for slide in list(made(source).slides)[1:]:
        run = slide.shapes.title.text_frame.paragraphs[0].runs[0]
        assert max(text_width(word, 1.0) for word in run.text.split(" ")) * run.font.size.pt <= 2.6 * 72


@pytest.mark.parametrize("kept", ["Title Only", "Section Header"])
def test_a_cover_without_a_subtitle_says_all_the_same_what_it_is(kept):
    def without(source):
        for layout in list(source.slide_layouts):
            if layout.name != kept:
                source.slide_layouts.remove(layout)

    cover = made(changed_in(template(), without), cover_line="For the board").slides[0]
    said = " ".join(texts(cover))
    assert DOCUMENT.company in said
    assert DOCUMENT.title in said
    assert "For the board" in said
    assert DOCUMENT.date_text in said


# ---------------------------------------------------------------- colours


@pytest.mark.parametrize("accent", ["#FFFFFF", "#000000", "#FFFF00", "#7A1F5C", "#808080"])
@pytest.mark.parametrize(("text", "paper"), [("#13232E", "#FFFFFF"), ("#FFFDF8", "#221122"), ("#777777", "#FFFFFF")])
def test_whatever_a_theme_says_fills_are_seen_and_texts_on_them_read(accent, text, paper):
    palette = theme_palette(text, paper, [accent, accent])
    for tone in palette.tones.values():
        assert contrast(tone.on, tone.c) >= 4.5
    assert all(contrast(palette.tones[f"l{level}"].c, paper) >= 1.9 for level in range(1, 7))
    assert contrast(palette.plain.get(palette.accent, palette.accent), paper) >= min(4.5, contrast(text, paper))


def test_on_a_ground_that_is_painted_dark_all_text_is_light():
    def painted(source):
        fill = source.slide_master.background.fill
        fill.solid()
        fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_1

    presentation = made(changed_in(template(), painted))
    drawn = [shape for slide in list(presentation.slides)[1:] for shape in slide.shapes if not shape.is_placeholder]
    assert not [shape for shape in drawn for each in shape._element.iter(qn("a:schemeClr")) if each.get("val") == "tx1"]
    cell = next(shape.table.cell(1, 1) for shape in drawn if shape.has_table)
    assert contrast(f"#{cell.text_frame.paragraphs[0].runs[0].font.color.rgb}", f"#{COLOURS['dk1']}") >= 4.5


# ---------------------------------------------------------------- lines


def test_a_closing_bracket_takes_the_character_before_it_along_and_a_full_stop_may_hang():
    ten = "階段階段階段階段階段"
    width = 10 * 12 * WIDER
    assert lines(ten, width, 12) == 1
    assert lines(f"{ten}。", width, 12) == 1
    assert lines(f"{ten}」", width, 12) == 2


def test_where_han_meets_latin_there_is_room_for_the_air_that_programs_put_there():
    text = "第2層第2層第2層第2層"
    assert lines(text, text_width(text, 12) * WIDER, 12) == 2
