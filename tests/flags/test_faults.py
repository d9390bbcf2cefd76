"""A fault in the rules of the red flags takes back nothing that a person has typed."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from assessments.actions.journeys import start_journey
from assessments.journey.templates import template
from assessments.models import Journey, RedFlag
from tests.personas import World


def test_a_journey_outlives_a_fault_in_the_rules(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(company: Any, **_more: Any) -> None:
        RedFlag.objects.create(workspace=company.workspace, company=company, flag="RF-01", origin="nobody")

    monkeypatch.setattr("assessments.actions.flags.alarms_of", broken)  # the database refuses it, within the act
    with caplog.at_level(logging.ERROR):
        start_journey(user=world.owner, company=world.company, map=template("online-order", "en"))
    assert "red flags failed" in caplog.text
    assert Journey.objects.filter(company=world.company).exists()
    assert not RedFlag.objects.exists()
