"""The demo shows journeys, a plan and red flags as they would come about."""

from __future__ import annotations

import pytest

from assessments.demo.journeys import journey
from assessments.journey.findings import findings

CLIENTS = {"harbour": "en", "lingting": "zh-hans", "yunyan": "zh-hant"}


@pytest.mark.parametrize(("key", "language"), CLIENTS.items())
def test_every_feeling_and_pain_is_reported_by_somebody(key: str, language: str) -> None:
    found = findings(journey(key, language))
    assert found.feeling
    for each in found.map.touchpoints():
        assert each.emotion is None or (each.emotion.basis == "reported" and each.emotion.n)
    assert all(each.score for each in found.pains)
