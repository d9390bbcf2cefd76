"""What a company aims at: a level, trust, scores of dimensions, stages of practices, by a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ..content.schema import Band, Framework
from ..maturity.units import BANDS

Kind = Literal["level", "trust", "band", "dimension", "practice"]


@dataclass(frozen=True, slots=True)
class Target:
    """One thing aimed at. `about` is the id of a dimension or practice, "" for the whole company.

    `value`: a level 1.., a trust index or a dimension's score 0..100, a practice's stage 1..4, or the place of a trust
    band in NPLF, 0..3. A level stands only above the gate; every other value is reached when it is reached exactly.
    """

    kind: Kind
    value: float
    about: str = ""


@dataclass(frozen=True, slots=True)
class Targets:
    """All that is aimed at together. None and missing keys: nothing is aimed at there.

    `level` 1..; `trust` the index 0..100; `band` the trust band; `dimensions` scores 0..100 of levels and factors by
    id; `practices` stages 1..4 by id; `by` the day by which it should be so, which costs nothing and so changes no set.
    """

    level: int | None = None
    trust: float | None = None
    band: Band | None = None
    dimensions: Mapping[str, float] = field(default_factory=dict)
    practices: Mapping[str, int] = field(default_factory=dict)
    by: date | None = None

    def all(self, framework: Framework) -> tuple[Target, ...]:
        """Every target by itself: level, trust and band, then dimensions and practices in the framework's order.

        Raises KeyError for a dimension or practice the framework does not know.
        """
        if unknown := (self.dimensions.keys() - framework.by_dimension) | (self.practices.keys() - framework.practices):
            raise KeyError(", ".join(sorted(unknown)))
        return tuple(self._all(framework))

    def _all(self, framework: Framework) -> Iterator[Target]:
        if self.level is not None:
            yield Target("level", self.level)
        if self.trust is not None:
            yield Target("trust", self.trust)
        if self.band is not None:
            yield Target("band", BANDS.index(self.band))
        for dimension in framework.by_dimension:
            if dimension in self.dimensions:
                yield Target("dimension", self.dimensions[dimension], dimension)
        for practice in framework.practices:
            if practice in self.practices:
                yield Target("practice", self.practices[practice], practice)
