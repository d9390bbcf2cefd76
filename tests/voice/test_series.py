"""Counts become series and comparisons: which there are, and that each is the number of its measure."""

from __future__ import annotations

import json
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint, proportions_ztest

from assessments.voice import compare
from assessments.voice.as_json import as_data, as_text
from assessments.voice.compare import comparisons
from assessments.voice.series import ALL, Cell, Question, measured, of_months, series

NPS = Question("nps", "", 0, 10)
CSAT = Question("csat", "csat-5", 1, 5)
CES = Question("ces", "ces2", 1, 7)
AUGUST, OCTOBER = "2026-08", "2026-10"


def only(question: Question, before: dict[int, int], now: dict[int, int]) -> dict[str, object]:
    """The one comparison of a question asked in two months."""
    cells = {Cell(question, "", "", AUGUST): before, Cell(question, "", "", OCTOBER): now}
    (found,) = as_data([], comparisons(series(cells)))["comparisons"]
    return dict(found)


def test_the_score_and_the_adjusted_interval() -> None:
    found = measured(NPS, {10: 80, 9: 40, 8: 120, 5: 60})
    assert found is not None and found.interval is not None
    adjusted, whole = 60 / 303, 303
    error = sqrt((180 + 1.5) / whole - adjusted**2) / sqrt(whole)
    assert (found.n, found.value, found.mean) == (300, 20, pytest.approx(2420 / 300))
    assert found.interval == pytest.approx([100 * (adjusted - 1.959964 * error), 100 * (adjusted + 1.959964 * error)])
    assert NPS.method == "adjusted-wald"


def test_satisfaction_is_the_top_box_and_not_the_mean() -> None:
    found = measured(CSAT, {5: 40, 4: 34, 3: 20, 1: 13})
    assert found is not None and found.interval is not None
    assert (found.value, found.mean) == (pytest.approx(69.158879), pytest.approx(409 / 107))
    assert [each / 100 for each in found.interval] == pytest.approx(proportion_confint(74, 107, method="wilson"))
    assert CSAT.method == "wilson"


@given(st.lists(st.integers(1, 7), min_size=2, max_size=50))
@pytest.mark.filterwarnings("ignore:Precision loss occurred:RuntimeWarning")
def test_a_mean_has_student_s_interval_on_its_scale(scores: list[int]) -> None:
    found = measured(CES, {score: scores.count(score) for score in set(scores)})
    assert found is not None and found.interval is not None
    assert (found.value, found.mean) == (pytest.approx(sum(scores) / len(scores)),) * 2
    if len(set(scores)) > 1:
        low, high = stats.t.interval(0.95, len(scores) - 1, found.value, stats.sem(scores))
        assert found.interval == pytest.approx((max(1, low), min(7, high)))
    else:
        assert found.interval == (scores[0], scores[0])
    assert CES.method == "student-t"


def test_one_answer_has_no_interval_where_its_spread_is_unknown() -> None:
    one = measured(CES, {4: 1})
    assert one is not None
    assert (one.n, one.value, one.interval, one.display) == (1, 4, None, "counts")
    assert measured(CES, {}) is None
    lone = [each and each.interval for each in (measured(NPS, {9: 1}), measured(CSAT, {5: 1}))]
    assert all(lone)


def test_there_is_a_series_for_every_place_that_occurs() -> None:
    cells = {
        Cell(NPS, "checkout", "new", AUGUST): {9: 2},
        Cell(NPS, "", "new", AUGUST): {3: 1},
        Cell(NPS, "store", "", OCTOBER): {8: 4},
    }
    sizes = {(each.touchpoint, each.segment, each.period): each.measured.n for each in series(cells)}
    assert sizes == {
        (None, None, ALL): 7, (None, None, AUGUST): 3, (None, None, OCTOBER): 4,
        (None, "new", ALL): 3, (None, "new", AUGUST): 3,
        ("checkout", None, ALL): 2, ("checkout", None, AUGUST): 2,
        ("checkout", "new", ALL): 2, ("checkout", "new", AUGUST): 2,
        ("store", None, ALL): 4, ("store", None, OCTOBER): 4,
    }  # fmt: skip
    assert list(sizes) == [
        (None, None, ALL), (None, None, AUGUST), (None, None, OCTOBER), (None, "new", ALL), (None, "new", AUGUST),
        ("checkout", None, ALL), ("checkout", None, AUGUST), ("checkout", "new", ALL), ("checkout", "new", AUGUST),
        ("store", None, ALL), ("store", None, OCTOBER),
    ]  # fmt: skip


