"""How others stand: one’s own history, then cohorts of other companies (method 7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .basis import Basis
from .cells import shown_together
from .entries import Entry, history
from .views import View, view


@dataclass(frozen=True, slots=True)
class Benchmark:
    """All that one score is set beside: own results, then cohorts of others."""

    history: tuple[Entry, ...]
    views: tuple[View, ...]


def benchmark(
    company: str,
    own: Iterable[Entry],
    cohorts: Mapping[str, Basis],
    known: frozenset[str] = frozenset(),
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
    return Benchmark(past, views)
