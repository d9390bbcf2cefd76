"""The value of a file: what is scored of it, and which evidence is a link."""

from __future__ import annotations

from datetime import date

import pytest

from assessments.files.value import AnswerFile, is_link
from assessments.maturity.scoring import score

from .samples import CX, HARBOUR, TODAY, WANG


def test_the_sheet_that_is_scored() -> None:
    sheet = HARBOUR.sheet()
    assert (sheet.respondents, sheet.held_on, sheet.practice_set) == ((WANG,), TODAY, "full")
    assert (sheet.red_flags, sheet.targets) == ({"RF-01", "RF-09"}, {"l2-response-speed": 4})
    assert score(CX, sheet, TODAY).respondents == 1
    assert AnswerFile(date(2026, 1, 1)).sheet().respondents == ()


@pytest.mark.parametrize("text", ["https://example.com/a?b=c#d", "HTTP://example.com", "https://例子.cn/页"])
def test_links(text: str) -> None:
    assert is_link(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.com",
        "//example.com",
        "www.example.com",
        "https://",
        "https:///path",
        "https://[bad",
        "https://example.com and more",
        "see https://example.com",
        "https://example.com\nhttps://example.org",
    ],
)
def test_plain_text(text: str) -> None:
    assert not is_link(text)
