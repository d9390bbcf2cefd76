"""Targets as they are written, and every mistake in them at once."""

from datetime import date

import pytest

from assessments.planning.faults import TargetFaults
from assessments.planning.parsing import parse, read
from assessments.planning.targets import Target, Targets

from ..maturity.builders import FRAMEWORK


def test_a_level_and_trust():
    assert parse(FRAMEWORK, "level=3,trust=60") == Targets(level=3, trust=60.0)


def test_all_kinds_with_spaces():
    assert parse(FRAMEWORK, " level = 6 , trust=62.5, band=L, l2=70, con=100, int-privacy=3, by=2027-06-30") == Targets(
        level=6,
        trust=62.5,
        band="L",
        dimensions={"l2": 70.0, "con": 100.0},
        practices={"int-privacy": 3},
        by=date(2027, 6, 30),
    )


def test_pairs_from_a_form_are_read_as_well():
    assert read(FRAMEWORK, [("l2-fair-recovery", "4")]) == Targets(practices={"l2-fair-recovery": 4})


def test_every_mistake_is_named_at_once():
    with pytest.raises(TargetFaults) as refused:
        parse(FRAMEWORK, "level=7,trust=0,l1=101,con=nan,int-privacy=2.5,band=N,by=June,joy=3,level=2,level=3,level")
    assert str(refused.value).splitlines() == [
        "level: '7' is not a whole number in 1..6",
        "trust: '0' is not a number above 0 and at most 100",
        "l1: '101' is not a number above 0 and at most 100",
        "con: 'nan' is not a number above 0 and at most 100",
        "int-privacy: '2.5' is not a whole number in 1..4",
        "band: 'N' is not among P, L, F",
        "by: 'June' is not a day written as YYYY-MM-DD",
        "'joy' is neither level, trust, band, by nor the id of a dimension or practice",
        "'level' stands twice",
        "level: '' is not a whole number in 1..6",
    ]
    assert [each.kind for each in refused.value.faults][-2:] == ["twice", "whole"]


@pytest.mark.parametrize(
    "text", ["by=2027-02-29", "by=２０２７-06-30", "level=３", "trust=1e2", "int-privacy=5", "level=0"]
)
def test_what_looks_like_a_value_and_is_none(text):
    with pytest.raises(TargetFaults):
        parse(FRAMEWORK, text)


def test_a_day_alone_is_no_target():
    with pytest.raises(TargetFaults, match="name at least one target, such as level=3,trust=60"):
        parse(FRAMEWORK, "by=2027-06-30")


def test_targets_one_by_one_in_the_order_of_the_framework():
    wanted = Targets(3, 60, "L", {"con": 70, "l2": 60}, {"con-promise-ledger": 3, "l1-accurate-facts": 2})
    assert wanted.all(FRAMEWORK) == (
        Target("level", 3),
        Target("trust", 60),
        Target("band", 2),
        Target("dimension", 60, "l2"),
        Target("dimension", 70, "con"),
        Target("practice", 2, "l1-accurate-facts"),
        Target("practice", 3, "con-promise-ledger"),
    )


def test_a_target_for_what_nobody_knows_is_refused():
    with pytest.raises(KeyError, match="joy, l9"):
        Targets(dimensions={"l9": 50}, practices={"joy": 2}).all(FRAMEWORK)
