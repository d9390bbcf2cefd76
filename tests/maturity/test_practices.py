"""From answers to one stage per practice (method 1.3, 1.4)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.maturity.answers import Answer

from .builders import BY_CHOICE, DONE_BY_OTHERS, DONT_KNOW, GROUPS, OUT_OF_SCOPE, backed, card, changed, sheet
from .strategies import odd_answers, sheets

HELP = "l1-searchable-help"


def found(framework=None, **groups):
    """The score of one practice from the answers of each group."""
    answers = sheet(**{group: [{HELP: said} for said in all_said] for group, all_said in groups.items()})
    return (card(answers, framework) if framework else card(answers)).practices[HELP]


def test_oracle_role_balanced_mean():
    practice = found(leaders=[4, 4, 3], managers=[3, 2], frontline=[1, 1, 2, 1, 2, 1, 1, 1])
    assert practice.stage == pytest.approx(2.4722, abs=0.0001)
    assert practice.answered == 13


def test_a_group_that_does_not_answer_has_no_say():
    assert found(leaders=[4], managers=[None], frontline=[2]).stage == 3


def test_an_unanswered_practice_has_no_stage_rather_than_zero():
    practice = found(leaders=[None])
    assert (practice.stage, practice.low, practice.high, practice.evidenced) == (None, None, None, None)
    assert practice.applicable
    assert practice.reached is None


@pytest.mark.parametrize(
    ("stages", "reached"), [([0], 0), ([1, 2, 2], 1), ([1, 3], 2), ([4], 4), ([0, 1, 1, 1, 1, 1], 0)]
)
def test_the_stage_reached_is_the_whole_one(stages, reached):
    assert found(leaders=stages).reached == reached


@pytest.mark.parametrize("exactly_two", [(1, 10, 5), (1, 11, 4), (2, 2, 10)])
def test_thirds_that_make_a_whole_stage_make_it_whole_in_any_order(exactly_two):
    # one leader, three managers, three of the front line: 1 + 10/3 + 5/3 is 2 on paper, and must be 2 here
    one, first, second = exactly_two
    thirds = {total: [total // 3, (total + 1) // 3, (total + 2) // 3] for total in (first, second)}
    for leaders, managers, frontline in (
        ([one], thirds[first], thirds[second]),
        (thirds[first], [one], thirds[second]),
        (thirds[second], thirds[first], [one]),
    ):
        assert found(leaders=leaders, managers=managers, frontline=frontline).stage == 2.0


def test_dont_know_leaves_the_stage_and_opens_a_range():
    practice = found(leaders=[3, DONT_KNOW])
    assert (practice.stage, practice.low, practice.high) == (3, 1.5, 3.5)
    assert (practice.answered, practice.dont_know) == (1, 1)


def test_a_group_that_only_does_not_know_widens_the_range_too():
    practice = found(leaders=[3], frontline=[DONT_KNOW])
    assert (practice.stage, practice.low, practice.high) == (3, 1.5, 3.5)


def test_a_practice_nobody_knows_has_no_stage_and_could_be_anything():
    practice = found(leaders=[DONT_KNOW], frontline=[DONT_KNOW])
    assert (practice.stage, practice.evidenced, practice.low, practice.high) == (None, None, 0, 4)
    assert practice.applicable


def test_a_group_without_an_opinion_on_scope_is_not_part_of_the_range():
    practice = found(leaders=[2, DONT_KNOW], frontline=[OUT_OF_SCOPE])
    assert (practice.low, practice.high) == (1, 3)


@pytest.mark.parametrize(
    ("leaders", "widely"),
    [
        ([DONT_KNOW, 2, 2], True),  # one in three
        ([DONT_KNOW, 2, 2, 2], False),
        ([DONT_KNOW, 2, OUT_OF_SCOPE], True),
        ([DONT_KNOW, 2, 2, OUT_OF_SCOPE], False),  # one in four: who calls it out of scope has answered, too
        ([DONT_KNOW, 2, None], True),  # half of those who answered
        ([2, 2], False),
        ([DONT_KNOW], True),
        ([None], False),
        ([OUT_OF_SCOPE], False),
    ],
)
def test_what_a_third_of_the_respondents_do_not_know_is_a_finding(leaders, widely):
    assert found(leaders=leaders).widely_unknown is widely


def test_out_of_scope_leaves_the_practice_out():
    practice = found(leaders=[OUT_OF_SCOPE])
    assert (practice.stage, practice.applicable, practice.not_applicable) == (None, False, 1)
    assert found(leaders=[OUT_OF_SCOPE, 3]).stage == 3
    assert found(leaders=[OUT_OF_SCOPE, 3]).applicable
    assert found(leaders=[OUT_OF_SCOPE, DONT_KNOW]).applicable


@pytest.mark.parametrize("said", [BY_CHOICE, DONE_BY_OTHERS])
def test_we_choose_not_to_is_no_exemption(said):
    practice = found(leaders=[said])
    assert (practice.stage, practice.applicable, practice.not_applicable, practice.answered) == (0, True, 0, 1)
    assert found(leaders=[said, 4]).stage == 2


def test_a_reason_the_framework_does_not_know_exempts_nobody():
    with pytest.raises(KeyError, match="because"):
        found(leaders=[Answer(not_applicable="because")])


@pytest.mark.parametrize(
    ("said", "evidenced"),
    [
        (3, 2),
        (4, 2),
        (2, 2),
        (1, 1),
        (backed(4), 4),
        (Answer(stage=3, evidence="https://example.org"), 3),
        (BY_CHOICE, 0),
    ],
)
def test_stages_3_and_4_without_evidence_count_as_2(said, evidenced):
    assert found(leaders=[said]).evidenced == evidenced


def test_the_evidenced_stage_is_role_balanced_too():
    practice = found(leaders=[4, backed(4)], frontline=[1])
    assert practice.evidenced == 2.0  # ((2 + 4) / 2 + 1) / 2
    assert practice.stage == 2.5


def test_the_cap_comes_from_the_framework():
    strict = changed(lambda data: data["thresholds"].update(unevidenced_cap=1))
    assert found(strict, leaders=[4]).evidenced == 1


def test_the_spread_is_over_all_respondents():
    assert found(leaders=[4], managers=[1], frontline=[1]).spread.range == 3
    assert found(leaders=[4], managers=[1], frontline=[DONT_KNOW]).spread is None


def test_only_the_practices_of_the_set_are_scored():
    quick = card(sheet({HELP: 3, "l1-status-messages": 3}, practice_set="quick"))
    assert len(quick.practices) == 20
    assert "l1-status-messages" not in quick.practices


@given(st.lists(st.tuples(odd_answers, st.sampled_from(GROUPS)), max_size=9), st.randoms(use_true_random=True))
def test_the_order_of_respondents_changes_nothing_at_all(said, chance):
    def score_in(order):
        groups = {}
        for answer, group in order:
            groups.setdefault(group, []).append(answer)
        return found(**groups)

    first = score_in(said)
    chance.shuffle(said)
    assert score_in(said) == first


@given(sheets())
def test_low_stage_and_high_stand_in_order_within_the_scale(answers):
    for practice in card(answers).practices.values():
        if practice.stage is not None:
            assert 0 <= practice.low <= practice.stage <= practice.high <= 4
            assert 0 <= practice.evidenced <= practice.stage
        if not practice.dont_know:
            assert practice.low == practice.stage == practice.high
