"""The cheapest set in cases that can be worked out by hand, its reasons, and targets that no steps reach."""

import pytest

from assessments.maturity.steps import recommend
from assessments.planning.cheapest import cheapest
from assessments.planning.outcome import after
from assessments.planning.targets import Target, Targets

from ..maturity.builders import DONT_KNOW, FRAMEWORK, OUT_OF_SCOPE, TODAY, card, everything, sheet

LEVEL_1 = Target("level", 1)


def planned(answers, **targets):
    return cheapest(FRAMEWORK, card(answers), Targets(**targets))


def steps(plan):
    return {each.practice: (each.from_stage, each.to_stage) for each in plan.steps}


def test_what_holds_already_needs_no_steps():
    plan = planned(everything(3), level=6, trust=60, band="L", dimensions={"l1": 75}, practices={"int-privacy": 3})
    assert plan.steps == plan.unreachable == ()
    assert plan.effort == 0
    assert plan.now == plan.then


def test_exactly_at_the_gate_one_step_of_the_smallest_effort_is_enough():
    plan = planned(everything(2), level=1)
    assert plan.effort == 1
    assert plan.then.achieved == 1
    assert [each.serves for each in plan.steps] == [(LEVEL_1,)]
    assert plan.steps[0].dimension == "l1"


def test_nothing_above_an_open_gate_is_lifted():
    plan = planned(everything(0, l2=4, l3=4), level=3)
    assert {each.dimension for each in plan.steps} == {"l1"}
    assert plan.then.achieved == 3


def test_of_equal_effort_the_greater_impact_is_taken():
    impact = {each.id: each.impact for each in FRAMEWORK.by_dimension["l1"].practices if each.effort == "S"}
    (step,) = planned(everything(2), level=1).steps
    assert impact[step.practice] == max(impact.values(), key="LMH".index)


def test_a_mean_costs_the_steps_from_the_stage_that_is_whole():
    answers = sheet(leaders=[everything(1)], frontline=[everything(2)])
    (step,) = planned(answers, practices={"l2-case-ownership": 3}).steps
    assert (step.from_stage, step.to_stage, step.effort) == (1, 3, 4)  # effort M: two points for each of two stages


def test_a_prerequisite_is_lifted_first_and_says_what_it_opens():
    plan = planned(everything(1, l2=3) | {"int-privacy": 0}, practices={"l4-one-customer-record": 2})
    assert steps(plan) == {"int-privacy": (0, 2), "l4-one-customer-record": (1, 2)}
    first, last = plan.steps if plan.steps[0].practice == "int-privacy" else plan.steps[::-1]
    assert plan.steps == (first, last)
    assert (first.serves, first.opens, first.waits_for) == ((), ("l4-one-customer-record",), ())
    assert last.serves == (Target("practice", 2, "l4-one-customer-record"),)
    assert (last.opens, last.waits_for) == ((), ("int-privacy",))
    assert plan.effort == first.effort + last.effort == 2 * 2 + 3


def test_a_chain_of_prerequisites_is_lifted_to_its_beginning():
    plan = planned(everything(0), practices={"l5-need-forecast": 1})
    order = [each.practice for each in plan.steps]
    assert order[-1] == "l5-need-forecast"
    assert order.index("l4-one-customer-record") < order.index("l5-signal-analysis") < len(order) - 1
    assert {"l2-history-at-hand", "int-privacy", "l3-voice-programme"} < set(order)


def test_a_prerequisite_that_does_not_apply_is_none():
    answers = everything(2) | {"l2-history-at-hand": OUT_OF_SCOPE, "int-privacy": OUT_OF_SCOPE}
    assert list(steps(planned(answers, practices={"l4-one-customer-record": 3}))) == ["l4-one-customer-record"]


def test_what_the_short_set_does_not_ask_is_no_prerequisite():
    answers = sheet(everything(2), practice_set="quick")
    plan = planned(answers, level=6, practices={"l4-one-customer-record": 3, "l2-history-at-hand": 1})
    assert plan.then.achieved == 6
    (missing,) = plan.unreachable
    assert (missing.why, missing.about, missing.best) == ("not-asked", ("l2-history-at-hand",), None)


def test_a_level_that_is_not_rated_is_out_of_reach_and_the_rest_is_planned_all_the_same():
    plan = planned(everything(2, l3=None), level=3, dimensions={"l1": 55})
    (missing,) = plan.unreachable
    assert (missing.target, missing.why, missing.about, missing.best) == (Target("level", 3), "not-rated", ("l3",), 2)
    assert plan.then.scores["l1"] >= 55 and plan.then.scores["l3"] is None
    assert plan.then.achieved == 1  # nothing is lifted for a level that cannot be reached


