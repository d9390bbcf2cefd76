"""What the company believes beside what its customers say (method 3): only what the numbers allow is claimed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assessments.maturity.outside_in import Comparison, CustomerPoints, CustomerView, compare
from assessments.maturity.perception import perceive
from assessments.maturity.scoring import score
from assessments.maturity.steps import Recommendations, recommend

from .builders import FRAMEWORK, TODAY, everything, sheet

SHEET = sheet(everything(2))  # every dimension stands at 50


def points(measure: str, value: float, half: float, n: int = 100) -> CustomerPoints:
    return CustomerPoints(measure, value, value - half, value + half, n, value / 10, 0, 10)


def compared(*found: CustomerPoints) -> Comparison:
    card = score(FRAMEWORK, SHEET, TODAY)
    return compare(FRAMEWORK, card, perceive(FRAMEWORK, SHEET), CustomerView({each.measure: each for each in found}))


def steps(outside: dict[str, float]) -> Recommendations:
    return recommend(FRAMEWORK, score(FRAMEWORK, SHEET, TODAY), TODAY, {}, outside)


def test_a_difference_beyond_chance_is_claimed_and_another_is_not() -> None:
    found = compared(points("trust-int", 33, 5), points("trust-abl", 45, 10), points("trust-con", 72, 6))
    assert [(each.id, round(each.difference)) for each in found.over] == [("int", 17)]
    assert [(each.id, round(each.difference)) for each in found.under] == [("con", -22)]
    assert [each.id for each in found.rows] == ["int", "abl", "con"]
    assert not found.rows[1].beyond


def test_fewer_than_thirty_customers_are_left_out_and_named() -> None:
    found = compared(points("trust-int", 20, 5, n=29), points("trust-abl", 20, 5, n=30))
    assert [each.id for each in found.rows] == ["abl"]
    assert found.few == ("int",)
    assert set(found.unasked) == {each.id for each in FRAMEWORK.dimensions} - {"int", "abl"}


def test_a_dimension_that_is_not_rated_is_not_compared() -> None:
    some = sheet(everything(2, int=None))
    card = score(FRAMEWORK, some, TODAY)
    view = CustomerView({"trust-int": points("trust-int", 20, 5)})
    found = compare(FRAMEWORK, card, perceive(FRAMEWORK, some), view)
    assert not found.rows
    assert "int" not in found.unasked


def test_groups_stand_beside_customers_in_the_same_points() -> None:
    people = sheet(leaders=[everything(4)] * 3, frontline=[everything(1)] * 3)
    card, seen = score(FRAMEWORK, people, TODAY), perceive(FRAMEWORK, people)
    (row,) = compare(FRAMEWORK, card, seen, CustomerView({"trust-aff": points("trust-aff", 40, 5)})).rows
    assert row.groups == {"leaders": 100.0, "frontline": 25.0}


def test_without_an_interval_the_point_itself_decides() -> None:
    one = CustomerPoints("trust-int", 50.0, None, None, 40, 5.0, 0, 10)
    (row,) = compared(one).rows
    assert not row.beyond
    assert compared(points("trust-int", 50, 5)).row("abl") is None


def test_customers_give_a_reason_with_its_number_and_change_no_priority() -> None:
    plain, told = steps({}), steps({"con": 12.5})
    assert {each.practice: each.priority for each in plain.steps} == {
        each.practice: each.priority for each in told.steps
    }
    reasons = {
        each.practice: [why.value for why in each.reasons if why.kind == "customers-see-less"] for each in told.steps
    }
    assert all(values == ([12.5] if practice.startswith("con-") else []) for practice, values in reasons.items())


def test_of_equal_steps_those_that_customers_call_for_come_first() -> None:
    told = steps({"con": 12.5}).steps
    order = [(each.lane, each.priority, each.dimension) for each in told]
    for first, second in pairwise(order):
        if first[:2] == second[:2]:
            assert not (second[2] == "con" and first[2] != "con")
    assert any(a[:2] == b[:2] and a[2] == "con" != b[2] for a, b in pairwise(order))


@given(st.floats(0, 100), st.floats(0, 20), st.integers(0, 200))
def test_nothing_is_claimed_that_lies_within_the_interval(value: float, half: float, n: int) -> None:
    found = compared(points("trust-abl", value, half, n))
    for row in found.rows:
        assert n >= 30
        assert row.beyond == (abs(row.difference) > half)
