"""The climb: achieved, strict, decimal, average and reservations (method 1.1)."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.maturity import pyramid

from .builders import BY_CHOICE, DONT_KNOW, FRAMEWORK, OUT_OF_SCOPE, card, changed, everything, sheet
from .strategies import level_scores

LIMITS = FRAMEWORK.thresholds


@pytest.mark.parametrize(
    ("scores", "achieved", "strict", "decimal", "average"),
    [
        ([90, 70, 55, 60, 30, 10], 4, 2, 4.6, 52.5),
        ([45, 95, 95, 95, 95, 95], 0, 0, 0.9, 86.67),
        ([100, 100, 100, 100, 100, 100], 6, 6, 6, 100.0),
        ([50, 60, 60, 60, 60, 60], 0, 0, 0.99, 58.33),
        ([86, 86, 86, 51, 20, 0], 4, 4, 4.4, 54.83),
        ([80, None, 90, 90, 90, 90], 1, None, None, 88.0),
    ],
)
def test_oracle_level_gating(scores, achieved, strict, decimal, average):
    def approx(value):
        return None if value is None else pytest.approx(value, abs=0.005)

    assert pyramid.achieved(scores, LIMITS) == achieved
    assert pyramid.strict(scores, LIMITS) == strict
    assert pyramid.decimal(scores, LIMITS) == approx(decimal)
    assert pyramid.average(scores) == approx(average)


@given(st.lists(st.sampled_from([(None, None), (20, 50), (20, 60), (50, 51), (60, 90)]), min_size=6, max_size=6))
def test_the_possible_levels_are_those_that_some_scores_between_the_ends_achieve(ends):
    lows, highs = zip(*ends, strict=True)
    reached = {pyramid.achieved(scores, LIMITS) for scores in product(*ends)}
    assert set(pyramid.possible(lows, highs, LIMITS)) == reached
    assert pyramid.possible(lows, highs, LIMITS) == tuple(sorted(reached))


@pytest.mark.parametrize(
    ("scores", "strict"),
    [
        ([86, 86, 86, 86, 86, 60], 6),  # the top needs only the gate
        ([85, 86, 86, 86, 86, 86], 1),  # exactly 85 bears nothing above it
        ([86, 50, 90, 90, 90, 90], 1),
        ([86, None, 90, 90, 90, 90], None),  # an unrated level ends the climb
        ([None, 90, 90, 90, 90, 90], None),
        ([45, None, 90, 90, 90, 90], 0),  # it had ended before
    ],
)
def test_the_strict_line_wants_every_lower_level_full(scores, strict):
    assert pyramid.strict(scores, LIMITS) == strict


def test_exactly_on_a_line_does_not_hold_even_with_a_rounding_error():
    a_hair = 2e-14
    assert pyramid.achieved([50 + a_hair] * 6, LIMITS) == 0
    assert pyramid.strict([50 + a_hair] * 6, LIMITS) == 0
    assert pyramid.strict([85 + a_hair] * 6, LIMITS) == 1
    assert pyramid.decimal([50 + a_hair] * 6, LIMITS) == 0.99


def test_a_level_of_fifty_is_not_achieved_by_thirds():
    # 1 + 10/3 + 5/3 is exactly stage 2 everywhere, so every level is exactly 50
    answers = sheet(
        leaders=[everything(1)],
        managers=[everything(3), everything(3), everything(4)],
        frontline=[everything(1), everything(2), everything(2)],
    )
    assert card(answers).headline.achieved_level == 0
    assert card(answers).levels[0].score == 50


def test_nothing_rated_has_no_average_and_no_decimal():
    nothing = [None] * 6
    assert pyramid.achieved(nothing, LIMITS) == 0
    assert pyramid.average(nothing) is None
    assert pyramid.decimal(nothing, LIMITS) is None


def test_the_gate_comes_from_the_framework():
    low_gate = changed(lambda data: data["thresholds"].update(gate=40))
    assert card(everything(2)).headline.achieved_level == 0
    assert card(everything(2), low_gate).headline.achieved_level == 6


@given(level_scores)
def test_achieved_strict_and_decimal_fit_together(scores):
    achieved, strict = pyramid.achieved(scores, LIMITS), pyramid.strict(scores, LIMITS)
    decimal = pyramid.decimal(scores, LIMITS)
    assert 0 <= strict <= achieved <= 6
    assert all(score > 50 for score in scores[:achieved])
    assert achieved == 6 or scores[achieved] <= 50 + 1e-9
    assert all(score > 85 for score in scores[: max(0, strict - 1)])
    assert achieved <= decimal < achieved + 1
    assert min(scores) - 1e-9 <= pyramid.average(scores) <= max(scores) + 1e-9


@given(level_scores, st.integers(0, 5), st.floats(0, 100))
def test_a_higher_level_score_never_lowers_the_climb(scores, level, higher):
    better = [*scores[:level], max(higher, scores[level]), *scores[level + 1 :]]
    for line in (pyramid.achieved, pyramid.strict, pyramid.decimal):
        assert line(better, LIMITS) >= line(scores, LIMITS)


@given(level_scores, st.integers(0, 5))
def test_an_unrated_level_stops_the_climb_below_it(scores, level):
    broken = [*scores[:level], None, *scores[level + 1 :]]
    assert pyramid.achieved(broken, LIMITS) == min(level, pyramid.achieved(scores, LIMITS))


# ---------------------------------------------------------------- reservations

CRITICAL = (
    "l1-accurate-facts", "l2-case-ownership", "l2-response-speed", "l3-close-the-loop",
    "int-privacy", "int-honest-dealing", "con-promise-ledger",
)  # fmt: skip


def reserved(answers):
    """What the achieved level is subject to, as (kind, practice) pairs."""
    return [(each.kind, each.practice) for each in card(answers).headline.reservations]


def test_a_sound_result_has_no_reservation():
    assert reserved(everything(3)) == []


@pytest.mark.parametrize("practice", CRITICAL)
def test_a_critical_practice_that_is_absent_puts_the_level_under_reservation(practice):
    assert card(everything(4) | {practice: 0}).headline.achieved_level == 6
    assert ("critical-absent", practice) in reserved(everything(4) | {practice: 0})
    assert ("critical-absent", practice) not in reserved(everything(4) | {practice: 1})
    assert ("critical-absent", practice) in reserved(everything(4) | {practice: BY_CHOICE})


@pytest.mark.parametrize("said", [None, DONT_KNOW, OUT_OF_SCOPE])
def test_what_is_not_known_to_be_absent_is_not_held_against_anyone(said):
    assert reserved(everything(4) | {"l1-accurate-facts": said}) == []


def test_another_practice_may_be_absent_without_reservation():
    assert reserved(everything(4) | {"l1-searchable-help": 0}) == []


def test_a_critical_practice_above_the_achieved_level_does_not_matter_yet():
    assert reserved(everything(4, l2=0)) == []  # level 1 achieved; the absent ones belong to level 2
    assert reserved(everything(4, l4=0) | {"l3-close-the-loop": 0}) == [("critical-absent", "l3-close-the-loop")]


def test_without_an_achieved_level_there_is_nothing_to_reserve():
    assert reserved(everything(0)) == []


def test_a_claimed_level_four_needs_privacy_at_stage_two():
    assert reserved(everything(4, l5=0) | {"int-privacy": 1}) == [("privacy-behind", "int-privacy")]
    assert reserved(everything(4, l4=0) | {"int-privacy": 1}) == []  # level 3 claims less
    assert reserved(everything(4, l5=0) | {"int-privacy": 2}) == []
    assert reserved(everything(4, l5=0) | {"int-privacy": None}) == []


def test_privacy_at_exactly_two_by_thirds_is_enough():
    def people(*privacy):
        return [everything(4) | {"int-privacy": stage} for stage in privacy]

    answers = sheet(leaders=people(1), managers=people(3, 4, 4), frontline=people(1, 1, 2))
    assert card(answers).headline.reservations == ()


def test_reservations_come_with_the_stage_and_in_the_order_of_the_framework():
    absent = everything(4) | dict.fromkeys(CRITICAL, 0)
    found = card(absent).headline.reservations
    assert [each.practice for each in found] == [*CRITICAL, "int-privacy"]
    assert {each.stage for each in found} == {0}
