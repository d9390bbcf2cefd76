"""The words of drop-down lists: each means one thing, in all languages together."""

from __future__ import annotations

import pytest

from assessments.content.schema import LANGUAGES
from assessments.files.text import plain
from assessments.files.words import answer_of, code_of, headers, lists, vocabulary

from .samples import CX


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_means_its_code(language: str) -> None:
    words = vocabulary(CX)
    for name, texts in lists(CX, language).items():
        assert {words.meant(name, text): text for text in texts.values()} == texts


def test_no_word_means_two_things() -> None:
    meant: dict[tuple[str, str], set[str]] = {}
    for language in LANGUAGES:
        for name, texts in lists(CX, language).items():
            for code, text in texts.items():
                meant.setdefault((name, plain(text)), set()).add(code)
    assert all(len(codes) == 1 for codes in meant.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_header_names_two_columns(language: str) -> None:
    texts = [plain(text) for text in headers(language).values()]
    assert len(set(texts)) == len(texts)


def test_codes_and_answers() -> None:
    codes = list(lists(CX, "en")["answer"])
    assert codes == ["0", "1", "2", "3", "4", "dont_know", *(f"na:{reason}" for reason in CX.reasons)]
    assert [code_of(answer_of(code)) for code in codes] == codes
    assert code_of(None) == ""
