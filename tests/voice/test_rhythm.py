"""How often one person may be asked: relationship surveys 180 days apart, transactional ones 90; the former win."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assessments.voice.rhythm import AskedOn, kind_of, wait_of

TODAY = date(2026, 11, 22)
KINDS = ("nps", "trust", "csat", "ces")
asked = some.builds(
    AskedOn, some.sampled_from(KINDS), some.integers(0, 400).map(lambda days: TODAY - timedelta(days=days))
)


@pytest.mark.parametrize(
    ("kind", "before", "days"),
    [
        ("nps", "nps", 180),
        ("nps", "trust", 180),
        ("trust", "nps", 180),
        ("csat", "csat", 90),
        ("csat", "ces", 90),
        ("ces", "csat", 90),
        ("csat", "nps", 90),
        ("ces", "trust", 90),
    ],
)
def test_the_days_between(kind: str, before: str, days: int) -> None:
    exactly = [AskedOn(before, TODAY - timedelta(days=days))]
    too_soon = [AskedOn(before, TODAY - timedelta(days=days - 1))]
    assert wait_of(kind, exactly, TODAY) is None
    wait = wait_of(kind, too_soon, TODAY)
    assert wait and wait.until == TODAY + timedelta(days=1) and wait.because == too_soon[0]


@pytest.mark.parametrize("kind", ["nps", "trust"])
@pytest.mark.parametrize("before", ["csat", "ces"])
def test_a_relationship_survey_wins(kind: str, before: str) -> None:
    assert wait_of(kind, [AskedOn(before, TODAY)], TODAY) is None


def test_the_example_of_the_preview() -> None:
    wait = wait_of("nps", [AskedOn("nps", date(2026, 6, 3))], date(2026, 11, 29))
    assert wait and wait.until == date(2026, 11, 30)


@given(some.sampled_from(KINDS), some.lists(asked))
def test_who_waits_may_be_asked_on_that_day_and_not_before(kind: str, before: list[AskedOn]) -> None:
    wait = wait_of(kind, before, TODAY)
    if wait is None:
        return
    assert wait.until > TODAY
    assert wait_of(kind, before, wait.until) is None
    assert wait_of(kind, before, wait.until - timedelta(days=1)) is not None


@given(some.sampled_from(KINDS), some.lists(asked), asked)
def test_being_asked_more_never_shortens_the_wait(kind: str, before: list[AskedOn], more: AskedOn) -> None:
    short, long = wait_of(kind, before, TODAY), wait_of(kind, [*before, more], TODAY)
    assert short is None or (long is not None and long.until >= short.until)


def test_measures_belong_to_kinds() -> None:
    measures = ("nps", "csat", "ces", "trust-int", "trust-out")
    assert [kind_of(each) for each in measures] == ["nps", "csat", "ces", "trust", "trust"]
