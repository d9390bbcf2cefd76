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
        made = replace(document, finding=LONG.format(name))
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
    assert in_lines("".join(lines), room).splitlines() == lines


def test_what_holds_no_chinese_stays_as_it_is():
    assert in_lines("Level 3, “Respond”: nothing beyond it.", 4) == "Level 3, “Respond”: nothing beyond it."
