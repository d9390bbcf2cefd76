"""One ZIP with every document: whole, safely named, and the same again for the same answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile

import pytest

from assessments.reports.look import OURS
from assessments.reports.renderers import RENDERERS
from assessments.reports.renderers.archive import entry_of, file_name, safe_name, write_archive

from .hostile import HOSTILE
from .sheets import random_sheet
from .test_build import FACTS, report

SIGNATURES = {"pdf": b"%PDF", "json": b"{", "xlsx": b"PK", "pptx": b"PK", "docx": b"PK"}


def zipped(*documents, folders: bool = False) -> bytes:
    file = BytesIO()
    write_archive(file, [(each, OURS) for each in documents], folders)
    return file.getvalue()


@pytest.fixture(scope="module")
def chinese():
    return report(random_sheet(5), "zh-hant", replace(FACTS, company="海港零售", title="2026 年秋季"))


@pytest.fixture(scope="module")
def archive(chinese) -> bytes:
    return zipped(chinese)


def test_it_holds_every_document_and_a_page_for_each_group(archive, chinese):
    with ZipFile(BytesIO(archive)) as found:
        assert found.testzip() is None
        assert len(found.namelist()) == len(set(found.namelist())) == len(RENDERERS) - 1 + len(chinese.groups)
        for name in found.namelist():
            assert name.startswith("海港零售 2026 年秋季")
            assert found.read(name).startswith(SIGNATURES[name.rpartition(".")[2]])
        for part in ("董事會摘要", *(each.name for each in chinese.groups)):
            assert any(part in name for name in found.namelist()), part


def test_the_same_documents_give_the_same_bytes(archive, chinese):
    assert zipped(chinese) == archive


@pytest.mark.parametrize("word", HOSTILE, ids=range(len(HOSTILE)))
def test_no_name_leaves_its_folder_or_breaks_a_system(chinese, word):
    name = file_name(replace(chinese, facts=replace(FACTS, company=word, title=word)), word, "pdf")
    assert name.endswith(".pdf")
    assert 4 < len(name) < 250
    assert not set(name) & set('\\/:*?"<>|\x00\n\r\t')
    assert PurePosixPath(name).name == name
    assert not name.startswith((".", " "))
    name.encode()


@pytest.mark.parametrize(
    ("text", "safe"), [("a/b\\c", "a b c"), ("..", ""), ("x" * 500, "x" * 90), ("客戶 之聲.", "客戶 之聲")]
)
def test_what_a_name_may_not_hold_is_left_out(text, safe):
    assert safe_name(text) == safe


@pytest.mark.parametrize("company", ["超长的公司名称" * 20, "🎉" * 120, "Überlange Gesellschaft " * 6])
def test_a_long_name_fits_into_what_systems_take_for_one(chinese, company):
    named = replace(chinese, facts=replace(FACTS, company=company, title="第一轮"))
    name = file_name(named, named.words["file_board"], "pdf")
    assert len(name.encode()) <= 255
    assert name.startswith(company[:10]) and name.endswith(f" - {named.words['file_board']}.pdf")


def test_a_day_before_zips_began_is_no_fault(chinese):
    early = replace(chinese, facts=replace(FACTS, held_on=date(1969, 7, 20)))
    assert entry_of(early, "a.pdf").date_time[:3] == (1980, 7, 20)
