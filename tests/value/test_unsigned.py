"""The ledger for readers who may see no names."""

from datetime import date

from assessments.value.ledger import Assumption, ledger, unsigned


def test_numbers_stay_and_names_go():
    rows = ledger([Assumption("margin", 95, 110, 130, "finance", date(2026, 11, 2), "Dora Wong", "Cards of Dora")])
    (row,) = unsigned(rows).values()
    assert (row.low, row.base, row.high, row.source, row.noted_on) == (95, 110, 130, "finance", date(2026, 11, 2))
    assert "Dora" not in repr(row)
