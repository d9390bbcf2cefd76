"""Steps beside what is in a plan already."""

from assessments.planning.further import further
from assessments.planning.plan import PlannedStep

STEP = PlannedStep("a", "l1", 1, 3, 4, (), (), ())


def test_what_is_not_in_the_plan_is_all_new():
    assert further([STEP], {"b": 4}) == (STEP,)


def test_what_the_plan_does_already_is_not_new():
    assert further([STEP], {"a": 3}) == ()
    assert further([STEP], {"a": 4}) == ()


def test_the_rest_leads_on_from_where_the_plan_ends():
    (rest,) = further([STEP], {"a": 2})
    assert (rest.from_stage, rest.to_stage, rest.effort) == (2, 3, 2)


def test_an_older_item_that_ends_where_the_practice_stands_changes_nothing():
    assert further([STEP], {"a": 1}) == (STEP,)
