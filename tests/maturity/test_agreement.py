"""Spread, and what a small number of answers allows to say (method 3)."""

import pytest

from assessments.maturity.agreement import (
    deviation,
    null_variance,
    perception_gap,
    practical_cutoff,
    spread,
    variance,
    within_group_agreement,
)

from .builders import FRAMEWORK

RULES = FRAMEWORK.thresholds.agreement


@pytest.mark.parametrize(
    ("categories", "expected"), [(5, 2.0), (6, 2.92), (7, 4.0), (8, 5.25), (9, 6.67), (10, 8.25), (11, 10.0)]
)
def test_oracle_rwg_null_variance(categories, expected):
    assert null_variance(categories) == pytest.approx(expected, abs=0.005)


def test_oracle_rwg_single():
    assert variance([4, 4, 3, 4, 5]) == pytest.approx(0.5)
    assert within_group_agreement([4, 4, 3, 4, 5]) == pytest.approx(0.75)
    assert deviation([4, 4, 3, 4, 5]) == pytest.approx(0.5**0.5)


def test_rwg_below_zero_is_cut_to_zero():
    assert within_group_agreement([0, 0, 4, 4]) == 0


def test_rwg_of_one_voice_is_one():
    assert within_group_agreement([3, 3, 3]) == 1


@pytest.mark.parametrize(("categories", "expected"), [(5, 0.8), (7, 1.2), (9, 1.5), (11, 1.8)])
def test_oracle_ad_cutoffs(categories, expected):
    assert practical_cutoff(categories) == expected


def test_oracle_perception_gap():
    gap = perception_gap([3, 4, 3], [1, 2, 1, 2, 1], RULES)
    assert gap.stages == pytest.approx(1.9333, abs=0.001)
    assert gap.points == pytest.approx(48.333, abs=0.001)
    assert gap.flagged


@pytest.mark.parametrize(
    ("leaders", "frontline", "flagged"),
    [
        ([3], [2], True),  # one stage
        ([2], [3], True),  # the front line sees more: a gap as well
        ([3, 2], [2, 1, 2], False),  # 0.83 of a stage, few people
        ([3, 2] * 5, [2] * 10, True),  # half a stage is enough with ten on both sides
        ([3, 2] * 5, [2] * 9, False),  # nine are not ten
        ([3, 2] * 4 + [2, 2], [2] * 10, False),  # 0.4 of a stage
        ([2, 2, 3], [1, 1, 2], True),  # exactly one stage, in thirds
    ],
)
def test_a_gap_is_one_stage_or_half_a_stage_between_two_large_groups(leaders, frontline, flagged):
    assert perception_gap(leaders, frontline, RULES).flagged is flagged


@pytest.mark.parametrize(("leaders", "frontline"), [([], [1]), ([1], []), ([], [])])
def test_no_gap_is_shown_against_nobody(leaders, frontline):
    assert perception_gap(leaders, frontline, RULES) is None


@pytest.mark.parametrize("stages", [[], [2], [0, 4]])
def test_below_three_answers_no_spread_is_shown(stages):
    assert spread(stages, RULES) is None


def test_range_median_and_deviation_about_the_median():
    found = spread([4, 1, 2, 2], RULES)
    assert (found.n, found.range, found.median, found.deviation) == (4, 3, 2.0, 0.75)
    assert spread([3, 0, 1], RULES).median == 1.0
    assert spread([3, 0, 1, 2], RULES).median == 1.5
    assert spread([3, 0, 1, 2], RULES).deviation == 1.0


DIFFER, AGREED, SILENT = True, False, None


@pytest.mark.parametrize(
    ("stages", "verdict"),
    [
        ([0, 0, 3], DIFFER),  # n = 3, range 3
        ([0, 1, 2], SILENT),  # range 2, deviation 0.67
        ([2, 2, 2], SILENT),  # three alike prove no agreement
        ([2] * 9, SILENT),  # nor do nine
        ([1] * 8 + [4], DIFFER),  # n = 9, range 3
        ([0] * 4 + [1] + [2] * 4, DIFFER),  # n = 9, range 2, deviation 0.89
        ([0] * 3 + [1] * 2 + [2] * 4, SILENT),  # n = 9, deviation 0.78
        ([2] * 10, AGREED),  # n = 10 may be called agreed
        ([0] + [2] * 8 + [4], AGREED),  # one far voice on either side: deviation 0.4
        ([0] * 5 + [2] * 5, DIFFER),  # n = 10, deviation 1.0
        ([1] * 42 + [2] * 17 + [3] * 41, AGREED),  # deviation exactly 0.83
        ([1] * 42 + [2] * 16 + [3] * 42, DIFFER),  # deviation 0.84
    ],
)
def test_small_numbers_may_show_disagreement_but_only_ten_may_claim_agreement(stages, verdict):
    assert spread(stages, RULES).disagreement is verdict
