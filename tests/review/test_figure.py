"""The figure of a practice: everybody is in it once, at the stage they gave."""

from __future__ import annotations

import re

from assessments.reports.charts.spread import GroupSpread, crowded, spread, stage_axis

LEADERS = GroupSpread([0, 0, 1, 3, 1], 3.0, (3.0, 3.0))
FRONTLINE = GroupSpread([2, 6, 1, 1, 0], 1.0, (1.0, 1.0))


def circles(svg: str) -> int:
    return svg.count("<circle")


def test_a_dot_a_person_a_tick_a_group_and_a_line_between_them() -> None:
    svg = spread("one", [LEADERS, FRONTLINE], "Facts").svg
    assert circles(svg) == 15
    assert svg.count("M0 -14V14") == 2
    assert svg.count('class="k-lean"') == 1
    assert svg.count('class="k-iqr"') == 2
    assert 'height="72"' in svg


def test_a_stage_stands_where_the_axis_says_it() -> None:
    places = re.findall(r'x="([\d.]+%)"[^>]*>\d<', stage_axis().svg)
    assert places == ["4%", "27%", "50%", "73%", "96%"]
    assert '<svg x="73%" y="18"' in spread("one", [LEADERS], "Facts").svg


def test_a_small_group_has_dots_and_no_spread() -> None:
    svg = spread("one", [GroupSpread([1, 0, 0, 1, 0], 1.5, None)], "Facts").svg
    assert circles(svg) == 2
    assert "k-iqr" not in svg


def test_of_many_people_a_disc_has_the_area_of_their_number() -> None:
    many = [GroupSpread([0, 40, 10, 0, 0], 1.0, (1.0, 1.0)), LEADERS]
    assert crowded(many)
    assert not crowded([LEADERS, FRONTLINE])
    radii = [float(each) for each in re.findall(r'<circle r="([\d.]+)"', spread("one", many, "Facts").svg)]
    assert radii[:2] == [15.0, 7.5]
    assert len(radii) == 5


def test_a_median_lies_above_the_people_also_where_discs_stand_for_them() -> None:
    for group in (LEADERS, GroupSpread([0, 40, 10, 0, 0], 1.0, (1.0, 1.0))):
        svg = spread("one", [group], "Facts").svg
        assert svg.rindex('"k-med"') > svg.rindex("<circle")


def test_it_says_what_it_shows_and_carries_no_style_of_its_own() -> None:
    svg = spread("one", [LEADERS], "A < B & C", desc="Leaders: median 3.0", split=True).svg
    assert '<title id="one-t">A &lt; B &amp; C</title><desc id="one-d">Leaders: median 3.0</desc>' in svg
    assert 'class="cx-row-svg is-split"' in svg
    assert not re.search(r'style=|fill="|stroke="|#[0-9a-fA-F]{3}', svg)
