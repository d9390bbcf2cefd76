"""The customers of the demo: the same every time, plausible, and in their own language."""

from __future__ import annotations

from datetime import date

import pytest

from assessments import demo
from assessments.demo.customers import SCALES, customers, said
from assessments.voice.figures import faults

TODAY = date(2026, 11, 22)
KEYS = demo.story().companies


@pytest.mark.parametrize("key", KEYS)
def test_a_seed_always_tells_the_same(key: str) -> None:
    assert said(key, 7, TODAY) == said(key, 7, TODAY)
    assert said(key, 7, TODAY) != said(key, 8, TODAY)


@pytest.mark.parametrize("key", KEYS)
def test_every_score_is_on_its_scale_and_in_the_year(key: str) -> None:
    for each in said(key, 7, TODAY):
        assert each.low <= each.score <= each.high
        assert 0 <= (TODAY - each.day).days < 365


@pytest.mark.parametrize("key", KEYS)
def test_no_source_brings_a_score_twice(key: str) -> None:
    ids = [each.id for each in said(key, 7, TODAY)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("key", KEYS)
def test_key_figures_are_plausible(key: str) -> None:
    rows = list(demo.figures(key, TODAY))
    assert {month for _kind, month, _numbers in rows} >= {date(2025, 11, 1), date(2026, 10, 1)}
    assert [(kind, month, faults(kind, numbers)) for kind, month, numbers in rows if faults(kind, numbers)] == []


@pytest.mark.parametrize("key", KEYS)
def test_comments_name_what_there_is(key: str) -> None:
    found = customers(key)
    names = {each.name for each in found.touchpoints}
    for each in found.comments:
        assert each.touchpoint in names and each.segment in found.segments
        assert SCALES[each.measure][1] <= each.score <= SCALES[each.measure][2]
