"""The two small pictures: what a score gains, and how far an assumption sways a figure."""

from __future__ import annotations

import re

import pytest

from assessments.reports.charts.lift_row import lift_row
from assessments.reports.charts.paint import PRINT, WEB
from assessments.reports.charts.tornado import tornado_row


def bars(svg: str, role: str) -> list[tuple[float, float]]:
    """Where the bars of a role begin, and how wide they are, in percent."""
    found = re.findall(rf'<rect class="{role}" x="([\d.]+)%?" y="[\d.]+" width="([\d.]+)%"', svg)
    return [(float(x), float(width)) for x, width in found]


def test_what_is_gained_is_the_outline_after_the_score() -> None:
    svg = lift_row("l2", 30, 55).svg
    assert bars(svg, "k-fill") == [(0, 30)]
    assert bars(svg, "k-gain") == [(30, 25)]


@pytest.mark.parametrize(("now", "then"), [(30, 30), (30, None), (30, 20)])
def test_without_a_gain_there_is_no_outline(now: float, then: float | None) -> None:
    assert "k-gain" not in lift_row("l2", now, then).svg


def test_what_is_not_rated_is_an_empty_bar() -> None:
    svg = lift_row("int", None, None).svg
    assert "k-void" in svg
    assert "k-fill" not in svg


def test_an_assumption_sways_to_both_sides_of_the_base() -> None:
    svg = tornado_row(WEB, 10, 40, 20, 0, 50).svg
    assert bars(svg, "k-swing-low") == [(20, 20)]
    assert bars(svg, "k-swing-high") == [(40, 40)]


def test_one_that_lowers_the_figure_is_drawn_the_other_way_round() -> None:
    svg = tornado_row(WEB, 40, 10, 20, 0, 50).svg
    assert bars(svg, "k-swing-low") == [(40, 40)]
    assert bars(svg, "k-swing-high") == [(20, 20)]


def test_an_end_at_the_base_has_no_bar_and_print_has_colours() -> None:
    svg = tornado_row(PRINT, 20, 40, 20, 0, 50).svg
    assert svg.count("<rect") == 1
    assert "class=" not in svg
    assert 'fill="#' in svg
