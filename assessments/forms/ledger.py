"""The whole assumption ledger as one form: a group of rows for each figure, and room for segments."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from ..files.text import clean, one_line
from ..reports.value_words import in_percent, row_name
from ..value.ledger import Assumption, Ledger, segments
from ..value.parameters import SEGMENT_CHURN, SEGMENT_CUSTOMERS
from ..value.suggestions import SEGMENTS
from .assumptions import RowForm

PLACES = 2  # segments of one’s own that can be added at once
LONGEST, MONEY = 60, 12


class LedgerGroup(NamedTuple):
    """Rows that belong together, under a name."""

    name: str
    rows: list[RowForm]


class LedgerForm:
    """The forms of all rows, bound to what was sent or filled from the ledger there is.

    Segments of one’s own are `named` first, and have their rows then: they are kept with the first of these.
    """

    def __init__(
        self, known: Ledger, today: datetime.date, data: Mapping[str, str] | None = None, named: Sequence[str] = ()
    ) -> None:
        self.known, self.today, self.data = known, today, data
        self.currency = clean(data.get("currency", ""))[:MONEY] if data else ""
        own = [each for each in segments(known) if each not in SEGMENTS]
        names = [data.get(f"segment-{place}", "") for place in range(PLACES)] if data else [*named, *[""] * PLACES]
        self.added = [one_line(each)[:LONGEST].strip() for each in names[:PLACES]]
        self.segments = list(dict.fromkeys([*SEGMENTS, *own, *filter(None, self.added)]))
        self.groups = [LedgerGroup(name, [self._row(key) for key in keys]) for name, keys in self._groups()]

    def _groups(self) -> Iterator[tuple[str, list[str]]]:
        yield _("What a customer is worth"), ["margin", "retention", "discount"]
        yield _("Keeping more customers"), ["customers", "retention-gain", "retention-attribution"]
        kinds = (SEGMENT_CUSTOMERS, SEGMENT_CHURN)
        parts = [f"{kind}:{segment}" for segment in self.segments for kind in kinds]
        yield _("Margin at risk, by segment"), [*parts, "risk-attribution"]
        keys = ["deflection-gain", "contacts", "assisted-cost", "self-service-cost", "self-service-attribution"]
        yield _("Self-service"), keys

    def _row(self, key: str) -> RowForm:
        there = self.known.get(key)
        options: dict[str, Any] = {"prefix": key, "initial": _shown(there) if there else None, "auto_id": False}
        sent = RowForm(key, row_name(key), self.today, self.data, **options)
        if sent.is_bound and sent.is_untouched:  # as it is now, whatever it was when it was shown
            return RowForm(key, row_name(key), self.today, **options)
        return sent

    @property
    def rows(self) -> list[RowForm]:
        """Every row of every group."""
        return [row for group in self.groups for row in group.rows]

    def is_valid(self) -> bool:
        """Whether all rows that say anything say it right; each is asked, so that every fault is told."""
        return self.data is not None and not [each for each in self.rows if each.is_bound and not each.is_valid()]

    @property
    def unfilled(self) -> list[str]:
        """The segments that were named and have no row yet; call after `is_valid`."""
        filled = segments({**self.known, **{each.key: each for each in self.kept}})
        return [each for each in dict.fromkeys(self.added) if each and each not in (*SEGMENTS, *filled)]

    @property
    def renamed(self) -> str | None:
        """What money is called from now on; None where what was sent is what was shown."""
        untouched = self.data is None or self.data.get("currency-seen") == self.data.get("currency", "")
        return None if untouched else self.currency

    @property
    def faulty(self) -> list[RowForm]:
        """The rows that need another look."""
        return [each for each in self.rows if each.is_bound and each.errors]

    @property
    def kept(self) -> list[Assumption]:
        """The rows to keep; call after `is_valid`."""
        return [each.row for each in self.rows if each.row is not None]

    @property
    def removed(self) -> set[str]:
        """The rows that were emptied."""
        return {each.key for each in self.rows if each.is_bound and each.is_empty} & self.known.keys()


def _shown(row: Assumption) -> dict[str, object]:
    scale = 100 if in_percent(row.key) else 1
    numbers = {name: f"{round(getattr(row, name) * scale, 6):.12g}" for name in ("low", "base", "high")}
    return {**numbers, "source": row.source, "detail": row.detail, "owner": row.owner, "noted_on": row.noted_on}
