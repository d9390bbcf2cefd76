"""The demo shows journeys, a plan and red flags as they would come about."""

from __future__ import annotations

import pytest

from assessments.actions.demo import open_demo
from assessments.demo.journeys import journey
from assessments.journey.findings import findings
from assessments.models import Company, Journey, PlanItem, RedFlag

CLIENTS = {"harbour": "en", "lingting": "zh-hans", "yunyan": "zh-hant"}


@pytest.mark.parametrize(("key", "language"), CLIENTS.items())
def test_every_feeling_and_pain_is_reported_by_somebody(key: str, language: str) -> None:
    found = findings(journey(key, language))
    assert found.feeling
    for each in found.map.touchpoints():
        assert each.emotion is None or (each.emotion.basis == "reported" and each.emotion.n)
    assert all(each.score for each in found.pains)


def test_the_clients_have_journeys_plans_and_flags(db: None) -> None:
    open_demo(stage="submitted", seed=1)
    for company in Company.objects.all():
        assert Journey.objects.filter(company=company).count() == 1
        (item,) = PlanItem.objects.filter(company=company, origin="journey")
        assert item.practice
        assert not RedFlag.objects.filter(company=company, flag="RF-19").exists()  # something is being done
    assert RedFlag.objects.filter(origin="measure").exists()
