"""Revenue at risk: what goes with customers who leave beyond the usual, nobody counted twice (method 4.6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..maturity.lines import above
from .formulas import Segment, revenue_at_risk
from .ledger import Ledger, segments
from .parameters import SEGMENT_CHURN, SEGMENT_CUSTOMERS
from .range import Formula, Range, Values, base_values, corners

SHARED = ("margin", "retention", "risk-attribution")


def rows_of(segment: str) -> tuple[str, str]:
    """The keys of the two rows of a segment: its customers, and its churn."""
    return f"{SEGMENT_CUSTOMERS}:{segment}", f"{SEGMENT_CHURN}:{segment}"


def keys(names: Iterable[str]) -> tuple[str, ...]:
    """All rows that the revenue at risk in these segments is made of. The usual churn is what retention leaves."""
    return (*SHARED, *(key for name in names for key in rows_of(name)))


def missing(rows: Ledger) -> tuple[str, ...]:
    """The rows without which nothing is shown: `customers` too, for without it nobody knows who is counted twice."""
    names = segments(rows) or ("",)
    return tuple(key for key in ("customers", *keys(names)) if key not in rows)


def counted_twice(rows: Ledger) -> bool:
    """Whether the segments together hold more customers than there are, at the low, the base or the high."""
    parts, whole = [rows[rows_of(name)[0]] for name in segments(rows)], rows["customers"]
    return (
        above(sum(each.low for each in parts), whole.low)
        or above(sum(each.base for each in parts), whole.base)
        or above(sum(each.high for each in parts), whole.high)
    )


def at_risk(rows: Ledger) -> tuple[str, ...]:
    """The segments that leave more than usual. The others are not at risk, and never outweigh those that are."""
    usual = 1 - rows["retention"].base
    return tuple(name for name in segments(rows) if above(rows[rows_of(name)[1]].base, usual))


def formula(names: Sequence[str]) -> Formula:
    """The revenue at risk in these segments per year, as a formula on the rows that `keys` names."""

    def of(values: Values) -> float:
        found = [Segment(*(values[key] for key in rows_of(name))) for name in names]
        return values["risk-attribution"] * revenue_at_risk(found, 1 - values["retention"], values["margin"])

    return of


def range_of_risk(rows: Ledger, names: Sequence[str]) -> Range:
    """The range over all corners. Segments share no row of their own, so each is taken at its ends by itself."""
    lows, highs = [], []
    for shared in corners(rows, SHARED):
        ends = [[formula([name])({**shared, **own}) for own in corners(rows, rows_of(name))] for name in names]
        lows.append(sum(map(min, ends)))
        highs.append(sum(map(max, ends)))
    return Range(min(lows), formula(names)(base_values(rows, keys(names))), max(highs))
