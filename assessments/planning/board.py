"""The lanes of a plan as plain lists: moving a card, and putting first what has to come first."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

LANES: Final = ("now", "next", "later")
POINTS: Final = {"S": 1, "M": 2, "L": 3}

Card = TypeVar("Card", bound=Hashable)
Lanes = dict[str, tuple[Card, ...]]


def moved(board: Mapping[str, Sequence[Card]], card: Card, lane: str, before: Card | None = None) -> Lanes[Card]:
    """The board with `card` in `lane`, before the card `before`, or last where that is not in the lane.

    A card that is not on the board comes onto it. ValueError for a lane that does not exist.
    """
    if lane not in LANES:
        raise ValueError(lane)
    left: dict[str, list[Card]] = {each: [key for key in board.get(each, ()) if key != card] for each in LANES}
    target = left[lane]
    at = target.index(before) if before is not None and before in target else len(target)
    target.insert(at, card)
    return {each: tuple(keys) for each, keys in left.items()}


def shifted(board: Mapping[str, Sequence[Card]], card: Card, by: int) -> Lanes[Card]:
    """The board with `card` `by` places further down its lane (negative: up), as far as the lane goes."""
    lane = lane_of(board, card)
    keys = [key for key in board[lane] if key != card]
    keys.insert(max(0, list(board[lane]).index(card) + by), card)
    return {each: tuple(keys if each == lane else board.get(each, ())) for each in LANES}


def lane_of(board: Mapping[str, Sequence[Card]], card: Card) -> str:
    """The lane a card stands in; ValueError where it is on no lane."""
    for lane in LANES:
        if card in board.get(lane, ()):
            return lane
    raise ValueError(card)


def pulled_forward(
    board: Mapping[str, Sequence[Card]], needs: Mapping[Card, Iterable[Card]], card: Card
) -> Lanes[Card]:
    """The board with all that `card` needs, and what that needs, in no later lane than `card`.

    What is pulled stands right before whatever asked for it. A need that is on no lane, or asks for itself in a
    circle, is passed over.
    """
    return _pulled({each: tuple(board.get(each, ())) for each in LANES}, needs, card, frozenset())


def _pulled(
    board: Lanes[Card], needs: Mapping[Card, Iterable[Card]], card: Card, asked: frozenset[Card]
) -> Lanes[Card]:
    asked |= {card}
    for need in needs.get(card, ()):
        if need in asked or not any(need in keys for keys in board.values()):
            continue
        lane = lane_of(board, card)
        if LANES.index(lane_of(board, need)) > LANES.index(lane):
            board = moved(board, need, lane, card)
        board = _pulled(board, needs, need, asked)
    return board


def points(efforts: Iterable[str]) -> int:
    """The effort points of a lane: small 1, medium 2, large 3; an effort that nobody said counts nothing."""
    return sum(POINTS.get(each, 0) for each in efforts)
