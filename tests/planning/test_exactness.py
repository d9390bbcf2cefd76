"""The cheapest set is the cheapest there is: against every other way in small frameworks, with the real scoring."""

from hypothesis import given, settings

from assessments.planning.cheapest import cheapest
from assessments.planning.outcome import after

from ..maturity.builders import FRAMEWORK, card
from ..maturity.strategies import sheets, st
from .small import cases, targets


@settings(max_examples=80)
@given(cases())
def test_nothing_cheaper_reaches_the_targets(case):
    start = case.card
    plan = cheapest(case.framework, start, case.targets)
    stages = {each.practice: each.to_stage for each in plan.steps}
    wanted = [each for each in plan.targets if each not in {gap.target for gap in plan.unreachable}]
    end = case.rescored(stages)
    assert case.consistent(start, stages)
    assert all(case.reached(end, each) for each in wanted)
    assert plan.effort == case.effort(start, stages) == sum(each.effort for each in plan.steps)
    for way in case.ways(start):
        if case.effort(start, way) < plan.effort:
            other = case.rescored(way)
            assert not all(case.reached(other, each) for each in wanted), way


@settings(max_examples=60)
@given(cases(most=4))
def test_what_is_unreachable_is_reached_by_no_way_at_all(case):
    start = case.card
    plan = cheapest(case.framework, start, case.targets)
    missing = [each.target for each in plan.unreachable]
    for way in case.ways(start) if missing else ():
        end = case.rescored(way)
        assert not any(case.reached(end, each) for each in missing), way
    assert all(each.about for each in plan.unreachable)


@given(cases())
def test_the_outcome_is_the_scorecard_of_a_review_that_settled_those_stages(case):
    plan = cheapest(case.framework, case.card, case.targets)
    end = case.rescored({each.practice: each.to_stage for each in plan.steps})
    assert plan.then.scores == {each.id: each.score for each in end.dimensions}
    assert plan.then.achieved == end.headline.achieved_level
    assert plan.then.decimal == end.headline.decimal
    assert plan.then.reservations == end.headline.reservations
    assert (plan.then.trust.index, plan.then.trust.band) == (end.trust.index, end.trust.band)
    assert plan.then.trust.capped_by == end.trust.capped_by


@given(cases())
def test_every_step_has_a_reason_that_is_true(case):
    """Without a step just what it names fails: its targets, or the prerequisite of what it opens."""
    start = case.card
    plan = cheapest(case.framework, start, case.targets)
    stages = {each.practice: each.to_stage for each in plan.steps}
    wanted = [each for each in plan.targets if each not in {gap.target for gap in plan.unreachable}]
    for step in plan.steps:
        rest = {key: stage for key, stage in stages.items() if key != step.practice}
        assert step.serves == tuple(each for each in wanted if not case.reached(case.rescored(rest), each))
        assert step.serves or step.opens
        assert bool(step.opens) is not case.consistent(start, rest)
        for opened in step.opens:
            assert step.practice in case.framework.practices[opened].needs


@given(cases())
def test_prerequisites_come_first(case):
    order = [each.practice for each in cheapest(case.framework, case.card, case.targets).steps]
    for each in cheapest(case.framework, case.card, case.targets).steps:
        assert all(order.index(need) < order.index(each.practice) for need in each.waits_for)


@settings(max_examples=25)
@given(sheets(), targets(["l2", "l5", "int"], ["l3-journey-maps"]))
def test_the_same_question_has_the_same_answer_however_people_are_ordered(answers, wanted):
    backwards = answers.__class__(answers.respondents[::-1], answers.held_on, answers.practice_set, answers.red_flags)
    one, other = (cheapest(FRAMEWORK, card(each), wanted) for each in (answers, backwards))
    assert one.effort == other.effort
    assert one.steps == cheapest(FRAMEWORK, card(answers), wanted).steps


@given(sheets(), st.data())
def test_no_tick_lowers_anything(answers, data):
    start = card(answers)
    known = [key for key, each in start.practices.items()]
    ticks = data.draw(st.dictionaries(st.sampled_from(known), st.integers(0, 4), max_size=8))
    before, then = after(FRAMEWORK, start, {}), after(FRAMEWORK, start, ticks)
    assert then.achieved >= before.achieved
    for key, value in before.scores.items():
        assert (value is None) is (then.scores[key] is None)
        assert value is None or then.scores[key] >= value - 1e-9
