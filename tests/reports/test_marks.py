"""The marks beside names, the logo, and how words are broken to fit a figure."""

from __future__ import annotations

import re

import pytest

from assessments.reports.charts.fit import text_width, wrap
from assessments.reports.charts.marks import factor_mark, level_mark, logo, mark, print_mark, symbol
from assessments.reports.charts.paint import Paint
from assessments.reports.charts.shapes import FACTORS, LEVELS

from .test_charts import WEB_AND_PRINT, a_pyramid, tree


@pytest.mark.parametrize("key", LEVELS + FACTORS)
def test_marks_are_silent_and_carry_their_key(key: str) -> None:
    root = tree(mark(key, "lg"))
    assert root.attrib["aria-hidden"] == "true"
    assert f"lv-{key[1]}" in root.attrib["class"].split() or f"tf-{key}" in root.attrib["class"].split()
    assert [text.text for text in root.iter("text")] == ([key[1]] if key in LEVELS else [])
    assert [label.text for label in print_mark(key).labels] == ([key[1]] if key in LEVELS else [])


def test_every_factor_has_a_shape_of_its_own() -> None:
    shapes = {re.sub("tf-[a-z]+", "", factor_mark(key)) for key in FACTORS}
    assert len(shapes) == 4
    assert level_mark("l1") != level_mark("l2")


@WEB_AND_PRINT
def test_the_logo_has_six_layers_and_no_words(paint: Paint) -> None:
    root = tree(logo(paint))
    assert len(root.findall("polygon")) == 6
    assert ("#163551" in logo(paint)) is not paint.web
    assert root.attrib["aria-hidden"] == "true"


def test_each_group_has_a_sign_of_its_own() -> None:
    drawn = {symbol(kind) for kind in ("first", "second", "third")}
    assert len(drawn) == 3
    assert all(tree(svg).attrib["aria-hidden"] == "true" for svg in drawn)


def test_long_names_wrap_and_the_pyramid_grows_to_hold_them() -> None:
    short, long = (a_pyramid(trust_names=[name] * 4) for name in ("Affinity", "Affinity and goodwill"))
    assert long.height > short.height
    assert "Affinity and" in [text.text for text in tree(long.svg).iter("text")]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Impressive but still doubted", ["Impressive but", "still doubted"]),
        ("体验出色却难以取信于人。", ["体验出色却难以", "取信于人。"]),
        ("用客户的说法写帮助页", ["用客户的说法写", "帮助页"]),
        ("用客户说法写帮助", ["用客户说法写", "帮助"]),
        ("先回答，再写明，好", ["先回答，再写明，", "好"]),
        ("Unbreakablelongwordthatnevermind", ["Unbreakablelongwordthatnevermind"]),
        ("好\u200b的 CX", ["好的 CX"]),
        ("", [""]),
    ],
)
def test_lines_break_between_words_and_between_han(text: str, lines: list[str]) -> None:
    assert wrap(text, 120, 16) == lines
    assert text_width("体验", 16) == 32
