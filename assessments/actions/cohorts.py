"""Taking part in the benchmark, leaving it, and publishing it for everybody on the same day."""

from __future__ import annotations

import datetime
from collections import defaultdict

from django.db import transaction
from django.utils import timezone

from ..benchmark.basis import renewed
from ..benchmark.entries import Entry
from ..models import Cohort, Company, User
from ..queries.cohorts import by_cohort, consenting, packed, published
from ..queries.standings import places_of
from .audit import record
from .standings import renew_place


@transaction.atomic
def join_benchmark(*, user: User, company: Company) -> None:
    """Let the company’s results be compared from the next publication on. Doing it twice changes nothing."""
    row = Company.objects.select_for_update().get(workspace=company.workspace_id, pk=company.pk)
    if row.compared_since is None:
        row.compared_since = timezone.now()
        row.save(update_fields=["compared_since"])
        record("benchmark-joined", row, actor=user)
    company.compared_since = row.compared_since


@transaction.atomic
def leave_benchmark(*, user: User, company: Company) -> None:
    """Publish no more of the company. What was published goes when three companies of a cohort have changed.

    Were it taken out at once, two looks at a cohort would tell what it had.
    """
    row = Company.objects.select_for_update().get(workspace=company.workspace_id, pk=company.pk)
    if row.compared_since is not None:
        row.compared_since = None
        row.save(update_fields=["compared_since"])
        record("benchmark-left", row, actor=user)
    company.compared_since = None


def publish(today: datetime.date | None = None) -> int:
    """Renew all cohorts of the installation as of today; how many have changed. Once a day: a second time does nothing.

    A cohort in which fewer than three companies have changed stays as it was published.
    """
    day = today or timezone.localdate()
    entries = _entries()
    with transaction.atomic():
        shown = published()
        if any(bases[-1].published_on >= day for bases in shown.values()):
            return 0
        new = []
        for key in sorted(entries.keys() | shown.keys()):
            before = shown.get(key, [])
            basis = renewed(before, key, entries.get(key, ()), day)
            if (basis.entries and not before) or (before and basis.entries != before[-1].entries):
                new.append(Cohort(key=key, published_on=day, entries=packed(basis)))
        Cohort.objects.bulk_create(new)
    return len(new)


def _entries() -> dict[str, list[Entry]]:
    """The results of all who take part, by cohort, computed anew where what is kept does not fit any more."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for batch in consenting():
        for place in places_of(batch):
            if not place.is_fresh:
                renew_place(place)
        for place in places_of(batch):
            for key, entry in by_cohort(place.company, place.history):
                found[key].append(entry)
    return found
