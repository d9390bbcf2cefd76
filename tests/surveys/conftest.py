from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _in_no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Our tests answer at once; what happens to those who do has a test of its own."""
    monkeypatch.setattr("assessments.views.surveys.survey_open.TOO_QUICK", -1)
