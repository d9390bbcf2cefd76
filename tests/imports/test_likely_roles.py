"""What a column’s name and first values make likely; a person confirms it."""

from __future__ import annotations

import pytest
from django.utils import translation

from assessments.content.schema import LANGUAGES
from assessments.intake.roles import MEASURED, likely_role
from assessments.words.labels import COLUMN_ROLES


@pytest.mark.parametrize(
    ("name", "values", "role"),
    [
        ("NPS", ["9", "10"], "nps"),
        ("满意度", ["4", "5"], "csat-5"),
        ("CSAT", ["9", "3"], "csat-10"),
        ("NPS (0–10)", ["9", "3"], "nps"),
        ("省力度", ["6", "7"], "ces2"),
        ("費力度", ["1", "4"], "ces1"),
        ("Effort", ["2", "5"], "ces1"),
        ("Effort", ["6", "7"], ""),
        ("How much effort did it take?", ["1", "2"], "ces1"),
        ("評分日期", ["2026-11-01"], "date"),
        ("回答日期", ["2026-11-01"], "date"),  # what we call it ourselves
        ("回答编号", ["A1"], "id"),
        ("顧客留言", ["很好"], "comment"),
        ("電子郵件地址", ["a@example.net"], "customer"),
        ("Why did you give this score?", ["slow", "rude"], "comment"),
        ("Why did you give this score?", ["1", "2"], ""),
        ("Is there anything else you would like to tell us?", ["no"], "comment"),
        ("Q4: 还有什么想对我们说的？", ["很好", ""], "comment"),
        ("Colour", ["red"], ""),
        ("Effort", ["²", "①", "9" * 5000, "2"], "ces1"),  # digits to Python, numbers to nobody
    ],
)
def test_a_name_makes_a_role_likely(name: str, values: list[str], role: str) -> None:
    assert likely_role(name, values) == role


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_page_calls_a_column_is_understood(language: str) -> None:
    with translation.override(language):
        for role, name in COLUMN_ROLES.items():
            scores = [str(each) for each in MEASURED[role][2:]] if role in MEASURED else []
            assert likely_role(str(name), scores) == role, name
