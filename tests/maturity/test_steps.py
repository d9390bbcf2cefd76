"""Which steps, in which order, and why (method 5). Every reason must agree with the numbers it explains."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.maturity.answers import AnswerSheet
from assessments.maturity.scoring import score
from assessments.maturity.steps import Parts, recommend

from .builders import (
    BY_CHOICE,
    DONT_KNOW,
    FRAMEWORK,
    OUT_OF_SCOPE,
    PRACTICES,
    TODAY,
    card,
    changed,
    everything,
    plan,
    sheet,
    weighted,
)
from .strategies import practice_ids, sheets

LIMITS = FRAMEWORK.thresholds.steps
LANES = ("now", "next", "later")


def step(practice, answers, framework=FRAMEWORK, **rest):
    """The step of one practice, None where there is none."""
    steps = plan(answers, framework, **rest).steps
    return next((each for each in steps if each.practice == practice), None)


def reasons(found, kind):
    """The reasons of that kind as (about, value)."""
    return [(each.about, each.value) for each in found.reasons if each.kind == kind]


def test_oracle_priority_score():
    parts = {
        "l2-case-ownership": Parts(gap=2, impact=3, weight=1, block=2.0, multiplier=1.0, effort=2),
        "l5-need-forecast": Parts(gap=3, impact=3, weight=1, block=0.5, multiplier=1.0, effort=3),
        "int-privacy": Parts(gap=2, impact=3, weight=1, block=1.0, multiplier=3.0, effort=2),
        "l1-status-messages": Parts(gap=1, impact=2, weight=1, block=1.0, multiplier=1.0, effort=1),
    }
    priority = {practice: each.priority for practice, each in parts.items()}
    assert priority == pytest.approx(
        {"l2-case-ownership": 1.5, "l5-need-forecast": 0.375, "int-privacy": 2.25, "l1-status-messages": 0.5}, abs=1e-4
    )
    order = sorted(priority, key=lambda practice: -priority[practice])
    assert order == ["int-privacy", "l2-case-ownership", "l1-status-messages", "l5-need-forecast"]


def test_a_heavier_practice_comes_sooner():
    heavy = weighted(lambda practice: 8.0 if practice == "l2-human-reach" else 1.0)
    plain, heavier = step("l2-human-reach", everything(1)), step("l2-human-reach", everything(1), heavy)
    assert (heavier.parts.weight, heavier.priority) == (8.0, 8 * plain.priority)
    assert plan(everything(1), heavy).steps[0].practice == "l2-human-reach"


def test_oracle_priority_score_from_answers():
    # level 1 achieved, level 2 the lowest not achieved, integrity the weakest factor, a red flag open on privacy
    answers = sheet(everything(1, l1=3, abl=2, aff=2, con=2), red_flags=["RF-09"])
    targets = {"l2-case-ownership": 3, "int-privacy": 3, "l5-need-forecast": 4}
    found = {each.practice: each for each in plan(answers, targets=targets).steps}
    assert found["int-privacy"].parts == Parts(gap=2, impact=3, weight=1, block=1, multiplier=3, effort=2)
    assert found["int-privacy"].priority == pytest.approx(2.25)
    assert found["l2-case-ownership"].priority == pytest.approx(1.5)
    assert found["l1-status-messages"].priority == pytest.approx(0.5)
    assert found["l5-need-forecast"].priority == pytest.approx(0.25)  # a gap of three is cut to two in one plan


# ---------------------------------------------------------------- which steps there are


@pytest.mark.parametrize("stage", range(4))
def test_without_a_target_a_step_leads_to_the_next_stage(stage):
    found = step("l1-searchable-help", everything(stage))
    assert (found.from_stage, found.to_stage) == (stage, stage + 1)


def test_a_step_starts_from_the_stage_that_is_whole():
    answers = sheet(leaders=[everything(1)], frontline=[everything(2), everything(3)])
    found = step("l1-searchable-help", answers)
    assert (found.from_stage, found.to_stage) == (1, 2)  # the mean is 1.75
    assert reasons(found, "gap") == [(("1", "2"), 1.75)]


@pytest.mark.parametrize("said", [4, None, DONT_KNOW, OUT_OF_SCOPE])
def test_the_top_the_unknown_and_the_inapplicable_call_for_no_step(said):
    assert step("l1-searchable-help", everything(2) | {"l1-searchable-help": said}) is None


def test_what_we_choose_not_to_do_calls_for_the_first_step():
    found = step("l1-searchable-help", everything(2) | {"l1-searchable-help": BY_CHOICE})
    assert (found.from_stage, found.to_stage) == (0, 1)


@pytest.mark.parametrize(
    ("target", "to_stage"), [(0, None), (1, None), (2, 2), (3, 3), (4, 3)]  # at most two stages in one plan
)  # fmt: skip
def test_a_target_sets_how_far_a_step_reaches(target, to_stage):
    found = step("l1-searchable-help", everything(1), targets={"l1-searchable-help": target})
    assert (found.to_stage if found else None) == to_stage
    if found:
        assert reasons(found, "target") == [((), target)]
        assert found.parts.gap == found.to_stage - 1


def test_a_target_beyond_the_scale_ends_at_the_top():
    assert step("l1-searchable-help", everything(3), targets={"l1-searchable-help": 9}).to_stage == 4


def test_the_quick_set_recommends_only_what_it_asked():
    asked = {each.id for each in FRAMEWORK.asked("quick")}
    found = plan(sheet(everything(1), practice_set="quick")).steps
    assert {each.practice for each in found} == asked
    assert len(asked) == 20


# ---------------------------------------------------------------- where a step stands


@pytest.mark.parametrize(
    ("level", "block", "kind"),
    [
        ("l1", 1.0, "level-achieved"),
        ("l2", 2.0, "holds-level"),
        ("l3", 1.0, "next-level"),
        ("l4", 0.5, "far-level"),
        ("l6", 0.5, "far-level"),
    ],
)
def test_the_lowest_level_not_achieved_comes_first(level, block, kind):
    practice = FRAMEWORK.by_dimension[level].practices[0].id
    found = step(practice, everything(1, l1=3))
    assert found.parts.block == block
    assert reasons(found, kind) == [((level,), 75.0 if level == "l1" else 25.0)]


def test_an_unrated_level_holds_the_pyramid_too():
    found = step("l2-case-ownership", everything(3, l2=None) | {"l2-case-ownership": 1})
    assert reasons(found, "holds-level") == [(("l2",), None)]


def test_with_every_level_achieved_none_holds_the_pyramid_down():
    assert {each.parts.block for each in plan(everything(3)).steps} == {1.0}


def test_the_weakest_factor_below_fifty_counts_half_as_much_again():
    found = step("con-promise-ledger", everything(2, con=1))
    assert (found.parts.block, found.parts.multiplier) == (1.0, 1.5)
    assert reasons(found, "weakest-factor") == [(("con",), 25.0)]
    assert reasons(found, "trust") == [(("con",), 25.0)]
    assert step("int-privacy", everything(2, con=1)).parts.multiplier == 1.0


def test_the_weakest_factor_at_fifty_does_not():
    assert step("con-promise-ledger", everything(3, con=2)).parts.multiplier == 1.0


def test_fifty_by_thirds_is_not_below_fifty():
    # 1 + 11/3 + 4/3 is stage 2, which floating point may see as a little less
    answers = sheet(
        leaders=[everything(4, con=1)],
        managers=[everything(4, con=4), everything(4, con=4), everything(4, con=3)],
        frontline=[everything(4, con=1), everything(4, con=1), everything(4, con=2)],
    )
    assert step("con-promise-ledger", answers).parts.multiplier == 1.0


def test_an_open_red_flag_doubles_and_names_itself():
    found = step("l2-response-speed", sheet(everything(1), red_flags=["RF-17", "RF-01"]))
    assert found.parts.multiplier == 2.0  # two flags on one practice double once
    assert reasons(found, "red-flag") == [(("RF-01", "RF-17"), None)]
    assert step("l2-response-speed", sheet(everything(1), red_flags=["RF-03"])).parts.multiplier == 1.0


def test_the_multipliers_together_are_capped():
    high = changed(lambda data: data["thresholds"]["steps"].update(red_flag_multiplier=3.0))
    answers = sheet(everything(2, int=1), red_flags=["RF-09"])
    assert step("int-privacy", answers).parts.multiplier == 3.0
    assert step("int-privacy", answers, high).parts.multiplier == 4.0


def test_reservations_are_reasons():
    absent = step("l1-accurate-facts", everything(3) | {"l1-accurate-facts": 0})
    assert reasons(absent, "critical-absent") == [(("l1-accurate-facts",), 0)]
    behind = step("int-privacy", everything(3) | {"int-privacy": 1})
    assert reasons(behind, "privacy-behind") == [(("int-privacy",), 1)]
    assert reasons(behind, "critical-absent") == []


# ---------------------------------------------------------------- what waits for what


def test_an_open_prerequisite_blocks_and_is_named_on_both_sides():
    answers = everything(2, l3=1)
    blocked = step("l5-value-linkage", answers)
    assert blocked.blocked_by == ("l3-metric-system",)
    assert blocked.lane == "later"
    assert reasons(blocked, "blocked-by") == [(("l3-metric-system",), 1)]
    [(helped, _)] = reasons(step("l3-metric-system", answers), "prerequisite-of")
    assert "l5-value-linkage" in helped
    assert helped == tuple(sorted(helped))


@pytest.mark.parametrize(
    ("said", "blocked"),
    [(1, True), (2, False), (None, True), (DONT_KNOW, True), (OUT_OF_SCOPE, False), (BY_CHOICE, True)],
)
def test_a_prerequisite_is_met_from_stage_two_or_where_it_does_not_apply(said, blocked):
    answers = everything(2) | {"l3-metric-system": said, "l5-value-linkage": 1}
    assert step("l5-value-linkage", answers).blocked_by == (("l3-metric-system",) if blocked else ())


def test_a_prerequisite_at_two_by_thirds_is_met():
    def people(*stages):
        return [everything(2) | {"l3-metric-system": stage} for stage in stages]

    answers = sheet(leaders=people(1), managers=people(4, 4, 3), frontline=people(1, 1, 2))
    assert step("l5-value-linkage", answers).blocked_by == ()


def test_what_the_quick_set_did_not_ask_blocks_nothing():
    answers = sheet(everything(1), practice_set="quick")
    assert step("l5-need-forecast", answers).blocked_by == ()  # needs l5-signal-analysis, which was not asked
    assert step("l3-need-behind-request", answers).blocked_by == ("l2-case-ownership",)


def test_a_cheap_strong_step_with_nothing_open_is_a_quick_win():
    assert step("l1-searchable-help", everything(1)).quick_win  # small, high
    assert step("l1-status-messages", everything(1)).quick_win  # small, medium
    assert not step("l1-digital-audit", everything(1)).quick_win  # medium effort
    assert not step("aff-shared-values", everything(1)).quick_win  # low impact
    assert not step("l3-need-behind-request", everything(1)).quick_win  # waits for case ownership
    assert step("l3-need-behind-request", everything(2)).quick_win


# ---------------------------------------------------------------- what is strong


def test_stages_three_and_four_are_kept_up_with_a_review_date():
    found = plan(everything(2) | {"l1-status-messages": 3, "con-brand-presence": 4, "l2-human-reach": 4}).keep_up
    assert [(each.practice, each.stage) for each in found] == [
        ("con-brand-presence", 4), ("l2-human-reach", 4), ("l1-status-messages", 3),
    ]  # fmt: skip
    assert {each.review_on for each in found} == {TODAY + timedelta(days=180)}
    assert found[0].dimension == "con"


def test_three_by_thirds_is_kept_up():
    # 2 + 11/3 + 10/3 is stage 3
    answers = sheet(
        leaders=[everything(2)],
        managers=[everything(4), everything(4), everything(3)],
        frontline=[everything(3), everything(3), everything(4)],
    )
    assert len(plan(answers).keep_up) == 56


def test_almost_three_is_not():
    answers = sheet(leaders=[everything(3), everything(3), everything(2)])
    assert plan(answers).keep_up == ()


# ---------------------------------------------------------------- properties


def aims(found):
    """What was recommended, by practice, without the numbers that scale with the weights."""
    return [(each.practice, each.from_stage, each.to_stage, each.lane, each.quick_win) for each in found.steps]


@pytest.mark.parametrize("scale", [0.1, 3, 7, 1e6])
def test_a_plan_does_not_change_when_all_weights_are_multiplied(scale):
    scaled = weighted(lambda practice: scale)
    for answers in (everything(1), everything(1, l1=3, con=0), everything(2, l3=1, int=0)):
        assert aims(plan(answers, scaled)) == aims(plan(answers))


@given(sheets(), st.dictionaries(practice_ids, st.integers(0, 4), max_size=6))
def test_every_step_can_be_recomputed_from_its_parts_and_reasons(answers, targets):
    scored = score(FRAMEWORK, answers, TODAY)
    found = recommend(FRAMEWORK, scored, TODAY, targets)
    by_practice = {each.practice: each for each in found.steps}
    assert len(by_practice) == len(found.steps)
    for each in found.steps:
        practice, parts = FRAMEWORK.practices[each.practice], each.parts
        assert each.priority == pytest.approx(
            parts.gap / 4 * parts.impact * parts.weight * parts.block * parts.multiplier / parts.effort
        )
        assert 1 <= parts.gap == each.to_stage - each.from_stage <= LIMITS.max_gap
        assert 0 <= each.from_stage < each.to_stage <= 4
        assert each.from_stage <= scored.practices[each.practice].stage + 1e-9 < each.from_stage + 1 + 1e-9
        assert reasons(each, "gap") == [
            ((str(each.from_stage), str(each.to_stage)), scored.practices[each.practice].stage)
        ]
        assert reasons(each, "impact") == [((practice.impact,), {"L": 1, "M": 2, "H": 3}[practice.impact])]
        assert reasons(each, "effort") == [((practice.effort,), {"S": 1, "M": 2, "L": 3}[practice.effort])]
        assert (parts.impact, parts.effort) == (reasons(each, "impact")[0][1], reasons(each, "effort")[0][1])
        assert (each.impact, each.effort) == (practice.impact, practice.effort)
        position = [reason for reason in each.reasons if reason.kind in POSITION]
        assert [POSITION[reason.kind] for reason in position] == [parts.block]
        dimension = next(level for level in scored.dimensions if level.id == each.dimension)
        assert (position[0].about, position[0].value) == ((each.dimension,), dimension.score)
        multiplier = (1.5 if reasons(each, "weakest-factor") else 1) * (2 if reasons(each, "red-flag") else 1)
        assert parts.multiplier == min(4, multiplier)
        assert bool(reasons(each, "target")) is (each.practice in targets)
        assert tuple(about[0] for about, _ in reasons(each, "blocked-by")) == each.blocked_by
        assert set(each.blocked_by) <= set(practice.needs)
        helped = tuple(sorted(other.practice for other in found.steps if each.practice in other.blocked_by))
        assert reasons(each, "prerequisite-of") == ([(helped, None)] if helped else [])


POSITION = {"holds-level": 2.0, "level-achieved": 1.0, "next-level": 1.0, "far-level": 0.5, "trust": 1.0}


@given(sheets())
def test_every_open_practice_is_in_one_lane_and_none_before_what_it_needs(answers):
    scored = score(FRAMEWORK, answers, TODAY)
    found = recommend(FRAMEWORK, scored, TODAY).steps
    open_practices = [each.id for each in scored.practices.values() if each.stage is not None and each.stage < 4 - 1e-9]
    assert sorted(each.practice for each in found) == sorted(open_practices)
    assert [(LANES.index(each.lane), -each.priority, each.practice) for each in found] == sorted(
        (LANES.index(each.lane), -each.priority, each.practice) for each in found
    )
    lane = {each.practice: LANES.index(each.lane) for each in found}
    for each in found:
        if each.lane != "later":
            assert each.blocked_by == ()
        assert all(lane.get(blocker, 0) <= lane[each.practice] for blocker in each.blocked_by)
        if each.quick_win:
            assert each.parts.effort == 1
            assert each.parts.impact >= 2
            assert not each.blocked_by
    for name in ("now", "next"):
        assert sum(each.parts.effort for each in found if each.lane == name) <= LIMITS.capacity


@given(sheets(), st.randoms(use_true_random=True))
def test_the_order_of_respondents_and_of_their_answers_changes_no_recommendation(answers, chance):
    def shuffled(values):
        values = list(values)
        chance.shuffle(values)
        return values

    people = [
        type(each)(each.name, each.group, dict(shuffled(each.answers.items())))
        for each in shuffled(answers.respondents)
    ]
    other = AnswerSheet(tuple(people), answers.held_on, answers.practice_set, answers.red_flags)
    targets = dict.fromkeys(PRACTICES[:9], 3)
    assert plan(other, targets=dict(shuffled(targets.items()))) == plan(answers, targets=targets)
    assert card(other) == card(answers)


@given(sheets())
def test_what_is_strong_is_kept_up_and_nothing_else(answers):
    scored = card(answers)
    found = recommend(FRAMEWORK, scored, TODAY).keep_up
    strong = {each.id for each in scored.practices.values() if each.stage is not None and each.stage >= 3 - 1e-9}
    assert {each.practice for each in found} == strong
    assert [each.stage for each in found] == sorted((each.stage for each in found), reverse=True)