def test_variants_and_scales_are_never_added_up() -> None:
    ten, own = Question("csat", "csat-10", 1, 10), Question("csat", "csat-5", 1, 10)
    cells = {Cell(each, "", "", AUGUST): {5: 3} for each in (CSAT, ten, own, CES, Question("ces", "easy", 1, 7))}
    whole = [each for each in series(cells) if each.period == ALL]
    assert [each.measured.n for each in whole] == [3] * 5
    assert [each.measured.value for each in whole] == [0, 100, 0, 5, 5]


@pytest.mark.parametrize("n", [1, 9, 10, 29, 30])
def test_display_goes_by_the_number_of_answers(n: int) -> None:
    (data, *_rest) = as_data(series({Cell(NPS, "", "", AUGUST): {9: n}}), [])["series"]
    assert data["display"] == ("counts" if n < 10 else "indicative" if n < 30 else "score")
    assert (data["method"], data["variant"], data["touchpoint"]) == ("adjusted-wald", "", None)


def test_two_scores_are_compared_by_their_adjusted_values() -> None:
    found = only(NPS, {10: 40, 8: 40, 2: 20}, {10: 60, 8: 25, 2: 15})
    parts = []
    for promoters, detractors in ((40.75, 20.75), (60.75, 15.75)):
        net = (promoters - detractors) / 103
        parts.append((net, ((promoters + detractors) / 103 - net**2) / 103))
    z = (parts[1][0] - parts[0][0]) / sqrt(parts[0][1] + parts[1][1])
    assert (found["change"], found["z"]) == (25, pytest.approx(z, abs=1e-6))
    assert found["p"] == pytest.approx(2 * stats.norm.sf(abs(z)), abs=1e-6)
    assert (found["from"], found["to"]) == (AUGUST, OCTOBER)


def test_two_shares_are_compared_by_the_pooled_z() -> None:
    found = only(CSAT, {5: 82, 2: 25}, {5: 74, 2: 33})
    z, chance = proportions_ztest([74, 82], [107, 107])
    assert (found["change"], found["z"]) == (pytest.approx(-100 * 8 / 107, abs=1e-6), pytest.approx(z, abs=1e-6))
    assert found["p"] == pytest.approx(chance, abs=1e-6)


def test_two_means_are_compared_by_welch() -> None:
    found = only(CES, {7: 3, 5: 4}, {4: 5, 2: 3})
    wanted = stats.ttest_ind([4] * 5 + [2] * 3, [7] * 3 + [5] * 4, equal_var=False)
    assert (found["z"], found["p"]) == (
        pytest.approx(wanted.statistic, abs=1e-6),
        pytest.approx(wanted.pvalue, rel=1e-5),
    )
    assert found["change"] == pytest.approx(26 / 8 - 41 / 7, abs=1e-6)


@pytest.mark.parametrize(
    ("question", "before", "now", "change"),
    [(CES, {4: 1}, {4: 3, 5: 1}, 0.25), (CES, {4: 5}, {6: 5}, 2), (CSAT, {5: 9}, {4: 9}, 0), (CSAT, {1: 9}, {2: 9}, 0)],
)
def test_a_change_that_cannot_be_tested_is_told_without_a_chance(
    question: Question, before: dict[int, int], now: dict[int, int], change: float
) -> None:
    found = only(question, before, now)
    assert (found["change"], found["z"], found["p"]) == (change, None, None)


def test_a_score_of_nobody_is_not_compared() -> None:
    assert compare.tested(NPS, {}, {9: 1}) is None


def test_every_place_is_compared_with_its_own_month_before() -> None:
    cells = {
        Cell(NPS, place, segment, month): {9: 5, 3: 1}
        for place, segment in (("a", "x"), ("b", ""))
        for month in ("2026-07", "2026-08", "2026-10")
    }
    found = [each for each in comparisons(series(cells)) if each.segment is None]
    assert [(each.touchpoint, each.before, each.now) for each in found] == [
        (place, *months) for place in (None, "a", "b") for months in (("2026-07", "2026-08"), ("2026-08", "2026-10"))
    ]
    assert len(of_months(series(cells))) == 5 * 3


@pytest.mark.parametrize("months", [(), (AUGUST,), (AUGUST, OCTOBER)])
def test_the_text_is_the_data(months: tuple[str, ...]) -> None:
    found = series({Cell(NPS, '结账 "a"', "", month): {9: 2, 3: 1} for month in months})
    changes = comparisons(found)
    assert json.loads("".join(as_text(found, changes))) == as_data(found, changes)
