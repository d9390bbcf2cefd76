"""Steps ticked by hand: what they cost, in which order they go, and what they lack."""

from hypothesis import given

from assessments.planning.cheapest import cheapest
from assessments.planning.chosen import chosen, lacking
from assessments.planning.parsing import parse

from ..maturity.builders import DONT_KNOW, FRAMEWORK, card, everything
from ..maturity.strategies import sheets

POINTS = {"S": 1, "M": 2, "L": 3}


def test_what_is_ticked_costs_its_stages_and_comes_after_what_it_needs():
    start = card(everything(1) | {"int-privacy": 0})
    steps = chosen(FRAMEWORK, start, {"l4-one-customer-record": 3, "int-privacy": 2, "l1-accurate-facts": 1})
    assert [(each.practice, each.from_stage, each.to_stage) for each in steps] == [
        ("int-privacy", 0, 2),
        ("l4-one-customer-record", 1, 3),
    ]
    sizes = [POINTS[FRAMEWORK.practices[each.practice].effort] for each in steps]
    assert [each.effort for each in steps] == [2 * sizes[0], 2 * sizes[1]]
    assert steps[0].opens == ("l4-one-customer-record",)
    assert "int-privacy" in steps[1].waits_for


def test_what_a_tick_lacks_is_told():
    start = card(everything(2) | {"int-privacy": 0})
    ticked = {"l4-one-customer-record": 3}
    assert lacking(FRAMEWORK, start, ticked) == {"l4-one-customer-record": ("int-privacy",)}
    assert lacking(FRAMEWORK, start, ticked | {"int-privacy": 1}) == {"l4-one-customer-record": ("int-privacy",)}
    assert lacking(FRAMEWORK, start, ticked | {"int-privacy": 2}) == {}


def test_what_nobody_answered_is_no_step_and_stays_lacking():
    start = card(everything(2) | {"int-privacy": DONT_KNOW})
    ticked = {"l4-one-customer-record": 3, "int-privacy": 4}
    assert [each.practice for each in chosen(FRAMEWORK, start, ticked)] == ["l4-one-customer-record"]
    assert lacking(FRAMEWORK, start, ticked) == {"l4-one-customer-record": ("int-privacy",)}


@given(sheets())
def test_the_cheapest_plan_ticked_by_hand_is_the_same_plan(answers):
    start = card(answers)
    plan = cheapest(FRAMEWORK, start, parse(FRAMEWORK, "level=2,trust=40"))
    stages = {each.practice: each.to_stage for each in plan.steps}
    mine = chosen(FRAMEWORK, start, stages)
    assert [each.practice for each in mine] == [each.practice for each in plan.steps]
    assert sum(each.effort for each in mine) == plan.effort
    assert lacking(FRAMEWORK, start, stages) == {}
