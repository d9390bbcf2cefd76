"""The plan as JSON, and what becomes of pyramid and trust when steps are ticked."""

import json

from hypothesis import given

from assessments.maturity.projection import project
from assessments.planning.cheapest import cheapest
from assessments.planning.outcome import after, value_of
from assessments.planning.outcome_result import outcome_data
from assessments.planning.parsing import parse
from assessments.planning.result import result
from assessments.planning.targets import Target

from ..maturity.builders import DONT_KNOW, FRAMEWORK, card, everything, plan, sheet
from ..maturity.strategies import sheets


def test_a_plan_as_json():
    answers = sheet(everything(2, l3=None) | {"int-privacy": 0}, red_flags=["RF-09"])
    targets = parse(FRAMEWORK, "level=3,l1=54,band=L,l4-one-customer-record=3")
    start = card(answers)
    found = json.loads(json.dumps(result(start, cheapest(FRAMEWORK, start, targets), targets.by)))
    assert (found["format"], found["by"]) == ("cxmaturity-plan/1", None)
    assert (found["framework"], found["scoring_version"]) == ({"id": "cx-pyramid", "version": 1}, start.scoring_version)
    assert [each["value"] for each in found["targets"]] == [3, "L", 54, 3]
    assert [(each["target"]["kind"], each["why"], each["best"]) for each in found["unreachable"]] == [
        ("level", "not-rated", 2),
        ("band", "capped", "P"),
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
    now, then = found["now"], found["then"]
    assert (now["headline"]["achieved_level"], then["headline"]["achieved_level"]) == (0, 1)
    assert next(each["score"] for each in then["levels"] if each["id"] == "l3") is None
    assert (now["trust"]["band"], now["trust"]["capped_by"], now["trust"]["weakest"]) == ("P", [], "int")


def test_the_best_that_steps_reach_is_told_as_the_target_is():
    """A band by its letter, a level as a whole number, a score with six decimals."""
    answers = sheet(everything(2, l4=None) | {"int-privacy": DONT_KNOW}, red_flags=["RF-09"])
    start = card(answers)
    plan = cheapest(FRAMEWORK, start, parse(FRAMEWORK, "level=4,band=L,trust=100"))
    found = json.loads(json.dumps(result(start, plan)))
    best = {each["target"]["kind"]: each["best"] for each in found["unreachable"]}
    assert (best["band"], best["level"]) == ("P", 3)
    assert isinstance(best["level"], int)
    assert best["trust"] == 97.400375  # ⁴√0.9: what waits for privacy stays at stage 2 of 4 among five


@given(sheets())
def test_without_steps_it_is_the_result_of_the_assessment(answers):
    """What both formats say has the same names and the same numbers."""
    start = card(answers)
    now = outcome_data(after(FRAMEWORK, start, {}))
    headline, trust = start.headline, start.trust
    assert now["headline"]["achieved_level"] == headline.achieved_level
    assert now["headline"]["strict_level"] == headline.strict_level
    assert now["headline"]["decimal"] == (headline.decimal and round(headline.decimal, 6))
    assert now["headline"]["average"] == (headline.average and round(headline.average, 6))
    assert [(each["id"], each["score"], each["band"]) for each in (*now["levels"], *now["trust"]["factors"])] == [
        (each.id, None if each.score is None else round(each.score, 6), each.band) for each in start.dimensions
    ]
    assert (now["trust"]["index"], now["trust"]["weakest"]) == (
        None if trust.index is None else round(trust.index, 6),
        trust.weakest,
    )


def test_the_day_is_told():
    start, targets = card(everything(2)), parse(FRAMEWORK, "level=1,by=2027-06-30")
    assert result(start, cheapest(FRAMEWORK, start, targets), targets.by)["by"] == "2027-06-30"


def test_reservations_are_told():
    answers = everything(3) | {"l2-case-ownership": 0}
    start = card(answers)
    found = result(start, cheapest(FRAMEWORK, start, parse(FRAMEWORK, "level=3")))
    assert found["then"]["headline"]["reservations"] == [
        {"kind": "critical-absent", "practice": "l2-case-ownership", "stage": 0}
    ]


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
