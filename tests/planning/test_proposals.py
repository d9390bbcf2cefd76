"""What comes along with a step that is adopted."""

from __future__ import annotations

from assessments.planning.proposals import Proposal, with_needs


def step(practice: str, lane: str, *needs: str) -> Proposal:
    return Proposal(practice, "l1", 0, 1, lane, "S", "M", needs, practice, "", ())


def taken(found: list[tuple[Proposal, str]]) -> list[tuple[str, str]]:
    return [(each.practice, lane) for each, lane in found]


def test_what_a_step_needs_comes_before_it_and_in_no_later_lane() -> None:
    known = {each.practice: each for each in (step("a", "next", "b", "c"), step("b", "later", "d"), step("c", "now"))}
    known["d"] = step("d", "later")
    assert taken(with_needs(known, "a")) == [("d", "next"), ("b", "next"), ("c", "now"), ("a", "next")]


def test_what_two_steps_need_comes_once_in_the_earlier_lane() -> None:
    known = {each.practice: each for each in (step("a", "later", "c", "b"), step("b", "now", "c"), step("c", "next"))}
    assert taken(with_needs(known, "a")) == [("c", "now"), ("b", "now"), ("a", "later")]


def test_circles_and_unknown_practices_stop_nothing() -> None:
    known = {"a": step("a", "now", "b", "gone"), "b": step("b", "later", "a")}
    assert taken(with_needs(known, "a")) == [("b", "now"), ("a", "now")]
    assert with_needs(known, "gone") == []
