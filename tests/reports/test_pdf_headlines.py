"""Chinese headlines in the PDF: their lines end between words, and are those that were meant."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assessments.reports.renderers.pdf.headlines import in_lines
from assessments.reports.renderers.to_board_pdf import to_board_pdf
from assessments.reports.renderers.to_pdf import to_pdf
from assessments.words.phrases import phrases
from tests.office import pages_of

from .pdf_reading import faults, tight
from .test_build import report
from .test_cuts import crowd

__all__ = ["faults"]  # used by every test

LONG = "集团在{}七成以上的门店和网上渠道里有声音、有人收集、有测量、有行动，但对所有客户大体上还是同一套做法。信任的短板是“一致”：这里守住的承诺，换个地方可能就落空了。"


@pytest.mark.parametrize("make", [to_pdf, to_board_pdf])
@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_a_chinese_headline_ends_its_lines_between_words(make, language):
    document = report(crowd(), language)
    for name in ("", "全国各地", "东部和南部各省、直辖市"):
        made = replace(document, finding=LONG.format(name), order=("strengths", "steps"))
        set_lines = "\n".join(tight(line) for page in pages_of(make(made)) for line in page.splitlines())
        set_lines = re.sub("\n(?=[，。；：！？、])", "", set_lines)  # Poppler tells them so after a quotation mark
        for finding in (made.finding, made.strengths.head.finding, made.steps.head.finding):
            anywhere = "\n?".join(map(re.escape, tight(finding)))
            found = re.search(f"^{anywhere}$", set_lines, re.M)
            assert found, finding
            wrong = [line for line in found[0].split("\n")[:-1] if not ends_a_phrase(line, finding)]
            assert not wrong, found[0]


def ends_a_phrase(line, finding):
    whole = tight(finding)
    parts = [*phrases(whole), *re.split("(?<=[，。；：！？、])|(?=（)|(?<=[”」])(?=比)", whole)]
    return any(line.endswith(part[-3:]) for part in parts if part)


@pytest.mark.parametrize(
    ("room", "lines"),
    [
        (30, ["信任的短板是“一致”：这里守住的承诺。"]),
        (12, ["信任的短板是“一致”：", "这里守住的承诺。"]),
        (6, ["信任的短板是", "“一致”：", "这里守住的", "承诺。"]),
    ],
)
def test_lines_are_few_and_of_whole_phrases(room, lines):
    assert in_lines("".join(lines), room, "zh-hans").splitlines() == lines


def test_a_long_latin_name_breaks_between_its_words():
    name = "The Honourable Company of Makers of Long Names"
    lines = in_lines(f"{name}已达到第 3 层。", 14, "zh-hans").splitlines()
    assert len(lines) > 2
    assert " ".join(lines).replace(" 已", "已").startswith(name)


@pytest.mark.parametrize("company", ["Harbour Retail", "雲硯眼科診所"])
def test_a_headline_of_another_language_only_keeps_its_numbers_with_their_words(company):
    finding = f"{company} stands on level 1, Inform: the facts customers need are in place."
    assert in_lines(finding, 14, "en") == finding.replace("level 1", "level\xa01")


@pytest.mark.parametrize("make", [to_pdf, to_board_pdf])
def test_a_chinese_name_does_not_end_the_line_of_an_english_finding(make):
    finding = "雲硯眼科診所 stands on level 1, Inform, but solving a reported problem still depends on who picks it up."
    told = [line for page in pages_of(make(replace(report(crowd()), finding=finding))) for line in page.splitlines()]
    assert any(line.startswith("雲硯眼科診所 stands on level") for line in told)
