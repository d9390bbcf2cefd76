"""The line agrees with SciPy's PCHIP and never goes beyond what was given."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.interpolate import PchipInterpolator

from assessments.journey.curve import Point, segments

POINTS = st.lists(st.tuples(st.floats(0.1, 10), st.floats(-5, 5, allow_subnormal=False)), min_size=2, max_size=12).map(
    lambda steps: [(sum(step for step, _y in steps[: i + 1]), y) for i, (_step, y) in enumerate(steps)]
)


def at(segment: tuple[Point, ...], share: float) -> Point:
    """A point of a cubic Bézier segment."""
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, segment, strict=True)) for axis in (0, 1))
    return x, y


@given(POINTS)
def test_it_is_the_curve_of_scipy(points: list[Point]) -> None:
    with numpy.errstate(all="ignore"):
        theirs = PchipInterpolator([x for x, _y in points], [y for _x, y in points])
    for segment in segments(points):
        for share in (0, 0.2, 0.5, 0.9, 1):
            x, y = at(segment, share)
            assert y == pytest.approx(float(theirs(x)), abs=1e-6)


@given(POINTS)
def test_it_never_goes_beyond_the_two_values_it_joins(points: list[Point]) -> None:
    line = segments(points)
    assert [segment[0] for segment in line] + [line[-1][3]] == points
    for start, first, second, end in line:
        low, high = min(start[1], end[1]), max(start[1], end[1])
        assert low <= first[1] <= high
        assert low <= second[1] <= high
        assert start[0] < first[0] < second[0] < end[0]


def test_one_point_makes_no_line_and_two_a_straight_one() -> None:
    assert segments([]) == []
    assert segments([(0, 1)]) == []
    assert segments([(0, 0), (3, 3)]) == [((0, 0), (1, 1), (2, 2), (3, 3))]


def test_it_is_flat_where_it_turns() -> None:
    first, second = segments([(0, 0), (1, 2), (2, -1)])
    assert first[2][1] == second[1][1] == 2


def test_a_steep_end_is_held_back() -> None:
    points = [(0.0, 0.0), (1.0, 0.01), (2.0, -5.0), (3.0, -5.0)]
    theirs = PchipInterpolator([x for x, _y in points], [y for _x, y in points])
    for segment in segments(points):
        x, y = at(segment, 0.3)
        assert y == pytest.approx(float(theirs(x)), abs=1e-12)