def test_trust_without_one_factor_is_out_of_reach():
    (missing,) = planned(everything(2, aff=None), trust=60).unreachable
    assert (missing.why, missing.about, missing.best) == ("not-rated", ("aff",), None)


def test_an_open_integrity_flag_caps_the_band_and_not_the_index():
    answers = sheet(everything(2), red_flags=["RF-09", "RF-01"])
    plan = planned(answers, trust=60, band="L")
    (missing,) = plan.unreachable
    assert (missing.target, missing.why, missing.about, missing.best) == (Target("band", 2), "capped", ("RF-09",), 1)
    assert plan.then.trust.index >= 60 and plan.then.trust.band == "P"
    assert planned(answers, band="P").unreachable == ()


def test_a_factor_at_nothing_counts_as_the_floor_and_no_more():
    plan = planned(everything(4, int=0), trust=40)  # one hundred thrice and 1: the index is 31.6
    assert {each.dimension for each in plan.steps} == {"int"}
    assert plan.now.trust.index < 40 <= plan.then.trust.index


def test_a_band_may_be_reached_past_one_weak_factor():
    plan = planned(everything(4, con=1), band="L")  # three factors full: the weakest is lifted one band by itself
    assert plan.steps == ()
    plan = planned(everything(4, con=0), band="L")
    assert {each.dimension for each in plan.steps} == {"con"}
    assert 15 < plan.then.scores["con"] <= 50


@pytest.mark.parametrize(
    ("said", "why"), [(OUT_OF_SCOPE, "not-applicable"), (DONT_KNOW, "unanswered"), (None, "unanswered")]
)
def test_a_practice_without_a_stage_is_out_of_reach(said, why):
    (missing,) = planned(everything(2) | {"l2-fair-recovery": said}, practices={"l2-fair-recovery": 3}).unreachable
    assert (missing.why, missing.about, missing.best) == (why, ("l2-fair-recovery",), None)


def test_what_waits_for_an_unanswered_practice_is_blocked_by_it():
    answers = everything(1) | {"l2-case-ownership": DONT_KNOW}
    needing = [key for key, each in FRAMEWORK.practices.items() if "l2-case-ownership" in each.needs]
    plan = planned(answers, practices={needing[0]: 2, "l1-accurate-facts": 2})
    assert [each.about for each in plan.unreachable] == [("l2-case-ownership",)]


def test_a_dimension_says_which_answer_it_waits_for_and_how_far_it_gets_without():
    answers = everything(1) | {"l3-metric-system": DONT_KNOW, "l1-status-messages": DONT_KNOW}
    plan = planned(answers, level=5, dimensions={"l5": 100})
    (missing,) = plan.unreachable  # level 5 itself is in reach without the two that wait
    assert (missing.target, missing.why) == (Target("dimension", 100, "l5"), "blocked")
    assert missing.about == ("l3-metric-system",)
    assert missing.best == 25 * (4 * 4 + 2 * 1) / 6
    assert plan.then.achieved == 5


def test_a_level_names_only_what_holds_that_level_down():
    needing = [each.id for each in FRAMEWORK.by_dimension["l6"].practices if each.needs]
    answers = everything(1) | {"l3-voice-programme": DONT_KNOW, "l3-need-behind-request": DONT_KNOW}
    answers |= {"l3-journey-maps": 1, "int-honest-dealing": DONT_KNOW, "l2-fair-recovery": DONT_KNOW}
    (missing,) = planned(answers, level=6).unreachable
    assert len(needing) == 6
    assert (missing.why, missing.best) == ("blocked", 5)
    assert set(missing.about) == {
        "l3-voice-programme",
        "l3-need-behind-request",
        "int-honest-dealing",
        "l2-fair-recovery",
    }


def test_taking_the_most_urgent_steps_until_the_level_stands_costs_more():
    answers = everything(2)
    plan = planned(answers, level=2)
    points, taken = {"S": 1, "M": 2, "L": 3}, {}
    spent = 0
    for each in recommend(FRAMEWORK, card(answers), TODAY).steps:
        if after(FRAMEWORK, card(answers), taken).achieved < 2:
            taken[each.practice] = each.to_stage
            spent += points[each.effort] * (each.to_stage - each.from_stage)
    assert after(FRAMEWORK, card(answers), taken).achieved == plan.then.achieved == 2
    assert plan.effort < spent
