"""What may be shown of other companies, by how many they are, and always with n (method 7)."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from assessments.benchmark.basis import Basis, changes, renewed
from assessments.benchmark.benchmark import benchmark
from assessments.benchmark.entries import Entry, eligible, history
from assessments.benchmark.percentiles import percentile_of, quartiles, value_at
from assessments.benchmark.rules import display, missing_to_show, rounded
from assessments.benchmark.views import view
from assessments.calendar_months import months_before

TODAY = date(2026, 11, 21)
DAY = date(2026, 6, 1)
NIST = (
    95.1772, 95.1567, 95.1937, 95.1959, 95.1442, 95.061, 95.1591, 95.1195, 95.1065, 95.0925, 95.199, 95.1682,
)  # fmt: skip
scores = st.floats(0, 100)


def entry(company, value=50.0, on=DAY, people=5, result=None, comparable=True):
    return Entry(str(company), result or f"{company}@{on}", value, on, people, comparable)


def basis(*values, name="all", people=None):
    people = people or [5] * len(values)
    found = [entry(f"c{at}", value, people=people[at]) for at, value in enumerate(values)]
    return Basis(name, tuple(found), TODAY)


def test_oracle_benchmark_display():
    assert [display(n) for n in (4, 5, 9, 10, 19, 20)] == [
        "hidden", "median", "median", "quartile", "quartile", "percentile"
    ]  # fmt: skip


def test_oracle_percentile_inclusive():
    assert value_at(0.4, (15, 20, 35, 40, 50)) == pytest.approx(29)
    replaced = [95.1772 if each == 95.1065 else each for each in NIST]
    assert value_at(0.9, replaced) == pytest.approx(95.19568, abs=1e-8)


def test_oracle_percentile_nist_is_the_other_definition():
    assert value_at(0.9, NIST) != pytest.approx(95.1981, abs=5e-5)


@given(st.lists(scores, min_size=1, max_size=60), st.floats(0, 1))
def test_values_at_percentiles_as_numpy_gives_them(values, share):
    assert value_at(share, values) == pytest.approx(float(np.quantile(values, share)), abs=1e-9)
    assert quartiles(values) == pytest.approx(tuple(np.quantile(values, (0.25, 0.5, 0.75))), abs=1e-9)


def test_mid_rank_of_the_method():
    assert percentile_of(3, (1, 2, 3, 3, 4)) == 60


@given(st.lists(st.integers(0, 100), min_size=1, max_size=60), st.integers(0, 100))
def test_mid_ranks_as_scipy_gives_them(values, own):
    assert percentile_of(own, values) == pytest.approx(stats.percentileofscore(values, own, kind="mean"))


@given(st.lists(st.integers(0, 100), min_size=1, max_size=60), st.integers(0, 99))
def test_a_better_score_never_ranks_lower(values, own):
    assert percentile_of(own, values) <= percentile_of(own + 1, values)


def test_equal_but_for_rounding_errors_is_equal():
    assert percentile_of(0.1 + 0.2, (0.3, 0.3)) == 50


@pytest.mark.parametrize(
    ("value", "n", "shown"),
    [(52.4, 49, 50), (52.5, 49, 55), (97.6, 5, 100), (0, 5, 0), (52.4, 50, 52), (52.5, 50, 53), (52.4999999999, 5, 55)],
)
def test_rounded_to_five_below_fifty(value, n, shown):
    assert rounded(value, n) == shown


def test_how_many_are_still_needed():
    assert [missing_to_show(n) for n in (0, 3, 4, 5, 60)] == [5, 2, 1, 0, 0]


def test_five_to_nine_show_the_median_only():
    for n in (5, 9):
        found = view(basis(*[10 * each for each in range(n)]), frozenset(), 90)
        assert (found.n, found.display, found.quartiles, found.percentile) == (n, "median", None, None)
        assert (found.median, found.place) == (rounded(5 * (n - 1), n), "above")


def test_ten_to_nineteen_show_the_quartile_band_and_no_percentile():
    found = view(basis(*[10 * each for each in range(11)]), frozenset(), 20)
    assert (found.n, found.display, found.median, found.percentile) == (11, "quartile", 50, None)
    assert found.quartiles == (25, 50, 75)
    assert found.place == "lowest-quarter"


def test_twenty_show_a_percentile_rounded_to_five_and_fifty_the_whole_one():
    found = view(basis(*range(20)), frozenset(), 4.5)
    assert (found.n, found.percentile) == (20, 25)
    found = view(basis(*range(20)), frozenset(), 12.5)
    assert found.percentile == 65
    found = view(basis(*range(49)), frozenset(), 10.5)
    assert found.percentile == 20, "22.4 to the nearest five"
    found = view(basis(*range(50)), frozenset(), 10.5)
    assert (found.percentile, found.median, found.place) == (22, 25, "lowest-quarter")


@pytest.mark.parametrize(
    ("own", "few", "many"),
    [(0, "below", "lowest-quarter"), (50, "about", "middle-half"), (30, "below", "middle-half"),
     (100, "above", "highest-quarter"), (52, "about", "middle-half"), (None, None, None)],
)  # fmt: skip
def test_the_place_is_read_off_what_is_shown(own, few, many):
    assert view(basis(10, 30, 50, 70, 90), frozenset(), own).place == few
    assert view(basis(*([10, 30, 50, 70, 90] * 2)), frozenset(), own).place == many


def test_four_are_hidden_with_how_many_are_missing():
    found = view(basis(1, 2, 3), frozenset(), 50)
    assert (found.display, found.hidden, found.n, found.missing) == ("hidden", "too-few", 3, 2)
    assert (found.median, found.quartiles, found.percentile, found.place) == (None,) * 4


def test_oneself_is_not_among_the_others():
    found = view(basis(0, 0, 0, 0, 100, 100), frozenset({"c0"}), 0)
    assert (found.n, found.median) == (5, 0)
    assert view(basis(1, 2, 3, 4, 5), frozenset({"c0"}), 1).hidden == "too-few"


def test_nobody_holds_more_than_a_quarter_of_the_respondents():
    exactly = view(basis(*[50] * 7, people=[6, 3, 3, 3, 3, 3, 3]), frozenset(), 50)
    assert (exactly.display, exactly.n) == ("median", 7)
    more = view(basis(*[50] * 7, people=[7, 3, 3, 3, 3, 3, 3]), frozenset(), 50)
    assert (more.display, more.hidden, more.n, more.median) == ("hidden", "dominated", 7, None)
    assert view(basis(*[50] * 7, people=[99, *[3] * 6]), frozenset({"c0"}), 50).hidden is None


def test_at_least_three_months_old_and_of_the_last_twenty_four():
    days = {
        "young": date(2026, 8, 22), "just": date(2026, 8, 21), "still": date(2024, 11, 21), "old": date(2024, 11, 20)
    }  # fmt: skip
    assert [each.company for each in eligible([entry(k, on=v) for k, v in days.items()], TODAY)] == ["just", "still"]


def test_the_last_result_that_counts_of_each_company():
    rows = [
        entry("b", 10, date(2026, 1, 1)), entry("b", 20, date(2026, 3, 1)), entry("b", 30, date(2026, 11, 1)),
        entry("b", 40, date(2026, 5, 1), comparable=False), entry("a", 50, date(2025, 1, 1)),
    ]  # fmt: skip
    assert [(each.company, each.value) for each in eligible(rows, TODAY)] == [("a", 50), ("b", 20)]


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [(date(2026, 5, 31), 3, date(2026, 2, 28)), (date(2026, 3, 31), 24, date(2024, 3, 31)),
     (date(2026, 1, 5), 1, date(2025, 12, 5)), (date(2024, 5, 31), 3, date(2024, 2, 29)),
     (date(2026, 12, 31), 12, date(2025, 12, 31))],
)  # fmt: skip
def test_months_before(day, months, earlier):
    assert months_before(day, months) == earlier


@pytest.mark.parametrize(("value", "people", "about"), [(-0.1, 1, "0 to 100"), (100.1, 1, "prices"), (50, 0, "none")])
def test_entries_that_are_no_scores(value, people, about):
    with pytest.raises(ValueError, match=about):
        entry("a", value, people=people)


def test_own_history_the_oldest_first():
    rows = [entry("a", 2, date(2026, 2, 1)), entry("b"), entry("a", 1, date(2024, 2, 1)), entry("a", 3, TODAY)]
    assert [each.value for each in history(rows, "a")] == [1, 2, 3]


def test_changes_count_who_came_who_went_and_who_has_a_new_result():
    before = [entry("a"), entry("b"), entry("c")]
    assert changes(before, before) == 0
    assert changes(before, [entry("a"), entry("b", on=date(2026, 7, 1)), entry("d")]) == 3
    assert changes(before, [entry("a", 51), *before[1:]]) == 1, "a corrected result is a change as well"


def test_a_cohort_stays_as_published_below_three_changes():
    rows = [entry(each, each) for each in range(6)]
    first = renewed([], "all", rows, TODAY)
    two = [*rows, entry(7), entry(8)]
    assert renewed([first], "all", two, TODAY) is first
    three = renewed([first], "all", [*two, entry(9)], date(2026, 11, 22))
    assert (len(three.entries), three.published_on) == (9, date(2026, 11, 22))
    assert renewed([first], "all", rows[:4], TODAY) is first, "two have gone: what is published stays"
    assert len(renewed([first], "all", rows[:3], TODAY).entries) == 3


def test_a_cohort_does_not_come_back_near_one_that_was_shown_before():
    rows = [entry(each, each) for each in range(8)]
    first = renewed([], "all", rows[:5], TODAY)
    second = renewed([first], "all", rows, TODAY)
    near_the_first = [*rows[:4], entry("x")]
    assert second is not first
    assert renewed([first, second], "all", near_the_first, TODAY) is second


def test_what_nobody_could_see_is_renewed_at_once():
    four = renewed([], "all", [entry(each) for each in range(4)], TODAY)
    five = renewed([four], "all", [entry(each) for each in range(5)], TODAY)
    assert (len(four.entries), len(five.entries)) == (4, 5)


def test_own_results_then_others():
    own = [entry("me", 40, date(2025, 1, 1)), entry("me", 90, TODAY)]
    cohorts = {"all": basis(*[10 * each for each in range(10)]), "few": basis(1, 2, name="few")}
    found = benchmark("me", own, cohorts)
    assert [each.value for each in found.history] == [40, 90]
    assert [(each.cohort, each.n, each.place) for each in found.views] == [
        ("all", 10, "highest-quarter"),
        ("few", 2, None),
    ]


def test_a_result_that_is_not_comparable_has_no_place():
    cohorts = {"all": basis(*range(25))}
    found = benchmark("me", [entry("me", 40, comparable=False)], cohorts).views[0]
    assert (found.percentile, found.place, found.median, found.n) == (None, None, 10, 25)
    assert benchmark("me", [], cohorts).views[0].percentile is None


def test_a_part_that_leaves_too_few_of_the_whole_is_hidden():
    whole = basis(*range(13))
    part = Basis("technology", whole.entries[:9], TODAY)
    views = benchmark("me", [entry("me")], {"technology": part, "all": whole}).views
    assert [(each.cohort, each.hidden, each.n) for each in views] == [("technology", "remainder", 9), ("all", None, 13)]
