"""The lanes: whatever is moved, nothing is lost and nothing comes twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.planning.board import LANES, lane_of, moved, points, pulled_forward, shifted

BOARD = {"now": ("a", "b"), "next": ("c",), "later": ("d", "e")}


def cards(board: dict[str, tuple[str, ...]]) -> list[str]:
    return sorted(card for keys in board.values() for card in keys)


@pytest.mark.parametrize(
    ("card", "lane", "before", "expected"),
    [
        ("d", "now", "a", ("d", "a", "b")),
        ("d", "now", None, ("a", "b", "d")),
        ("a", "now", None, ("b", "a")),
        ("a", "now", "gone", ("b", "a")),
        ("x", "now", "b", ("a", "x", "b")),
    ],
)
def test_a_card_moves_before_another_or_to_the_end(
    card: str, lane: str, before: str | None, expected: tuple[str, ...]
) -> None:
    assert moved(BOARD, card, lane, before)[lane] == expected


def test_there_are_three_lanes_and_no_other() -> None:
    with pytest.raises(ValueError, match="soon"):
        moved(BOARD, "a", "soon")
    assert moved({}, "a", "next") == {"now": (), "next": ("a",), "later": ()}


@pytest.mark.parametrize(
    ("card", "by", "expected"),
    [("b", -1, ("b", "a")), ("a", -1, ("a", "b")), ("a", 1, ("b", "a")), ("b", 1, ("a", "b")), ("a", 0, ("a", "b"))],
)
def test_up_and_down_end_at_the_ends_of_the_lane(card: str, by: int, expected: tuple[str, ...]) -> None:
    assert shifted(BOARD, card, by) == {**BOARD, "now": expected}


def test_a_card_on_no_lane_has_none() -> None:
    with pytest.raises(ValueError, match="x"):
        lane_of(BOARD, "x")


def test_what_comes_first_is_pulled_forward_with_what_it_needs_itself() -> None:
    needs = {"a": ("d",), "d": ("e", "a"), "b": ("gone",)}
    assert pulled_forward(BOARD, needs, "a") == {"now": ("e", "d", "a", "b"), "next": ("c",), "later": ()}
    assert pulled_forward(BOARD, needs, "b") == BOARD


def test_what_stands_early_enough_stays_where_it_is() -> None:
    assert pulled_forward(BOARD, {"e": ("c", "d")}, "e") == BOARD


@given(
    st.lists(st.sampled_from(LANES), min_size=1, max_size=9),
    st.lists(
        st.tuples(st.integers(0, 8), st.sampled_from((*LANES, "up", "down", "pull")), st.integers(0, 8)), max_size=30
    ),
)
def test_moving_never_loses_or_doubles_a_card(lanes: list[str], moves: list[tuple[int, str, int]]) -> None:
    every = [f"card {at}" for at in range(len(lanes))]
    board = {lane: tuple(c for c, at in zip(every, lanes, strict=True) if at == lane) for lane in LANES}
    needs = {card: (every[(at * 3 + 1) % len(every)], every[-1]) for at, card in enumerate(every)}
    for at, way, other in moves:
        card, before = every[at % len(every)], every[other % len(every)]
        if way in LANES:
            board = moved(board, card, way, before)
        elif way == "pull":
            board = pulled_forward(board, needs, card)
        else:
            board = shifted(board, card, -1 if way == "up" else 1)
        assert cards(board) == sorted(every)


def test_effort_adds_up_and_what_nobody_said_counts_nothing() -> None:
    assert points(["S", "M", "L", "", "L"]) == 9
