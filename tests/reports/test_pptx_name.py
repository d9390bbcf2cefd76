"""The name of a company on the cover of a deck: one without spaces stays on a line where it nearly fits."""

from __future__ import annotations

import pytest

from assessments.reports.renderers.pptx.fitting import fit, fit_name, lines

WIDTH = 440.0


@pytest.mark.parametrize("name", ["岭汀酒店集团股份有限公司", "雲硯眼科診所股份有限公司總院"])
def test_a_name_that_is_just_too_long_is_set_smaller_and_not_broken(name: str) -> None:
    assert fit(name, WIDTH, 128, 40, 12, "zh-hans").lines == 2
    found = fit_name(name, WIDTH, 40, "zh-hans")
    assert found is not None
    assert (found.text, found.lines) == (name, 1)
    assert 30 <= found.size < 40
    assert lines(name, WIDTH, found.size) == 1


def test_a_short_name_keeps_its_size() -> None:
    found = fit_name("岭汀酒店", WIDTH, 40, "zh-hans")
    assert found is not None
    assert found.size == 40


@pytest.mark.parametrize("name", ["Harbour Retail and Wholesale Holdings", "岭汀酒店集团国际旅业投资管理股份有限公司"])
def test_words_are_broken_between_them_and_a_very_long_name_goes_on_two_lines(name: str) -> None:
    assert fit_name(name, WIDTH, 40, "en") is None
