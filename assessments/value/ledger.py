"""The assumption ledger: every number behind a worth, from where, since when, by whom, and how sure (method 4.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import isfinite
from typing import Literal, get_args

from .parameters import PARAMETERS, SEGMENT_CHURN, SEGMENT_CUSTOMERS

Source = Literal["own-data", "finance", "assumption"]


@dataclass(frozen=True, slots=True)
class Assumption:
    """One row: a key of PARAMETERS (of a segment: `segment-churn:detractors`), its value as low <= base <= high.

    `source` is the kind of source and `detail` names it, `noted_on` the day, `owner` who answers for it. Raises
    ValueError for what cannot be, for a row without an owner, and for a mere assumption that claims to be exact.
    """

    key: str
    low: float
    base: float
    high: float
    source: Source
    noted_on: date
    owner: str
    detail: str = ""

    def __post_init__(self) -> None:
        kind, colon, segment = self.key.partition(":")
        of_segment = kind in (SEGMENT_CUSTOMERS, SEGMENT_CHURN)
        if kind not in PARAMETERS or bool(colon) != of_segment or bool(segment.strip()) != of_segment:
            raise ValueError(f"{self.key!r} is no parameter of a worth")
        if not all(map(isfinite, (self.low, self.base, self.high))) or not self.low <= self.base <= self.high:
            raise ValueError(f"{self.key}: give numbers with low <= base <= high")
        if not PARAMETERS[kind].least <= self.low <= self.high <= PARAMETERS[kind].most:
            raise ValueError(f"{self.key}: lies outside {PARAMETERS[kind].least:g} to {PARAMETERS[kind].most:g}")
        if self.source not in get_args(Source) or not self.owner.strip():
            raise ValueError(f"{self.key}: needs a source ({', '.join(get_args(Source))}) and an owner")
        if self.source == "assumption" and self.low == self.high:
            raise ValueError(f"{self.key}: an assumption is not exact, so its low and its high differ")


Ledger = Mapping[str, Assumption]


def ledger(rows: Iterable[Assumption]) -> Ledger:
    """The rows by key, in their order. Raises ValueError where a key stands twice: one would be forgotten."""
    found: dict[str, Assumption] = {}
    for row in rows:
        if row.key in found:
            raise ValueError(f"{row.key} stands in the ledger twice")
        found[row.key] = row
    return found


def unsigned(rows: Ledger) -> Ledger:
    """The same numbers without who answers for them and what they wrote, for readers who may see no names."""
    return {key: replace(row, owner="–", detail="") for key, row in rows.items()}


def segments(rows: Ledger) -> tuple[str, ...]:
    """The names of all segments that any row speaks of, in order."""
    parts = (key.partition(":") for key in rows)
    return tuple(dict.fromkeys(segment for _, _, segment in parts if segment))
