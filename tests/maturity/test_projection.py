"""What the pyramid would be once steps are done: the same scoring with these practices at their later stage."""

from hypothesis import given
from pytest import approx

from assessments.maturity.projection import project

from .builders import FRAMEWORK, card, everything, in_turn, plan, sheet
from .strategies import sheets


def projected(answers, *practices, targets=None):
    """The projection of a sheet with the steps of these practices done, or with all steps done."""
    steps = [each for each in plan(answers, targets=targets).steps if not practices or each.practice in practices]
    return project(FRAMEWORK, card(answers), steps)


def test_without_steps_nothing_changes():
    answers = everything(3, l2=2, con=None)
    found = project(FRAMEWORK, card(answers), [])
    assert found.scores == {each.id: each.score for each in card(answers).dimensions}
    assert found.levels == (75, 50, 75, 75, 75, 75)
    assert found.achieved == 1


def test_a_step_lifts_its_practice_to_its_stage():
    found = projected(everything(3, l2=2), "l2-case-ownership")
    assert found.levels[1] == approx(100 * 13 / 24)
    assert found.achieved == 6
    assert found.scores["l1"] == 75


def test_a_step_of_two_stages_counts_in_full():
    found = projected(everything(2), "l2-case-ownership", targets={"l2-case-ownership": 4})
    assert found.levels[1] == approx(100 * 14 / 24)


def test_a_step_to_a_whole_stage_closes_the_rest_of_the_way():
    answers = sheet(leaders=[everything(1)], frontline=[everything(2)])  # 1.5 has reached stage 1; the step leads to 2
    assert projected(answers, "l1-searchable-help").levels[0] == approx(25 * (2 + 5 * 1.5) / 6)


def test_what_is_not_rated_stays_unrated():
    found = projected(in_turn("l1", 1, 1, 1))
    assert found.scores["l1"] is None
    assert found.achieved == 0


@given(sheets())
def test_doing_every_step_lowers_nothing(answers):
    before, after = card(answers), projected(answers)
    for each in before.dimensions:
        assert (after.scores[each.id] is None) is (each.score is None)
        assert each.score is None or each.score - 1e-9 <= after.scores[each.id] <= 100 + 1e-9
    assert after.achieved >= before.headline.achieved_level
    assert after.levels == tuple(after.scores[each.id] for each in before.levels)
