"""The same numbers as scipy and statsmodels give."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint, proportions_ztest

from assessments.voice import counts as of
from assessments.voice.change import mean_change, nps_change, share_change
from assessments.voice.intervals import wilson
from assessments.voice.metrics import nps
from assessments.voice.student import chance_of_t, chance_of_z, false_discoveries, incomplete_beta, t_of

# scipy’s doubts about waves in which hardly anything varies
pytestmark = pytest.mark.filterwarnings("ignore:Precision loss occurred:RuntimeWarning")
WAVE = st.lists(st.integers(0, 10), min_size=2, max_size=60)


def near(value: float) -> object:
    return pytest.approx(value, rel=1e-8, abs=1e-10)


@given(st.integers(1, 5000), st.data())
def test_wilson(n: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, n))
    assert wilson(hits, n) == pytest.approx(proportion_confint(hits, n, method="wilson"), abs=1e-9)


@given(st.floats(0.5, 0.999), st.floats(1, 100_000))
def test_the_reach_of_student_s_distribution(level: float, freedom: float) -> None:
    assert t_of(level, freedom) == near(stats.t.ppf((1 + level) / 2, freedom))


@given(st.floats(-40, 40), st.floats(1, 2000))
@example(1.2e-8, 2000)
@example(1.7320508, 3)
def test_student(t: float, freedom: float) -> None:
    assert chance_of_t(t, freedom) == near(2 * stats.t.sf(abs(t), freedom))


@given(st.floats(0.1, 200), st.floats(0.1, 200), st.floats(0, 1))
def test_the_incomplete_beta_function(a: float, b: float, x: float) -> None:
    assert incomplete_beta(a, b, x) == pytest.approx(stats.beta.cdf(x, a, b), rel=1e-7, abs=1e-9)


def test_the_ends_of_the_incomplete_beta_function() -> None:
    assert (incomplete_beta(2, 3, 0), incomplete_beta(2, 3, 1)) == (0, 1)


@given(st.floats(-8, 8))
def test_normal(z: float) -> None:
    assert chance_of_z(z) == near(2 * stats.norm.sf(abs(z)))


@given(WAVE, WAVE)
def test_means_of_two_waves(before: list[int], now: list[int]) -> None:
    found = mean_change(of.counted(before), of.counted(now))
    if len({*before}) == len({*now}) == 1:
        assert found is None
        return
    wanted = stats.ttest_ind(now, before, equal_var=False)
    assert found is not None
    assert (found.statistic, found.chance) == (near(wanted.statistic), near(wanted.pvalue))
    assert found.visible == (wanted.pvalue < 0.05)


def test_one_answer_is_no_wave() -> None:
    assert mean_change({5: 1}, {5: 3, 6: 1}) is None


@given(st.integers(1, 400), st.integers(1, 400), st.data())
def test_shares_of_two_waves(n_before: int, n_now: int, data: st.DataObject) -> None:
    before, now = data.draw(st.integers(0, n_before)), data.draw(st.integers(0, n_now))
    found = share_change(before, n_before, now, n_now)
    if before + now in (0, n_before + n_now):
        assert found is None
        return
    z, chance = proportions_ztest([now, before], [n_now, n_before])
    assert found is not None
    assert (found.statistic, found.chance) == (near(z), near(chance))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_false_discoveries(chances: list[float]) -> None:
    assert false_discoveries(chances) == list(multipletests(chances, alpha=0.05, method="fdr_bh")[0])


@given(WAVE)
def test_moments_and_percentiles(values: list[int]) -> None:
    counts = of.counted(values)
    assert of.deviation(counts) == near(stats.tstd(values))
    assert of.mean(counts) == near(sum(values) / len(values))
    for part in (0, 0.1, 0.5, 0.9, 1):
        assert of.percentile(counts, part) == near(stats.scoreatpercentile(values, 100 * part))
    assert of.median(counts) == of.percentile(counts, 0.5)


@given(WAVE, WAVE)
def test_a_change_turned_round_is_its_opposite(before: list[int], now: list[int]) -> None:
    first, second = nps(of.counted(before)), nps(of.counted(now))
    assert first is not None and second is not None
    there, back = nps_change(first, second), nps_change(second, first)
    assert (there.difference, there.statistic) == (-back.difference, -back.statistic)
    assert there.chance == back.chance
    assert there.visible == (abs(there.statistic) > 1.96)
    assert first.interval.low <= first.adjusted <= first.interval.high


@given(st.lists(WAVE, max_size=5))
def test_counts_add_up(parts: list[list[int]]) -> None:
    whole = [value for part in parts for value in part]
    assert of.together(of.counted(part) for part in parts) == of.counted(whole)
    assert of.size(of.counted(whole)) == len(whole)
