"""The PDF is safe: whatever people typed, whatever fonts the machine has, whatever goes wrong."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.utils.translation import override
from fontTools.ttLib import TTCollection

from assessments.reports.document import ReportDocument
from assessments.reports.renderers import to_pdf as renderer
from assessments.reports.renderers.docx.text import plain
from assessments.reports.renderers.pdf import coverage, fonts, fonts_ahead, payload, safetext
from assessments.reports.renderers.pdf.payload import WORDS
from assessments.reports.renderers.pdf.typesetting import source, written
from assessments.reports.renderers.pptx.texts import clean
from assessments.reports.renderers.to_pdf import to_pdf
from assessments.reports.words import fixed_words

from .documents import LANGUAGES, report
from .hostile import HOSTILE
from .pdf_reading import faults, links, read, text_of, tight

__all__ = ["faults"]  # used by every test


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
    without = tuple(each.id for each in document.shown if each.id != "answers")
    for words in texts[:3]:
        hostile = replace(
            document,
            company=words,
            title=words,
            subtitle=words,
            finding=f"{words} {document.finding}",
            facts=replace(document.facts, prepared_by=words),
            answers=replace(document.answers, groups=groups),
            order=() if words == texts[2] else without,  # the voices are the same in all three
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


@pytest.mark.parametrize("line", [safetext.clean, plain, clean], ids=["pdf", "docx", "pptx"])
def test_no_line_turns_words_round_grows_towers_or_goes_on(line):
    assert line("a\u202elive\u202c \n b") == "alive b"
    assert line("e\N{COMBINING RING BELOW}" + 9 * "\N{COMBINING RING BELOW}") == "e" + 3 * "\N{COMBINING RING BELOW}"
    assert line("\ud83d\ude00 \x07", 9) in ("\N{GRINNING FACE}", safetext.MISSING)
    assert line("word " * 100, 20) == "word word word word…"


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
    def faulty(document, *_look):
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
    code = "import sys, assessments.reports.renderers.to_pdf; sys.exit('django' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_source_is_constant():
    assert source("report.typ") is source("report.typ")
    assert {"main", "look.typ"} <= set(source("report.typ"))


def test_only_what_a_document_needs_is_handed_over():
    assert {"board.typ", "groups.typ", "cut.typ"} & set(source("report.typ")) == set()
    assert {"main", "cut.typ", "look.typ"} <= set(source("board.typ"))
    assert "steps.typ" not in source("groups.typ")


@pytest.mark.parametrize(("text", "asked"), [("Café “plain” – 5 → 6", False), ("Mr 魏", True), ("はい", True)])
def test_the_chinese_font_is_read_ahead_only_where_a_text_needs_it(text, asked, monkeypatch):
    started: list[str] = []
    monkeypatch.setattr(fonts_ahead, "_started", started.append)
    fonts_ahead.read_ahead(["Inter"], text)
    assert bool(started) is asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chinese_report_reads_its_font_before_its_words_are_known(language, monkeypatch):
    started: list[str] = []
    monkeypatch.setattr(fonts_ahead, "_started", started.append)
    fonts_ahead.find_ahead(language)
    assert started == ["" if language == "en" else json.dumps(fonts.families(language))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_in_common_letters_needs_no_composing(language):
    """Composing takes a tenth of the time of a report, and what keeps a number with its word is no letter."""
    data = written(payload.payload(report(language)))
    assert safetext.is_composed(data)
    assert not safetext.is_composed(data + "e\u0301")


def test_fonts_are_found_once_however_many_ask():
    fonts._found.cache_clear()
    with ThreadPoolExecutor(4) as people:
        found = list(people.map(lambda _: fonts.fonts(), range(4)))
    assert {id(each) for each in found} == {id(fonts.fonts())}


def test_the_chinese_font_is_read_once_and_without_a_fault():
    first = fonts_ahead._started(json.dumps(fonts.families("en")))
    first.join()
    assert fonts_ahead._started(json.dumps(fonts.families("en"))) is first
    fonts_ahead._read(json.dumps(fonts.families("zh-hant")))
    fonts_ahead._read("")
