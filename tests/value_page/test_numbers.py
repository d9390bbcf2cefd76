"""Numbers of the ledger as people type them: thousands may be set apart, a comma is never guessed to be a decimal."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from assessments.forms.assumptions import NumberField


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12,000", 12000),
        ("1,234,567.5", 1234567.5),
        ("12 000", 12000),
        ("12\u202f000", 12000),
        ("-1,200", -1200),
        ("0.5", 0.5),
        ("120", 120),
        ("0", 0),
        ("", None),
    ],
)
def test_thousands_may_be_set_apart(typed: str, meant: float | None) -> None:
    assert NumberField(required=False).clean(typed) == meant


@pytest.mark.parametrize("typed", ["0,5", "12,00", "1,2345", "1,200,", "much", "nan", "1e400"])
def test_what_may_be_meant_otherwise_is_asked_again(typed: str) -> None:
    with pytest.raises(ValidationError):
        NumberField(required=False).clean(typed)
