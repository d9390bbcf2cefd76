"""Now, next, later (method 5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.maturity.lanes import fill_lanes


def lanes(*steps, capacity=8):
    """Lanes from steps written as (id, priority, effort, *blockers)."""
    return fill_lanes(
        {id: priority for id, priority, *_ in steps},
        {id: effort for id, _, effort, *_ in steps},
        {id: tuple(blockers) for id, _, _, *blockers in steps},
        capacity,
    )


def test_the_highest_first_up_to_capacity_then_next_then_later():
    steps = [(f"step-{number}", 10 - number, 2) for number in range(10)]
    found = lanes(*steps)
    assert [found[f"step-{number}"] for number in range(10)] == ["now"] * 4 + ["next"] * 4 + ["later"] * 2


def test_a_lane_may_be_filled_to_the_brim_and_no_further():
    assert lanes(("a", 3, 3), ("b", 2, 3), ("c", 1, 2)) == {"a": "now", "b": "now", "c": "now"}
    assert lanes(("a", 3, 3), ("b", 2, 3), ("c", 1, 3)) == {"a": "now", "b": "now", "c": "next"}


def test_no_lesser_step_overtakes_a_greater_one():
    assert lanes(("a", 3, 3), ("b", 2, 3), ("c", 1.5, 3), ("d", 1, 1))["d"] == "next"


def test_of_equal_steps_the_ids_decide():
    assert lanes(("b", 1, 8), ("c", 1, 8), ("a", 1, 8)) == {"a": "now", "b": "next", "c": "later"}


def test_what_is_blocked_waits_in_later():
    assert lanes(("a", 1, 1), ("b", 9, 1, "a")) == {"a": "now", "b": "later"}


def test_what_blocks_an_urgent_step_is_pulled_forward():
    alone = lanes(("a", 1, 8), ("b", 2, 8), ("c", 3, 8))
    assert alone == {"c": "now", "b": "next", "a": "later"}
    pulled = lanes(("a", 1, 8), ("b", 2, 8), ("c", 3, 8), ("urgent", 9, 8, "a"))
    assert pulled == {"a": "now", "c": "next", "b": "later", "urgent": "later"}


def test_a_whole_chain_is_pulled_forward_from_its_first_link():
    found = lanes(("a", 1, 8), ("b", 1, 8, "a"), ("c", 9, 8, "b"), ("rival", 5, 8))
    assert found == {"a": "now", "b": "later", "c": "later", "rival": "next"}


def test_a_blocker_without_a_step_of_its_own_holds_its_step_in_later():
    assert lanes(("a", 9, 1, "unanswered"), ("b", 1, 1)) == {"a": "later", "b": "now"}


@pytest.mark.parametrize("capacity", [0, 1, 2])
def test_a_lane_takes_one_step_however_small_it_is(capacity):
    assert lanes(("a", 3, 3), ("b", 2, 3), ("c", 1, 3), capacity=capacity) == {"a": "now", "b": "next", "c": "later"}


def test_nothing_to_do_fills_no_lane():
    assert lanes() == {}


@st.composite
def steps(draw):
    """Steps whose blockers come before them, so that there is no circle; some blockers have no step."""
    count = draw(st.integers(0, 12))
    ids = [f"p{number}" for number in range(count)]
    found = []
    for number, id in enumerate(ids):
        blockers = draw(st.sets(st.sampled_from([*ids[:number], "elsewhere"]), max_size=2))
        found.append((id, draw(st.integers(1, 9)) / 4, draw(st.integers(1, 3)), *sorted(blockers)))
    return found


@given(steps(), st.integers(0, 10), st.randoms(use_true_random=True))
def test_lanes_hold_their_promises(found, capacity, chance):
    placed = lanes(*found, capacity=capacity)
    assert set(placed) == {id for id, *_ in found}
    for lane in ("now", "next"):
        efforts = [effort for id, _, effort, *_ in found if placed[id] == lane]
        assert sum(efforts) <= capacity or len(efforts) == 1
    for id, _, _, *blockers in found:
        assert not blockers or placed[id] == "later"
    waited_for = {blocker for _, _, _, *blockers in found for blocker in blockers}
    plain = {id: priority for id, priority, _, *blockers in found if not blockers and id not in waited_for}
    order = ("now", "next", "later")
    for one in plain:
        for other in plain:
            if plain[one] > plain[other]:
                assert order.index(placed[one]) <= order.index(placed[other])
    if any(not blockers for _, _, _, *blockers in found):
        assert "now" in placed.values()
    chance.shuffle(found)
    assert lanes(*found, capacity=capacity) == placed
