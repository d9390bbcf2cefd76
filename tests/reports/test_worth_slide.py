"""The slide on what sways a figure says so in its title, and its numbers in the notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils.translation import override

from assessments.reports.build import build
from tests.value.test_value import full

from .pptx_reading import deck, notes, slide_of
from .sheets import random_sheet
from .test_build import source


@pytest.mark.parametrize(("language", "says"), [("en", "sways it most: between"), ("zh-hant", "影響最大：")])
def test_the_widest_assumption_is_the_title(language, says):
    with override(language):
        document = build(replace(source(random_sheet(3), language), ledger=full(), currency="EUR"))
    figure = document.value.tornados[0]
    widest = max(figure.swings, key=lambda each: abs(each.at_high - each.at_low))
    assert says in figure.finding
    for part in (widest.name, widest.low_text, widest.high_text, figure.unit):
        assert part in figure.finding
    slide = slide_of(deck(document), figure.finding)
    for each in figure.swings:
        assert each.name in notes(slide)
        assert each.high_text in notes(slide)
