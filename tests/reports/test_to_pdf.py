"""The PDF: every word of the report, in three languages, for every reader, whatever people typed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from assessments.reports.document import Number, ReportDocument, StepsSection
from assessments.reports.renderers.pdf import payload, safetext
from assessments.reports.renderers.to_pdf import to_pdf
from tests.office import pages_of

from .documents import LANGUAGES, report
from .pdf_reading import MILLIMETRE, faults, lowest_line, read, text_of, tight
from .walk import walk

__all__ = ["faults"]  # used by every test

HAN_FACE = {"en": "NotoSansCJKsc", "zh-hans": "NotoSansCJKsc", "zh-hant": "NotoSansCJKtc"}
REGION = {"en": "en-GB", "zh-hans": "zh-CN", "zh-hant": "zh-TW"}


@pytest.fixture(scope="module", params=LANGUAGES)
def document(request) -> ReportDocument:
    return report(request.param)


@pytest.fixture(scope="module")
def reader(document) -> PdfReader:
    return read(document)


@pytest.fixture(scope="module")
def text(reader) -> str:
    return text_of(reader)


@pytest.fixture(scope="module")
def sheets(reader) -> list[str]:
    """The text of each page."""
    return pages_of(reader.stream.getvalue())


# ---------------------------------------------------------------- what it says


def test_it_has_every_head_and_finding(document, text):
    assert tight(document.finding) in text
    for head in document.heads:
        for words in (head.topic, head.finding, *head.paragraphs):
            assert tight(words) in text


def test_it_has_every_score(document, text):
    shown = (*document.profile.rows, *(group for group in document.answers.groups))
    numbers = [each.score for each in shown] + [key.number for key in document.keys]
    numbers += [row.stage for group in document.answers.groups for row in group.rows]
    numbers += [item.score for lens in document.lenses.lenses for item in lens.items]
    assert len(numbers) > 90
    for number in numbers:
        assert tight(number.text) in text


def test_it_has_every_practice_with_its_answer_and_voices(document, text):
    for group in document.answers.groups:
        assert tight(group.name) in text
        for row in group.rows:
            for words in (row.title, row.question, row.answer, *row.remarks):
                assert tight(words) in text
            for voice in row.voices:
                assert tight(voice.who) in text
                assert tight(voice.note) in text


def test_it_has_every_step_with_its_reasons(document, text):
    for step in document.steps.steps:
        for words in (step.do, step.how, step.practice_title, step.move, step.first_sign, step.priority.text):
            assert tight(words) in text
        for reason in step.reasons:
            assert tight(reason.value) in text
            assert tight(reason.text) in text
    for lane in document.roadmap.lanes:
        for item in lane.items:
            assert tight(item.title) in text
            assert tight(item.note) in text


def test_it_has_every_other_text(document, text):
    """Nothing of the document is left out but the alternative texts, the raw numbers, and what the workbook holds."""
    words = [
        *document.notices, document.company, document.title, document.date_text, document.synergy.caption,
        *(words for line in document.strengths.strengths for words in (line.title, line.sentence)),
        *(words for flag in document.flags.flags for words in (flag.title, flag.about, flag.effect)),
        *(words for row in document.certainty.rows for words in (row.name, row.value, row.grade_text, row.meaning)),
        *document.certainty.statements,
        *(words for item in document.method.items for words in item),
        *(line.note for line in document.strengths.keep_up),
    ]  # fmt: skip
    for each in words:
        assert tight(each) in text


def test_every_glyph_is_there(text):
    assert "\ufffd" not in text
    assert safetext.MISSING not in text


# ---------------------------------------------------------------- how it is made


def test_it_is_tagged_and_declares_pdf_ua(document, reader):
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == REGION[document.language]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()


def test_what_a_drawing_says_has_the_full_stop_of_its_language(document):
    said = payload.payload(document)["figures"]["pyramid"]["alt"]
    figure = document.pyramid.figure
    assert said == figure.title + (". " if document.language == "en" else "。") + figure.desc


def test_it_says_what_it_is(document, reader):
    about = reader.metadata
    assert document.title in about.title
    assert document.company in about.title
    assert about.author == document.facts.prepared_by
    assert about.creation_date.date() == document.facts.held_on


def test_the_bookmarks_are_the_heads(document, reader):
    bookmarks = [each for each in reader.outline if not isinstance(each, list)]
    assert [each.title.split() for each in bookmarks] == [f"{h.number} {h.topic}".split() for h in document.heads]
    deeper = [each.title for each in nested(reader.outline)]
    assert deeper == [lens.title for lens in document.lenses.lenses] + [each.name for each in document.answers.groups]


def test_the_contents_give_the_pages_of_the_heads(document, reader, sheets):
    contents = sheets[1]
    for bookmark, head in zip(top_level(reader), document.heads, strict=True):
        page = reader.get_destination_page_number(bookmark) + 1
        assert re.search(rf"{head.number}\s*{re.escape(head.topic)}\s*{page}\b", contents)


def test_every_page_is_a4_and_has_its_head_and_foot(document, reader, sheets):
    pages = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        assert page.mediabox.width == pytest.approx(210 * MILLIMETRE, abs=0.1)
        assert page.mediabox.height == pytest.approx(297 * MILLIMETRE, abs=0.1)
        if number > 1:
            words = tight(sheets[number - 1])
            assert words.startswith(tight(document.company))
            assert tight(document.words["page_of"].format(page=number, pages=pages)) in words


def test_no_heading_stands_at_the_foot_of_a_page(reader):
    for bookmark in (*top_level(reader), *nested(reader.outline)):
        assert bookmark.top > 45 * MILLIMETRE, bookmark.title


def test_no_page_is_left_empty(document, reader):
    """Every page is filled past its middle, but the cover, the first page, the last, and the one before the practices."""
    practices = reader.get_destination_page_number(top_level(reader)[11])
    excused = {0, 1, practices - 1, len(reader.pages) - 1}
    for number, page in enumerate(reader.pages):
        if number not in excused:
            assert lowest_line(page) < 297 * MILLIMETRE / 2, f"page {number + 1}"


def test_the_columns_of_the_practices_are_named_on_every_page(document, reader, sheets):
    first, last = (reader.get_destination_page_number(each) for each in top_level(reader)[11:13])
    assert last - first > 3
    for number in range(first, last):
        words = [document.words[key] for key in ("practice", "answer", "stage")]
        assert tight("".join(words)) in tight(sheets[number])


def test_fonts_are_few_and_of_the_right_region(document, reader):
    names = {re.sub(r"^/[A-Z]+\+", "", font["/BaseFont"]) for font in used_fonts(reader)}
    assert names <= {"Inter-Regular", f"{HAN_FACE[document.language]}-Thin"}
    assert len({font["/BaseFont"] for font in used_fonts(reader)}) <= 7


def test_the_same_document_gives_the_same_bytes(document):
    assert to_pdf(document) == to_pdf(document)


def test_its_length_is_bounded(reader):
    assert 14 <= len(reader.pages) <= 24


def nested(outline) -> list:
    return [deep for each in outline if isinstance(each, list) for deep in each]


def top_level(reader: PdfReader) -> list:
    return [each for each in reader.outline if not isinstance(each, list)]


def used_fonts(reader: PdfReader) -> list:
    return [
        font.get_object()
        for page in reader.pages
        for font in (page["/Resources"].get("/Font") or {}).get_object().values()
    ]


# ---------------------------------------------------------------- whatever the answers are


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_has_answered(language):
    document = report(language, answered=0.0, flags=frozenset())
    assert not document.steps.steps
    words = text_of(read(document))
    assert tight(document.words["not_rated"]) in words
    assert all(tight(head.finding) in words for head in document.heads)


def test_half_of_it_is_rated():
    document = report("zh-hant", answered=0.6, respondents=1)
    assert any(row.score.value is None for row in document.profile.rows)
    read(document)


def test_every_step_at_once():
    document = report("en", steps=56)
    reader = read(document)
    shown = text_of(reader)
    assert all(tight(step.do) in shown for step in document.steps.steps)
    assert 25 <= len(reader.pages) <= 45


def test_one_word_texts():
    document = report("en", company="A", title="B", prepared_by="")
    bare = replace(
        document, notices=(), keys=(), subtitle="", eyebrow=(),
        steps=StepsSection(document.steps.head, "", "", (), ""),
    )  # fmt: skip
    reader = read(bare)
    assert not reader.metadata.author
    assert document.words["made_with"] in reader.pages[2].extract_text()


def test_long_texts_wrap():
    sentence = "Every one of the teams in the North and in the South sees the same customer differently. " * 8
    document = report("en")
    head = replace(document.pyramid.head, finding=sentence.strip(), paragraphs=(sentence.strip(), sentence.strip()))
    long = replace(document, finding=sentence.strip(), pyramid=replace(document.pyramid, head=head))
    assert text_of(read(long)).count(tight(sentence)) >= 4


@pytest.mark.parametrize("day", [date(1969, 7, 20), date(1, 1, 1), date(9999, 12, 31)])
def test_any_date(day):
    document = report("en")
    to_pdf(replace(document, facts=replace(document.facts, held_on=day)))


def test_too_many_voices_are_counted_out():
    document = report("en", respondents=24, note="We looked, and it was so.")
    row = document.answers.groups[0].rows[0]
    crowd = replace(row, voices=row.voices * (1050 // len(row.voices) + 1))
    group = replace(document.answers.groups[0], rows=(crowd,))
    answers = replace(document.answers, groups=(group, *document.answers.groups[1:]))
    voices = sum(len(each.voices) for one in answers.groups for each in one.rows)
    reader = read(replace(document, answers=answers))
    assert tight(document.words["more_voices"].format(count=voices - payload.MOST_VOICES)) in text_of(reader)


def test_endless_voices_are_counted_out():
    document = report("en", note="Once upon a time there was a shop. " * 200)
    made = payload.payload(document)
    assert made["more_voices"]
    letters = sum(
        len(v["note"] + v["evidence"]) for g in made["answers"]["groups"] for r in g["rows"] for v in r["voices"]
    )
    assert letters <= payload.MOST_LETTERS + 10


def test_numbers_of_the_document_are_all_text(document):
    """A guard for this file: the factory makes documents as full as the builder does."""
    assert len([each for each in walk(document) if isinstance(each, Number)]) > 200
