"""Cleaning: what must not reach the database is gone, what people wrote stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.files.text import clean, guarded, nearest, one_line, plain, shorten, unguarded

anything = st.text(st.characters())


@given(anything)
def test_cleaned_text_can_be_stored(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in cleaned)
    assert "\x7f" not in cleaned
    cleaned.encode()


@given(anything)
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert one_line(line) == line
    assert len(line.splitlines()) <= 1
    assert len(shorten(text, 20)) <= 20


@given(anything)
def test_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  two\r\nlines\rthree\u2028four\x0bfive ", "two\nlines\nthree\nfour\nfive"),
        ("tab\tstays", "tab\tstays"),
        ("a\x00b\x07c\x1bd\x9fe\ufefff\uffffg", "abcdefg"),
        ("half \ud83d emoji", "half \ufffd emoji"),
        ("whole 😀 emoji, e\u0301 and \u200f marks", "whole 😀 emoji, e\u0301 and \u200f marks"),
    ],
)
def test_what_is_cleaned(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_what_counts_as_the_same_word() -> None:
    assert plain(" Don‘t  KNOW ") == plain("don't know") == plain("Don’t know")
    assert plain("不适用：由我们选择") == plain("不适用: 由我们选择")


def test_the_nearest_word() -> None:
    assert nearest("titel", ["date", "title"]) == "title"
    assert nearest("x" * 10_000, ["date", "title"]) == ""


def test_what_is_quoted_turns_no_words_around_it() -> None:
    assert shorten("a\u202eb\u2066c\x1b[31m\nd") == "abc[31m d"
