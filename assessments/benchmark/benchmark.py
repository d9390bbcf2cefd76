"""How others stand: one’s own history, then cohorts of other companies, then published figures (method 7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from .basis import Basis
from .cells import shown_together
from .entries import Entry, history
from .views import View, view

Kind = Literal["survey", "publication", "synthetic"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A figure from outside, 0..100, never mixed with results of companies; every picture of it names its `source`.

    `kind` tells one made up for a demonstration from one measured. `n` is how many companies stand behind it, None
    where the source does not say. Raises ValueError without a source or a year, or for a value that is no score.
    """

    title: str
    value: float
    source: str
    year: int
    kind: Kind
    n: int | None = None

    def __post_init__(self) -> None:
        if not self.title.strip() or not self.source.strip():
            raise ValueError("a reference figure needs a title and a source")
        if not 0 <= self.value <= 100:
            raise ValueError(f"{self.title}: a score is 0 to 100, not {self.value}")
        if not 1900 <= self.year <= 9999 or (self.n is not None and self.n < 1):
            raise ValueError(f"{self.title}: needs the year it is of, and n above 0 where it is known")


@dataclass(frozen=True, slots=True)
class Benchmark:
    """All that one score is set beside, in this order: own results, cohorts of others, published figures."""

    history: tuple[Entry, ...]
    views: tuple[View, ...]
    references: tuple[Reference, ...]


def benchmark(
    company: str,
    own: Iterable[Entry],
    cohorts: Mapping[str, Basis],
    known: frozenset[str] = frozenset(),
    references: Iterable[Reference] = (),
) -> Benchmark:
    """What `company` may be set beside. It stands in no cohort itself, nor does any company in `known`.

    Pass as `known` every company whose results whoever looks may see, as those of their workspace. `cohorts` are the
    published ones in the order in which to show them. The last of its `own` results is compared, unless the method
    excludes it.
    """
    past = history(own, company)
    apart = known | {company}
    shown = shown_together({name: basis.companies for name, basis in cohorts.items()}, apart)
    score = past[-1].value if past and past[-1].comparable else None
    views = tuple(view(basis, apart, score, name in shown) for name, basis in cohorts.items())
    return Benchmark(past, views, tuple(references))
