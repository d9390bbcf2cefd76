"""The plan as JSON, and what becomes of pyramid and trust when steps are ticked."""

import json

from hypothesis import given

from assessments.maturity.projection import project
from assessments.planning.cheapest import cheapest
from assessments.planning.outcome import after, value_of
from assessments.planning.parsing import parse
from assessments.planning.result import result
from assessments.planning.targets import Target

from ..maturity.builders import DONT_KNOW, FRAMEWORK, card, everything, plan, sheet
from ..maturity.strategies import sheets


def test_a_plan_as_json():
    answers = sheet(everything(2, l3=None) | {"int-privacy": 0}, red_flags=["RF-09"])
    targets = parse(FRAMEWORK, "level=3,l1=54,band=L,l4-one-customer-record=3")
    found = json.loads(json.dumps(result(cheapest(FRAMEWORK, card(answers), targets))))
    assert found["format"] == "cxmaturity-plan/1"
    assert [each["value"] for each in found["targets"]] == [3, "L", 54, 3]
    assert [(each["target"]["kind"], each["why"], each["best"]) for each in found["unreachable"]] == [
        ("level", "not-rated", 2),
        ("band", "capped", 1),
    ]
    privacy = next(each for each in found["steps"] if each["practice"] == "int-privacy")
    assert privacy == {
        "practice": "int-privacy",
        "dimension": "int",
        "from": 0,
        "to": 2,
        "effort": 4,
        "serves": [],
        "opens": ["l4-one-customer-record"],
        "waits_for": [],
    }
    assert found["effort"] == sum(each["effort"] for each in found["steps"]) == 4 + 3 + 1
    assert (found["now"]["level"], found["then"]["level"]) == (0, 1)
    assert found["then"]["scores"]["l3"] is None
    assert (found["now"]["trust_band"], found["now"]["capped_by"]) == ("P", [])
    assert found["now"]["weakest"] == "int"


def test_reservations_are_told():
    answers = everything(3) | {"l2-case-ownership": 0}
    found = result(cheapest(FRAMEWORK, card(answers), parse(FRAMEWORK, "level=3")))
    assert found["then"]["reservations"] == [{"kind": "critical-absent", "practice": "l2-case-ownership", "stage": 0}]


def test_a_tick_on_what_nobody_answered_changes_nothing():
    start = card(everything(2) | {"l1-accurate-facts": DONT_KNOW})
    assert after(FRAMEWORK, start, {"l1-accurate-facts": 4}) == after(FRAMEWORK, start, {})
    assert value_of(after(FRAMEWORK, start, {}), Target("practice", 2, "l1-accurate-facts")) is None


@given(sheets())
def test_ticking_recommended_steps_agrees_with_the_projection(answers):
    start, recommended = card(answers), plan(answers).steps
    expected = project(FRAMEWORK, start, recommended)
    found = after(FRAMEWORK, start, {each.practice: each.to_stage for each in recommended})
    assert (found.scores, found.achieved) == (expected.scores, expected.achieved)
