"""Everything that one company is set beside, for one person who looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..benchmark.benchmark import Benchmark, benchmark
from ..benchmark.entries import Entry
from ..benchmark.percentiles import Quartiles, quartiles
from ..models import Company, Standing, User
from .benchmark_figures import FIGURES
from .cohorts import entries_of, known_to, latest

OWN_LEAST = 2  # fewer companies of one’s own have no middle


@dataclass(frozen=True, slots=True)
class Own:
    """The other companies of the workspace, all of which whoever looks may open: how many, and their quartiles."""

    n: int
    quartiles: Quartiles | None


def benchmarks_of(company: Company, standings: Sequence[Standing], user: User) -> dict[str, Benchmark]:
    """What each figure is set beside: the company’s own results, and every cohort of the installation; two statements.

    All cohorts go in, although a page shows three: which of them may be shown is decided for every page together, so
    that nobody subtracts those of one company from those of another. None where the company takes no part itself.
    `standings` are its own, newest first, each with its round.
    """
    own: dict[str, list[Entry]] = {figure: [] for figure in FIGURES}
    for figure, _frame, _version, entry in entries_of(company, standings):
        own[figure].append(entry)
    newest = standings[0] if standings and company.compared_since else None
    bases = latest(newest.framework, newest.framework_version) if newest else {}
    known = known_to(user) if bases else frozenset()
    code = company.code.hex
    return {figure: benchmark(code, own[figure], bases.get(figure, {}), known) for figure in FIGURES}


def own_companies(company: Company) -> dict[str, Own]:
    """The other companies of the workspace whose figures are those of now: experience and trust; one statement."""
    rows = Company.objects.filter(workspace=company.workspace_id, deleted_at=None, counted_at__isnull=False)
    told = list(rows.exclude(pk=company.pk).values_list("last_experience", "last_trust"))
    columns = {"experience": [each for each, _trust in told], "trust": [each for _experience, each in told]}
    return {figure: _own([each for each in values if each is not None]) for figure, values in columns.items()}


def _own(values: Sequence[float]) -> Own:
    return Own(len(values), quartiles(values) if len(values) >= OWN_LEAST else None)
