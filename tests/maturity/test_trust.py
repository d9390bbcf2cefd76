"""Trust: the weakest factor leads, the index is geometric, red flags cap the band (method 2.2, 2.3)."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.maturity.scorecard import DimensionScore
from assessments.maturity.trust import geometric_mean, score_trust

from .builders import DONT_KNOW, FRAMEWORK, card, everything, sheet

FACTORS = ("int", "abl", "aff", "con")
BAND_SCORES = {"N": 10.0, "P": 40.0, "L": 70.0, "F": 95.0, None: None}


def factor(id, score, band=None):
    """A factor with nothing known of it but its score and band."""
    return DimensionScore(id, score, score, score, score, 1.0, score is not None, band, 5, 5, 5)


def trust(*scores, red_flags=()):
    """Trust from four factor scores; the bands follow from the scores."""
    bands = ["N" if each <= 15 else "P" if each <= 50 else "L" if each <= 85 else "F" for each in scores]
    return score_trust(FRAMEWORK, tuple(map(factor, FACTORS, scores, bands)), red_flags)


def from_bands(*bands, red_flags=()):
    """Trust from four bands; None is a factor that is not rated."""
    factors = [factor(id, BAND_SCORES[band], band) for id, band in zip(FACTORS, bands, strict=True)]
    return score_trust(FRAMEWORK, tuple(factors), red_flags)


def test_oracle_trust_aggregation():
    found = trust(80, 80, 80, 20)
    assert found.mean == 65.0
    assert found.index == pytest.approx(56.5685, abs=0.001)
    assert found.weakest == "con"
    assert found.band == "P"


def test_a_factor_below_the_floor_counts_as_the_floor():
    assert trust(100, 100, 100, 0).index == pytest.approx(100**0.75)
    assert trust(0, 0, 0, 0).index == pytest.approx(1)
    assert trust(0, 0, 0, 0).mean == 0


def test_of_two_equally_weak_factors_the_first_is_named():
    assert trust(70, 30, 60, 30).weakest == "abl"
    assert trust(70, 0.5, 60, 0).weakest == "con"  # nothing is weaker than something


def test_the_band_is_the_weakest_factors_one_better_where_the_others_are_full():
    for bands in product("NPLF", repeat=4):
        ordered = sorted(bands, key="NPLF".index)
        others_full = ordered[1:] == ["F", "F", "F"]
        expected = {"N": "P", "P": "L", "L": "F", "F": "F"}[ordered[0]] if others_full else ordered[0]
        assert from_bands(*bands).band == expected, bands


@pytest.mark.parametrize("missing", range(4))
def test_without_all_four_factors_there_is_a_weakest_but_no_index_mean_or_band(missing):
    bands: list[str | None] = ["F", "F", "F", "F"]
    bands[missing] = None
    found = from_bands(*bands, red_flags=["RF-09"])
    assert (found.index, found.mean, found.band, found.capped_by) == (None, None, None, ())
    assert found.weakest is not None
    assert found.weakest != FACTORS[missing]


def test_with_no_factor_rated_nothing_is_said():
    found = from_bands(None, None, None, None)
    assert (found.index, found.mean, found.band, found.weakest) == (None, None, None, None)


@pytest.mark.parametrize("flag", ["RF-09", "RF-10"])
@pytest.mark.parametrize(
    ("factors", "band", "capped"),
    [("FFFF", "P", True), ("LLLL", "P", True), ("PFFL", "P", False), ("NNNN", "N", False)],
)
def test_an_integrity_red_flag_caps_the_band_at_p(flag, factors, band, capped):
    found = from_bands(*factors, red_flags=[flag])
    assert found.band == band
    assert found.capped_by == ((flag,) if capped else ())


def test_the_cap_comes_after_the_lift():
    assert from_bands("P", "F", "F", "F").band == "L"
    assert from_bands("P", "F", "F", "F", red_flags=["RF-10"]).band == "P"


def test_both_flags_are_named_and_other_flags_cap_nothing():
    others = [flag for flag in FRAMEWORK.flags if flag not in ("RF-09", "RF-10")]
    assert from_bands(*"FFFF", red_flags=["RF-09", "RF-10"]).capped_by == ("RF-09", "RF-10")
    assert from_bands(*"FFFF", red_flags=others).band == "F"


def test_a_cap_changes_the_band_and_no_number():
    assert trust(90, 90, 90, 90, red_flags=["RF-09"]).index == pytest.approx(90)


@given(st.lists(st.floats(0, 100), min_size=4, max_size=4))
def test_the_geometric_mean_lies_between_the_weakest_and_the_arithmetic_mean(scores):
    index = geometric_mean(scores, FRAMEWORK.thresholds)
    floored = [max(1.0, score) for score in scores]
    assert min(floored) - 1e-9 <= index <= sum(floored) / 4 + 1e-9


@given(st.lists(st.floats(0, 100), min_size=4, max_size=4), st.integers(0, 3), st.floats(0, 100))
def test_a_better_factor_never_lowers_trust(scores, number, higher):
    better = [*scores[:number], max(higher, scores[number]), *scores[number + 1 :]]
    before, after = trust(*scores), trust(*better)
    assert after.index >= before.index - 1e-9
    assert after.mean >= before.mean - 1e-9
    assert "NPLF".index(after.band) >= "NPLF".index(before.band)


# ---------------------------------------------------------------- experience beside trust


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (everything(3), "strong-both"),
        (everything(3, l4=0), "strong-both"),  # level 3 is enough
        (everything(3, l3=2), "trust-without-experience"),  # level 2 is not
        (everything(3, con=2), "experience-without-trust"),  # exactly 50 is not trusted
        (everything(2), "neither"),
        (everything(3, con=None), None),  # trust is not decided yet
        (everything(3, int=0, con=None), "experience-without-trust"),  # it is: one factor is weak already
        (everything(3, l3=None), None),  # experience is not decided yet
        (everything(3, l1=0, l3=None), "trust-without-experience"),  # it is: level 1 fails already
        (everything(3, l4=None, l5=None, l6=None), "strong-both"),
        (everything(None), None),
        (everything(DONT_KNOW), None),
    ],
)
def test_the_quadrant_of_experience_and_trust(answers, expected):
    assert card(answers).synergy == expected


def test_exactly_fifty_by_thirds_is_not_trusted():
    # integrity is exactly 50: (1 + 10/3 + 5/3) / 3 is stage 2
    answers = sheet(
        leaders=[everything(4, int=1)],
        managers=[everything(4, int=3), everything(4, int=3), everything(4, int=4)],
        frontline=[everything(4, int=1), everything(4, int=2), everything(4, int=2)],
    )
    assert card(answers).synergy == "experience-without-trust"
