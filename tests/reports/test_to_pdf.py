"""The PDF: every word of the report, in three languages, for every reader, whatever people typed."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from django.utils.translation import override
from fontTools.ttLib import TTCollection
from pypdf import PdfReader

from assessments.reports.document import Number, ReportDocument, StepsSection
from assessments.reports.renderers import to_pdf as renderer
from assessments.reports.renderers.pdf import coverage, fonts, payload, safetext
from assessments.reports.renderers.to_pdf import WORDS, to_pdf
from assessments.reports.words import fixed_words

from .documents import LANGUAGES, report
from .hostile import HOSTILE
from .walk import walk

MILLIMETRE = 72 / 25.4
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


@pytest.fixture(autouse=True)
def faults() -> Iterator[list[str]]:
    """What the renderer logged. A report that is not PDF/UA is logged, and that fails the test unless it looks here."""
    told: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    renderer.log.addHandler(handler)
    yield told
    renderer.log.removeHandler(handler)
    assert told == []


def read(document: ReportDocument) -> PdfReader:
    return PdfReader(BytesIO(to_pdf(document)))


def text_of(reader: PdfReader) -> str:
    return tight("".join(page.extract_text() for page in reader.pages))


def tight(text: str) -> str:
    """Text without white space and break marks: lines break where the column ends."""
    return re.sub(r"[\s\u200b\u00ad]+", "", text)


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


def test_the_contents_give_the_pages_of_the_heads(document, reader):
    contents = reader.pages[1].extract_text()
    for bookmark, head in zip(top_level(reader), document.heads, strict=True):
        page = reader.get_destination_page_number(bookmark) + 1
        assert re.search(rf"{head.number}\s*{re.escape(head.topic)}\s*{page}\b", contents)


def test_every_page_is_a4_and_has_its_head_and_foot(document, reader):
    pages = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        assert page.mediabox.width == pytest.approx(210 * MILLIMETRE, abs=0.1)
        assert page.mediabox.height == pytest.approx(297 * MILLIMETRE, abs=0.1)
        if number > 1:
            words = tight(page.extract_text())
            assert words.startswith(tight(document.company))
            assert tight(document.words["page_of"].format(page=number, pages=pages)) in words


def test_no_heading_stands_at_the_foot_of_a_page(reader):
    for bookmark in (*top_level(reader), *nested(reader.outline)):
        assert bookmark.top > 45 * MILLIMETRE, bookmark.title


def test_no_page_is_left_empty(document, reader):
    """Every page is filled past its middle, but the cover, the first page, the last, and the one before the practices."""
    practices = reader.get_destination_page_number(top_level(reader)[10])
    excused = {0, 1, practices - 1, len(reader.pages) - 1}
    for number, page in enumerate(reader.pages):
        if number not in excused:
            assert lowest_line(page) < 297 * MILLIMETRE / 2, f"page {number + 1}"


def test_the_columns_of_the_practices_are_named_on_every_page(document, reader):
    first, last = (reader.get_destination_page_number(each) for each in top_level(reader)[10:12])
    assert last - first > 3
    for number in range(first, last):
        words = [document.words[key] for key in ("practice", "answer", "stage")]
        assert tight("".join(words)) in tight(reader.pages[number].extract_text())


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


def lowest_line(page) -> float:
    """The height of the lowest line above the foot, in points from the bottom edge."""
    found: list[float] = []

    def visit(words, matrix, text_matrix, font, size):
        height = text_matrix[5] * matrix[3] + matrix[5]
        if words.strip() and height > 27 * MILLIMETRE:
            found.append(height)

    page.extract_text(visitor_text=visit)
    return min(found)


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


# ---------------------------------------------------------------- whatever people typed


def test_there_are_enough_hostile_strings():
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_cleaning_leaves_only_what_can_be_set(text):
    cleaned = safetext.clean(text)
    assert all(char in " \u200b\u200c\u200d" or coverage.covered(char) for char in cleaned)
    assert not re.search(r"[\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\x00-\x1f\x7f-\x9f\u2028\u2029]", cleaned)
    assert max(map(len, re.split(r"[\s\u200b\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+", cleaned))) <= safetext.RUN + 1
    assert safetext.clean(cleaned.replace("\u200b", "")) == cleaned


@pytest.mark.parametrize("part", range(8))
def test_hostile_text_is_harmless(part):
    """Eight at a time as company, title, author, names, notes and evidence; a report that is not PDF/UA would be logged."""
    texts = HOSTILE[part::8]
    document = report(LANGUAGES[part % 3], respondents=1, note="x")
    rows = [row for group in document.answers.groups for row in group.rows]
    voices = iter(rows[: len(texts)])
    told = {
        next(voices).practice: tuple(replace(each, who=words, note=words, evidence=words) for each in told_by(document))
        for words in texts
    }
    groups = tuple(
        replace(group, rows=tuple(replace(row, voices=told.get(row.practice, ())) for row in group.rows))
        for group in document.answers.groups
    )
    for words in texts[:3]:
        hostile = replace(
            document,
            company=words,
            title=words,
            subtitle=words,
            finding=f"{words} {document.finding}",
            facts=replace(document.facts, prepared_by=words),
            answers=replace(document.answers, groups=groups),
        )
        reader = read(hostile)
        assert len(reader.pages) < 60
    shown = text_of(reader)
    for words in texts:
        if words.isascii() and words.isprintable() and len(words) < payload.LONGEST_NAME:
            assert tight(words) in shown


def told_by(document: ReportDocument):
    return next(row.voices for group in document.answers.groups for row in group.rows if row.voices)


def test_markup_is_print_not_program():
    words = '#read("/etc/passwd") #panic() *bold* _it_ $x^2$ <label> @ref = Head #{1+1} // comment'
    shown = text_of(read(report("en", company=words, note=words)))
    assert tight(words) in shown
    assert "root:x:" not in shown


def test_only_web_addresses_become_links():
    document = report("en", respondents=2)
    assert links(read(report("en", note="javascript:alert(1)"))) == set()
    assert links(read(document)) == {"https://intranet.example/handbook/service/2026-09"}


def links(reader: PdfReader) -> set[str]:
    marks = [mark.get_object() for page in reader.pages for mark in page.get("/Annots") or ()]
    return {str(mark["/A"]["/URI"]) for mark in marks if "/URI" in mark.get("/A", {})}


def test_a_direction_override_cannot_turn_words_round():
    assert safetext.clean("a\u202elive\u202c b") == "alive b"


def test_rare_han_and_other_scripts_are_set():
    shown = text_of(read(report("zh-hant", company="𠮷野家 𨋢 龘 한국 日本 Ελλάς Київ")))
    for words in ("𠮷野家", "𨋢", "龘", "한국", "日本", "Ελλάς", "Київ"):
        assert words in shown


def test_a_cut_text_says_so():
    assert safetext.clean("word " * 100, longest=20) == "word word word word…"
    assert safetext.shorten("海港零售" * 10, 10) == "海港零售海港零售海港…"
    assert safetext.shorten("Harbour Retail", 44) == "Harbour Retail"


# ---------------------------------------------------------------- fonts and faults


def test_fonts_come_from_packages_alone():
    places = {str(folder) for folder in fonts.folders()}
    for face in fonts.fonts().fonts():
        assert any(face.path.startswith(place) for place in places), face.path


def test_a_missing_font_package_is_named(monkeypatch):
    monkeypatch.setattr(fonts, "PACKAGES", ("no_such_fonts",))
    fonts.folders.cache_clear()
    try:
        with pytest.raises(fonts.FontsMissing, match="no-such-fonts"):
            fonts.folders()
    finally:
        monkeypatch.undo()
        fonts.folders.cache_clear()


def test_the_sure_characters_are_sure():
    sure = re.compile(f"[{coverage.SURE}]")
    every = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    assert [hex(ord(char)) for char in every if sure.match(char) and not coverage.covered(char)] == []


def test_the_faces_of_the_han_collection_have_the_same_characters():
    path = next(path for folder in fonts.folders() for path in folder.glob("*.ttc"))
    faces = [characters(face) for face in TTCollection(path, lazy=True).fonts]
    assert all(face == faces[0] for face in faces)


def characters(face) -> set[int]:
    return {code for start, end in coverage._ranges(face) for code in range(start, end + 1)}


def test_a_fault_costs_the_standard_but_not_the_report(monkeypatch, faults):
    def faulty(document):
        return payload.payload(document) | {"finding": "No font has \u0f40."}

    monkeypatch.setattr(renderer, "payload", faulty)
    reader = read(report("en"))
    assert "does not meet ua-1" in faults.pop()
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert b"pdfuaid:part" not in reader.trailer["/Root"]["/Metadata"].get_data()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_brings_every_word_the_pdf_needs(language):
    with override(language):
        words = fixed_words()
    assert set(WORDS) <= set(words)
    assert "{page}" in words["page_of"]
    assert "{pages}" in words["page_of"]
    assert "{count}" in words["more_voices"]


def test_a_missing_word_is_an_error():
    document = report("en")
    with pytest.raises(KeyError, match="contents"):
        to_pdf(replace(document, words={key: word for key, word in document.words.items() if key != "contents"}))


def test_the_renderer_knows_no_django():
    code = "import sys, assessments.reports.renderers.to_pdf as m; m.source(); sys.exit('django' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_source_is_constant():
    assert renderer.source() is renderer.source()
    assert {"main", "look.typ"} <= set(renderer.source())


def test_numbers_of_the_document_are_all_text(document):
    """A guard for this file: the factory makes documents as full as the builder does."""
    assert len([each for each in walk(document) if isinstance(each, Number)]) > 200
