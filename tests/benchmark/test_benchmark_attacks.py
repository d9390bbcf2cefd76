"""Attacks on single companies: by subtracting cohorts, by waiting for a change, by looking from two chairs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.benchmark.basis import Basis, changes, renewed
from assessments.benchmark.benchmark import benchmark
from assessments.benchmark.cells import shown_together
from assessments.benchmark.entries import Entry
from assessments.benchmark.rules import LEAST

DAY, TODAY = date(2026, 6, 1), date(2026, 11, 21)
INDUSTRIES, SIZES = ("shop", "bank", "hotel"), ("small", "large")


@st.composite
def worlds(draw):
    """Up to 45 companies by industry and size, each with a score."""
    rows = draw(
        st.lists(st.tuples(st.sampled_from(INDUSTRIES), st.sampled_from(SIZES), st.integers(0, 100)), max_size=45)
    )
    return {f"c{at:02}": row for at, row in enumerate(rows)}


def cohorts_of(world):
    """Everyone, each industry, each size, and each industry of a size: every cut a screen might offer."""
    found = {"all": set(world)}
    for company, (industry, size, _) in world.items():
        for name in (industry, size, f"{industry} {size}"):
            found.setdefault(name, set()).add(company)
    return found


def bases_of(world):
    return {
        name: Basis(name, tuple(Entry(each, each, world[each][2], DAY, 5) for each in sorted(members)), TODAY)
        for name, members in cohorts_of(world).items()
    }


def cells(cohorts, shown, known):
    """The companies unknown to whoever looks, by the cohorts shown that each is in."""
    found = {}
    for company in set().union(*cohorts.values()) - known:
        if within := frozenset(name for name in shown if company in cohorts[name]):
            found.setdefault(within, set()).add(company)
    return found


def some_known(data, world):
    return data.draw(st.frozensets(st.sampled_from(sorted(world)), max_size=4)) if world else frozenset()


def test_oracle_anonymity_remainder():
    def shown(**parts):
        members = {name: {f"{name}{at}" for at in range(n)} for name, n in parts.items()}
        return set(shown_together({"all": set().union(*members.values()), **members}))

    assert shown(sales=4, technology=9) == {"all"}
    assert shown(other=6, technology=9) == {"all", "other", "technology"}


def test_a_part_that_is_the_whole_is_shown():
    assert shown_together({"all": range(7), "shop": range(7)}) == ("all", "shop")


def test_two_parts_that_each_leave_enough_but_not_together():
    cohorts = {"all": range(15), "shop": range(6), "bank": range(6, 12)}
    assert shown_together(cohorts) == ("all", "bank"), "three hotels would be what all less shops less banks leave"


def test_nothing_to_show():
    assert shown_together({}) == ()
    assert shown_together({"all": ()}) == ()
    assert shown_together({"all": ("a", "b")}, frozenset("ab")) == ()


def test_companies_that_one_knows_protect_nobody():
    assert shown_together({"all": range(9)}, frozenset(range(4))) == ("all",)
    assert shown_together({"all": range(9)}, frozenset(range(5))) == ()


@given(st.data(), worlds())
def test_no_subtraction_of_cohorts_leaves_fewer_than_five(data, world):
    """Sum, difference, intersection: whatever is made of any two or three cohorts shown is empty or five and more."""
    known, cohorts = some_known(data, world), cohorts_of(world)
    shown = shown_together(cohorts, known)
    parts = [cohorts[name] - known for name in shown]
    made = list(parts)
    for one, other in combinations(parts, 2):
        made += [one - other, other - one, one & other, one ^ other]
    for one, two, three in combinations(parts, 3):
        made += [one - two - three, (one | two) - three, (one & two) - three, one & two & three]
    assert all(not each or len(each) >= LEAST for each in made)
    assert all(len(each) >= LEAST for each in cells(cohorts, shown, known).values())


@given(st.data(), worlds())
def test_every_view_stays_the_same_when_companies_of_a_cell_exchange_their_scores(data, world):
    """So each score may be that of any of five companies or more, whatever is made of all views at once."""
    known = some_known(data, world)
    me = data.draw(st.sampled_from(sorted(world))) if world else "nobody"
    known |= {me}
    own = [Entry(me, "mine", 50, DAY, 5)]
    before = benchmark(me, own, bases_of(world), known)
    shown = [each.cohort for each in before.views if each.display != "hidden"]
    exchanged = dict(world)
    for members in cells(cohorts_of(world), shown, known).values():
        there = data.draw(st.permutations(sorted(members)))
        for company, other in zip(sorted(members), there, strict=True):
            exchanged[company] = (*world[company][:2], world[other][2])
    after = benchmark(me, own, bases_of(exchanged), known)
    assert before == after


@given(st.data(), worlds())
def test_two_who_look_from_two_companies_learn_only_of_each_other(data, world):
    """The same basis without a, and without b: apart from a and b, the two see the same companies."""
    if len(world) < 2:
        return
    a, b = data.draw(st.permutations(sorted(world)))[:2]
    bases = bases_of(world)
    for name, basis in bases.items():
        seen = [next(each.n for each in benchmark(who, [], bases).views if each.cohort == name) for who in (a, b)]
        assert seen == [len(basis.companies - {who}) for who in (a, b)]
        assert (basis.companies - {a}) ^ (basis.companies - {b}) <= {a, b}


@given(worlds(), st.floats(0, 100))
def test_no_exact_score_of_a_small_cohort_is_told(world, own):
    """The median of five is what one of them has; shown is the nearest multiple of five."""
    for each in benchmark("me", [Entry("me", "mine", own, DAY, 5)], bases_of(world)).views:
        shown = [each.median, each.percentile, *(each.quartiles or ())]
        step = 5 if each.n < 50 else 1
        assert all(number is None or number % step == 0 for number in shown)
        if each.n < LEAST:
            assert each.hidden == "too-few"
            assert shown == [None, None]


HAPPENINGS = st.lists(st.tuples(st.sampled_from(["come", "go", "again"]), st.integers(0, 99)), max_size=25)


@pytest.mark.parametrize("start", [3, 5, 8, 22])
@given(happenings=HAPPENINGS)
def test_waiting_for_a_change_shows_no_single_company(start, happenings):
    """After each single event either nothing that is shown changes, or three companies and more have changed.

    That holds between any two that were ever shown, not only between neighbours.
    """
    entries = {f"c{at}": Entry(f"c{at}", f"c{at}", at % 101, DAY, 5) for at in range(start)}
    shown = [basis] if len((basis := renewed([], "all", entries.values(), TODAY)).entries) >= LEAST else []
    for number, (what, which) in enumerate(happenings):
        day = TODAY + timedelta(days=number)
        code = f"n{number}" if what == "come" or not entries else sorted(entries)[which % len(entries)]
        if what == "go":
            entries.pop(code, None)
        else:
            entries[code] = Entry(code, f"{code}-{number}", which, DAY, 5)
        basis = renewed(shown, "all", entries.values(), day)
        if len(basis.entries) >= LEAST and basis not in shown:
            shown.append(basis)
    for one, other in combinations(shown, 2):
        assert changes(one.entries, other.entries) >= 3


def test_a_single_newcomer_changes_no_view():
    first = renewed([], "all", [Entry(f"c{at}", "r", at, DAY, 5) for at in range(6)], TODAY)
    later = renewed([first], "all", [*first.entries, Entry("new", "r", 100, DAY, 5)], TODAY)
    assert benchmark("c0", [], {"all": first}) == benchmark("c0", [], {"all": later})
    moved = [replace(first.entries[0], result="again", value=99), *first.entries[1:]]
    assert renewed([first], "all", moved, TODAY) is first
