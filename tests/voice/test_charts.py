"""The charts of the customers' voice: what stands where, and what a screen reader hears."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from math import dist
from xml.etree import ElementTree

import pytest

from assessments.reports.charts.paint import PRINT, WEB, Figure
from assessments.reports.charts.voice_quadrant import Spot, loyalty_quadrant
from assessments.reports.charts.voice_row import interval_row
from assessments.reports.charts.voice_trend import Month, trend, trend_ticks

NAMES = ("Loyal anyway", "Content and loyal", "Neither", "Content, not loyal")
TICKS = ((0.0, "0"), (50.0, "+50"))
PAINTS = pytest.mark.parametrize("paint", [WEB, PRINT])


def parts(figure: Figure, tag: str, role: str = "") -> list[ElementTree.Element]:
    found = ElementTree.fromstring(figure.svg).iter()
    return [each for each in found if each.tag.endswith(tag) and role in ("", *each.get("class", "").split(" "))]


def words(figure: Figure) -> list[str]:
    return [each.text or "" for each in parts(figure, "text")]


def test_an_interval_stands_on_its_own_scale() -> None:
    figure = interval_row(WEB, "i", 0, (-50, 50), (-100, 100), "NPS 0", desc="d", before=-20, ticks=(0,))
    (line,) = parts(figure, "line", "k-ci")
    assert (line.get("x1"), line.get("x2")) == ("25%", "75%")
    places = [each.get("x") for each in parts(figure, "svg")[1:]]
    assert places == ["50%", "40%", "25%", "75%", "50%"]  # tick, before, both ends, value
    assert (figure.title, figure.desc) == ("NPS 0", "d")
    assert 'aria-labelledby="i-t i-d"' in figure.svg


@PAINTS
def test_an_interval_that_cannot_be_told_is_not_drawn(paint) -> None:
    alone = interval_row(paint, "i", 4, None, (1, 7), "CES 4")
    assert len(parts(alone, "line")) == 1
    none = interval_row(paint, "i", None, None, (1, 7), "CES", unrated_label="No answers")
    assert len(parts(none, "line")) == 1
    said = words(none) if paint is WEB else [each.text for each in none.labels]
    assert said == ["No answers"]


def test_a_month_without_a_value_is_a_gap() -> None:
    months = [
        Month("Jan", 10, 5, 20),
        Month("Feb", 20, 10, 30),
        Month("Mar"),
        Month("Apr", 30, 20, 45, indicative=True),
    ]
    figure = trend(WEB, "t", months, TICKS, "NPS", "d")
    assert [len((each.get("points") or "").split()) for each in parts(figure, "polyline")] == [2]
    assert [len((each.get("points") or "").split()) for each in parts(figure, "polygon")] == [4, 4]
    assert len(parts(figure, "circle", "k-spot")) == 1
    assert parts(figure, "circle", "k-ink") == []  # the last is indicative: an open dot, no full one
    assert words(figure) == ["0", "+50", "Jan", "Feb", "Mar", "Apr"]


def test_the_last_value_is_a_full_dot_at_its_height() -> None:
    figure = trend(WEB, "t", [Month("Jan", 0, 0, 0), Month("Feb", 50, 50, 50)], TICKS, "NPS", "d")
    (dot,) = parts(figure, "circle", "k-ink")
    grid = [each.get("y1") for each in parts(figure, "line", "k-grid")]
    assert dot.get("cy") == grid[1]


@PAINTS
def test_nothing_to_show_is_said(paint) -> None:
    figure = trend(paint, "t", [Month("Jan"), Month("Feb")], TICKS, "NPS", "d", none_label="Too few answers")
    assert "Too few answers" in (words(figure) if paint is WEB else [each.text for each in figure.labels])
    assert parts(figure, "polyline") == parts(figure, "circle") == []
    assert trend(paint, "t", [], TICKS, "NPS", "d").svg


def test_the_band_of_a_single_month_has_a_width_and_no_band_without_an_interval() -> None:
    (band,) = parts(trend(WEB, "t", [Month("Jan", 10, 5, 20)], TICKS, "NPS", "d"), "polygon")
    across = {point.split(",")[0] for point in (band.get("points") or "").split()}
    assert len(across) == 2
    assert parts(trend(WEB, "t", [Month("Jan", 10)], TICKS, "NPS", "d"), "polygon") == []


@pytest.mark.parametrize("label", ["Sep", "September 2026", "2026年9月"])
@pytest.mark.parametrize("number", [1, 2, 3, 5, 12, 24, 60])
def test_names_of_months_never_touch(label: str, number: int) -> None:
    figure = trend(WEB, "t", [Month(label, 10, 5, 20)] * number, TICKS, "NPS", "d")
    names = [each for each in parts(figure, "text") if each.text == label]
    wide = 13 * sum(1 if ord(each) > 1000 else 0.57 for each in label)
    shift = {"start": 0, "middle": wide / 2, "end": wide}
    starts = [float(each.get("x", 0)) - shift[each.get("text-anchor", "start")] for each in names]
    assert all(later - earlier > wide for earlier, later in pairwise(starts))
    assert len(names) >= min(number, 2)


@pytest.mark.parametrize(
    ("values", "scale", "wanted"),
    [
        ((12, 38), (-100, 100), [0, 20, 40]),
        ((-98, 100), (-100, 100), [-100, 0, 100]),
        ((4.2, 5.4), (1, 7), [4, 5, 6]),
        ((96, 100), (0, 100), [95, 97.5, 100]),
        ((), (1, 7), [1, 4, 7]),
    ],
)
def test_ticks_are_round_and_hold_every_value(values: tuple[float, ...], scale: tuple[float, float], wanted) -> None:
    found = trend_ticks([Month("", each) for each in values], scale)
    assert scale[0] <= found[0] <= min(values, default=scale[0])
    assert max(values, default=scale[1]) <= found[-1] <= scale[1]
    assert 2 <= len(found) <= 5
    assert found == sorted(set(found))
    assert found == wanted


def test_one_value_still_has_two_lines() -> None:
    for value in (1, 4, 6.99, 7):
        found = trend_ticks([Month("", value, value, value)], (1, 7))
        assert len(found) >= 2
        assert found[0] <= value <= found[-1]


def quadrant(*spots: Spot, paint=WEB) -> Figure:
    return loyalty_quadrant(
        paint, "q", spots, NAMES, "Loyalty", "d", "Satisfied", "Would recommend", 75, 50,
        x_labels=("0%", "75%", "100%"), y_labels=("−100", "0", "+100"), unrated_label="Too few answers",
    )  # fmt: skip


def test_the_quadrant_has_a_dot_for_the_whole_and_numbers_for_its_parts() -> None:
    figure = quadrant(Spot(80, 40), Spot(60, 20, "1"), Spot(90, 90, "2"))
    assert (len(parts(figure, "circle", "k-ring")), len(parts(figure, "circle", "k-ink"))) == (2, 1)
    said = re.sub(r"\s+", " ", " ".join(words(figure)))
    for each in ("1", "2", "−100", "+100", "75%", "Satisfied", "Would recommend", "Neither"):
        assert each in said
    whole, first = parts(figure, "circle", "k-ink")[0], parts(figure, "circle", "k-ring")[0]
    assert float(whole.get("cx", 0)) > float(first.get("cx", 0))
    assert float(whole.get("cy", 0)) < float(first.get("cy", 0))


def test_numbers_that_would_cover_each_other_stand_apart_on_lines_to_their_places() -> None:
    crowd = [Spot(79, 61, str(number)) for number in range(1, 7)]
    figure = quadrant(Spot(79, 61), *crowd, Spot(20, 20, "7"))
    rings = [(float(each.get("cx", 0)), float(each.get("cy", 0))) for each in parts(figure, "circle", "k-ring")]
    (dot,) = [(float(each.get("cx", 0)), float(each.get("cy", 0))) for each in parts(figure, "circle", "k-halo")]
    assert min(dist(one, other) for one, other in combinations(rings, 2)) >= 26
    assert min(dist(dot, each) for each in rings) >= 20
    assert len(parts(figure, "line", "k-gap")) == 6  # the seventh stands at its own place
    assert {(float(each.get("x1", 0)), float(each.get("y1", 0))) for each in parts(figure, "line", "k-gap")} == {dot}


@PAINTS
def test_an_empty_quadrant_says_why(paint) -> None:
    figure = quadrant(paint=paint)
    assert "Too few" in " ".join(words(figure) if paint is WEB else [each.text for each in figure.labels])
    assert parts(figure, "circle") == []
    with pytest.raises(ValueError, match="four fields"):
        loyalty_quadrant(paint, "q", (), NAMES[:3], "t", "d", "x", "y", 50, 50)


def test_users_words_are_escaped() -> None:
    figure = trend(WEB, "t", [Month("<b>", 1, 1, 1)], TICKS, "<script>", "&")
    assert "<script>" not in figure.svg
    assert words(figure)[-1] == "<b>"
