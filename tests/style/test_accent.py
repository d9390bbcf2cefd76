"""The colour of a house can be read: WCAG 2.2, 1.4.3, with examples of its own."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.reports.accent import NIGHT, faint, on_screen
from assessments.reports.mixing import NEEDED, contrast

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#000000", 21), ("#FFFFFF", 1), ("#777777", 4.48), ("#767676", 4.54), ("#FF0000", 4.0)]
)
def test_known_contrasts_with_white(colour, ratio):
    assert contrast(colour, "#FFFFFF") == contrast("#FFFFFF", colour) == pytest.approx(ratio, abs=0.01)


def test_what_can_be_read_is_left_alone():
    assert faint("#0B5563") is None
    assert faint("#767676") is None
    assert faint("#777777") is not None


@given(colours)
def test_the_nearest_colour_can_be_read_and_keeps_its_hue(colour):
    problem = faint(colour)
    if problem is None:
        return
    assert problem.ratio < NEEDED <= contrast(problem.nearest, "#FFFFFF")
    assert contrast(problem.nearest, "#FFFFFF") < NEEDED + 0.2
    channels = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    mended = [int(problem.nearest[at : at + 2], 16) for at in (1, 3, 5)]
    assert all(after <= before for after, before in zip(mended, channels, strict=True))
    assert (
        sorted(range(3), key=mended.__getitem__) == sorted(range(3), key=channels.__getitem__)
        or colorsys.rgb_to_hsv(*channels)[1] < 0.2
        or len({*mended}) < 3
    )


@given(colours)
def test_on_screens_it_can_be_read_in_the_light_and_in_the_dark(colour):
    light, dark = on_screen(colour)
    assert contrast(light, "#FFFFFF") >= NEEDED
    assert contrast(dark, NIGHT) >= NEEDED
    assert light == colour or contrast(colour, "#FFFFFF") < NEEDED
    assert dark == colour or contrast(colour, NIGHT) < NEEDED <= contrast(dark, NIGHT) < NEEDED + 0.2
