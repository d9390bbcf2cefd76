"""The summary of a window, from counts alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from assessments.voice.loyalty_points import loyalty_points
from assessments.voice.series import Question
from assessments.voice.summary import VoiceSummary, summary
from assessments.voice.tally import Tally
from assessments.voice.windows import days_until

NPS, CSAT5, CSAT10 = Question("nps", "", 0, 10), Question("csat", "csat-5", 1, 5), Question("csat", "csat-10", 1, 10)
CES1, CES2 = Question("ces", "ces1", 1, 5), Question("ces", "ces2", 1, 7)
WINDOW = days_until(date(2026, 11, 22), 90)


def of(*tallies: Tally, importances: Mapping[str, int] | None = None) -> VoiceSummary:
    return summary(WINDOW, tallies, {}, importances or {})


def test_two_scales_of_one_measure_stay_apart() -> None:
    found = of(Tally("all", "", CSAT5, {5: 40}, {}), Tally("all", "", CSAT10, {1: 60}, {}))
    assert [(each.question, each.n) for each in found.of("csat")] == [(CSAT10, 60), (CSAT5, 40)]


def test_a_change_is_told_where_the_z_of_the_method_is_beyond_its_edge() -> None:
    """300 answers at +20 and 300 at +45: the z of two adjusted scores."""
    reading = of(Tally("all", "", NPS, {9: 165, 7: 105, 3: 30}, {9: 120, 7: 120, 3: 60})).main("nps")
    assert reading and reading.change
    assert (reading.now and reading.now.value, reading.change.difference) == (45, 25)
    assert reading.trend == 1


@pytest.mark.parametrize("least", [29, 30])
def test_of_fewer_than_thirty_answers_no_change_is_told(least: int) -> None:
    reading = of(Tally("all", "", NPS, {9: least}, {0: 500})).main("nps")
    assert reading and (reading.trend != 0) == (least == 30)


def test_more_effort_is_worse_and_more_ease_is_better() -> None:
    effort = of(Tally("all", "", CES1, {4: 50, 5: 50}, {1: 50, 2: 50})).main("ces")
    ease = of(Tally("all", "", CES2, {6: 50, 7: 50}, {1: 50, 2: 50})).main("ces")
    assert effort and ease and (effort.trend, ease.trend) == (-1, 1)


@pytest.mark.parametrize(
    ("variant", "low", "high", "form", "trend"),
    [
        ("ces1", 1, 5, "ces1", -1),
        ("ces2", 1, 7, "ces2", 1),
        ("CES 2.0", 1, 7, "ces2", 1),
        ("ease", 1, 5, None, 1),
        ("effortless", 1, 5, None, 1),
        ("effort", 1, 7, None, -1),
        ("费力度", 1, 5, "ces1", -1),
        ("own", 0, 5, None, 1),
        ("own", 0, 7, None, 1),
    ],
)
def test_how_effort_was_asked_decides_what_is_better(
    variant: str, low: int, high: int, form: str | None, trend: int
) -> None:
    """Ease on five steps is no ces1, and steps that begin at 0 are none of the two published forms."""
    asked = Question("ces", variant, low, high)
    found = of(Tally("all", "", asked, {high: 60, low: 40}, {low: 60, high: 40})).main("ces")
    assert found and (found.ces and found.ces.variant, found.trend) == (form, trend)


def test_the_index_leaves_a_form_of_ces_out_that_it_does_not_know() -> None:
    rows = [Tally("touchpoint", "A", CSAT5, {5: 10}, {}), Tally("touchpoint", "A", NPS, {9: 10}, {})]
    rows += [
        Tally("touchpoint", "A", Question("ces", "own", 0, 7), {0: 50}, {}),
        Tally("touchpoint", "A", CES2, {7: 9}, {}),
    ]
    (found,) = of(*rows).index.touchpoints
    assert found.index and found.index.missing == ("ces",)
    assert found.n == {"csat": 10, "nps": 10, "ces": 9}


def test_twelve_months_are_there_and_empty_ones_are_gaps() -> None:
    found = summary(WINDOW, [], {(NPS, "2026-10"): {9: 12}}, {})
    months = found.readings[0].months
    assert [each.month for each in months if each.measured] == ["2026-10"]
    assert len(months) == 12


def test_the_index_weighs_touchpoints_and_says_what_is_missing() -> None:
    """CSAT all 5 and NPS all 9 make 100; CSAT all 1 and NPS all 0 make 0; importance 3 against 1 makes 75."""
    rows = [
        Tally("touchpoint", "A", CSAT5, {5: 10}, {}), Tally("touchpoint", "A", NPS, {9: 10}, {}),
        Tally("touchpoint", "B", CSAT5, {1: 10}, {}), Tally("touchpoint", "B", NPS, {0: 10}, {}),
        Tally("touchpoint", "C", CSAT5, {5: 500}, {}),
    ]  # fmt: skip
    index = of(*rows, importances={"A": 3, "B": 1}).index
    assert index.value == pytest.approx(75)
    assert index.without == ("C",)
    assert index.touchpoints[0].index and index.touchpoints[0].index.missing == ("ces",)


def test_segments_are_marked_only_when_they_hold_together() -> None:
    """One clear difference among five segments holds; a single p of 0.04 among five does not."""
    whole = {9: 250, 7: 0, 3: 250}
    rows = [Tally("segment", name, NPS, {9: 50, 3: 50}, {}) for name in "ABCD"]
    rows.append(Tally("segment", "E", NPS, {9: 5, 3: 95}, {}))
    found = of(Tally("all", "", NPS, {**whole, 9: 205, 3: 295}, {}), *rows)
    assert [each.name for each in found.segments if each.differs and each.side < 0] == ["E"]
    mild = [Tally("segment", name, NPS, {9: 50, 3: 50}, {}) for name in "ABCD"]
    mild.append(Tally("segment", "E", NPS, {9: 39, 3: 61}, {}))
    found = of(Tally("all", "", NPS, {9: 239, 3: 261}, {}), *mild)
    last = found.segments[-1]
    assert last.apart and 0.01 < last.apart.chance < 0.05
    assert not last.differs


def test_the_pulse_has_its_outcome_beside_the_four_factors() -> None:
    rows = [
        Tally("all", "", Question(f"trust-{key}", "", 0, 10), {score: 10}, {})
        for key, score in {"int": 4, "abl": 8, "aff": 6, "con": 6, "out": 9}.items()
    ]
    trust = of(*rows).trust
    assert trust.index == pytest.approx(60)
    assert trust.outcome and trust.outcome.value == 9


def test_the_quadrant_draws_nothing_below_thirty_answers_to_both() -> None:
    places = {
        "Trap": {CSAT5: {5: 80, 1: 20}, NPS: {9: 20, 3: 40}},
        "Edge": {CSAT5: {5: 75, 1: 25}, NPS: {9: 20, 3: 20}},
        "Few": {CSAT5: {5: 100}, NPS: {9: 29}},
        "Half": {CSAT5: {5: 100}},
    }
    points, out = loyalty_points(places)
    assert [(each.name, each.is_trap) for each in points] == [("Trap", True), ("Edge", False)]
    assert [(each.name, each.csat, each.nps) for each in out] == [("Few", 100, 29), ("Half", 100, 0)]
