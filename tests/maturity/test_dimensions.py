"""Levels and factors: percentages, rated or not, bands (method 1.1, 1.3, 1.4)."""

import pytest

from assessments.maturity.dimensions import band, ratable

from .builders import BY_CHOICE, DONT_KNOW, FRAMEWORK, OUT_OF_SCOPE, backed, card, changed, in_turn, sheet, weighted

LIMITS = FRAMEWORK.thresholds


def found(dimension, *said, practice_set="full", framework=FRAMEWORK):
    """The score of a dimension from one respondent's answers to its practices in order."""
    answers = sheet(in_turn(dimension, *said), practice_set=practice_set)
    return next(each for each in card(answers, framework).dimensions if each.id == dimension)


def test_oracle_iso33020_bands():
    percent = [0, 15, 15.01, 50, 50.01, 85, 85.01, 100]
    assert [band(each, LIMITS) for each in percent] == ["N", "N", "P", "P", "L", "L", "F", "F"]
    assert band(None, LIMITS) is None


def test_a_band_is_not_left_by_a_rounding_error():
    assert [band(edge + 2e-14, LIMITS) for edge in (15, 50, 85)] == ["N", "P", "L"]


def test_oracle_dont_know_bounds():
    level = found("l1", 3, 2, DONT_KNOW, OUT_OF_SCOPE, 4, 1)
    assert (level.score, level.low, level.high) == (62.5, 50.0, 70.0)
    assert (level.coverage, level.applicable, level.answered, level.practices) == (0.8, 5, 4, 6)


def test_out_of_scope_leaves_numerator_and_denominator():
    assert found("l1", 4, 4, 4, 4, OUT_OF_SCOPE, OUT_OF_SCOPE).score == 100
    assert found("l1", 4, 4, 4, 4, BY_CHOICE, BY_CHOICE).score == pytest.approx(100 * 4 / 6)


def test_the_unanswered_lowers_the_coverage_and_not_the_score():
    level = found("l1", 4, 4, 4, 4)
    assert (level.score, level.low, level.high) == (100, 100, 100)
    assert level.coverage == pytest.approx(4 / 6)


@pytest.mark.parametrize(
    ("said", "rated"),
    [
        ((2, 2, 2, 2, None, None), True),  # 4 of 6 applicable answered: two thirds
        ((2, 2, 2, None, None, None), False),
        ((2, 2, 2, DONT_KNOW, DONT_KNOW, DONT_KNOW), False),
        ((2, 2, 2, None, OUT_OF_SCOPE, OUT_OF_SCOPE), True),  # 3 of 4 applicable
        ((2, 2, None, None, OUT_OF_SCOPE, OUT_OF_SCOPE), False),  # 2 of 4
        ((2, 2, 2, OUT_OF_SCOPE, OUT_OF_SCOPE, OUT_OF_SCOPE), False),  # only 3 of 6 apply
        ((2, 2, 2, BY_CHOICE, BY_CHOICE, BY_CHOICE), True),  # a choice is an answer
        ((None,) * 6, False),
        ((OUT_OF_SCOPE,) * 6, False),
    ],
)
def test_a_level_is_rated_with_four_applicable_and_two_thirds_of_them_answered(said, rated):
    level = found("l1", *said)
    assert level.rated is rated
    assert (level.score is not None) is rated
    assert (level.low is not None) is rated
    assert (level.high is not None) is rated
    assert (level.evidenced is not None) is rated
    assert (level.band is not None) is rated


@pytest.mark.parametrize(
    ("said", "rated"),
    [
        ((2, 2, 2, None, None), True),
        ((2, 2, None, None, None), False),
        ((2, 2, 2, OUT_OF_SCOPE, OUT_OF_SCOPE), True),
        ((2, 2, DONT_KNOW, DONT_KNOW, DONT_KNOW), False),
    ],
)
def test_a_factor_is_rated_with_three_answers(said, rated):
    assert found("int", *said).rated is rated


def test_in_the_quick_set_a_dimension_is_rated_when_both_its_practices_are_answered():
    first, second = (each.id for each in FRAMEWORK.by_dimension["l1"].practices if each.quick)

    def rated(**said):
        answers = {first: said["one"], second: said["two"]}
        return card(sheet(answers, practice_set="quick")).levels[0]

    assert rated(one=4, two=2).score == 75
    assert rated(one=4, two=2).practices == 2
    assert not rated(one=4, two=None).rated
    assert not rated(one=4, two=DONT_KNOW).rated
    assert not rated(one=4, two=OUT_OF_SCOPE).rated


def test_a_dimension_the_quick_set_does_not_ask_is_not_rated():
    def drop(data):
        for practice in data["dimensions"][0]["practices"]:
            practice["quick"] = False

    level = found("l1", 2, 2, 2, 2, 2, 2, practice_set="quick", framework=changed(drop))
    assert (level.practices, level.rated, level.score, level.coverage) == (0, False, None, None)


def test_zero_is_a_score():
    level = found("l1", 0, 0, 0, 0, 0, 0)
    assert (level.score, level.low, level.high, level.evidenced, level.band) == (0, 0, 0, 0, "N")


def test_coverage_of_a_dimension_in_which_nothing_applies_is_none():
    level = found("l1", *[OUT_OF_SCOPE] * 6)
    assert (level.coverage, level.applicable, level.answered) == (None, 0, 0)


def test_the_evidenced_score_stands_beside_the_claimed_one():
    level = found("l1", 4, 4, backed(4), 3, 1, 0)
    assert level.score == pytest.approx(100 * 16 / 24)
    assert level.evidenced == pytest.approx(100 * 11 / 24)


def test_weights_count_in_score_and_coverage():
    heavy = weighted(lambda practice: 3.0 if practice == "l1-searchable-help" else 1.0)
    level = found("l1", 4, 0, 0, 0, 0, 0, framework=heavy)
    assert level.score == pytest.approx(100 * 12 / 32)
    assert found("l1", 4, 0, 0, framework=heavy).coverage == pytest.approx(5 / 8)
    assert not found("l1", 4, 0, 0, framework=heavy).rated  # five eighths of the weight
    assert found("l1", 4, 0, 0, 0, framework=heavy).rated  # six eighths


@pytest.mark.parametrize("scale", [1e-12, 0.1, 3, 1e9])
def test_only_the_ratio_of_weights_counts(scale):
    scaled = weighted(lambda practice: scale)
    for said in ((2, 2, 2, 2), (2, 2, 2), (4, 3, 2, DONT_KNOW, OUT_OF_SCOPE, 1)):
        plain, other = found("l1", *said), found("l1", *said, framework=scaled)
        assert other.rated is plain.rated
        assert other.score == pytest.approx(plain.score) if plain.rated else other.score is None
        assert other.coverage == pytest.approx(plain.coverage)
        assert other.band == plain.band


@pytest.mark.parametrize(
    ("dimension", "exempt", "practice_set", "could"),
    [
        ("l1", 2, "full", True),  # four of six still apply
        ("l1", 3, "full", False),
        ("int", 2, "full", True),  # three of five
        ("int", 3, "full", False),
        ("l1", 0, "quick", True),
        ("l1", 1, "quick", False),  # the short set takes both
    ],
)
def test_more_answers_could_rate_what_applies_widely_enough(dimension, exempt, practice_set, could):
    """Nothing is answered but what does not apply."""
    level = found(dimension, *[OUT_OF_SCOPE] * exempt, practice_set=practice_set)
    assert not level.rated
    assert ratable(FRAMEWORK, level, practice_set) is could
