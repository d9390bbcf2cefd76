"""What somebody asks of the portfolio, read off the address: whatever it does not know is left open."""

from __future__ import annotations

from django.http import QueryDict

from ..files.text import one_line
from ..queries.portfolio import FILTERS, GROUPS, SORTS, Wanted

LONGEST = 200


def wanted_of(query: QueryDict) -> Wanted:
    """The filters, the order and the grouping of an address."""

    def chosen(name: str, allowed: object) -> str:
        value = query.get(name, "")
        return value if value in allowed else ""  # type: ignore[operator]  # any collection of words

    return Wanted(
        search=one_line(query.get("q", ""))[:LONGEST],
        **{name: chosen(name, allowed) for name, allowed in FILTERS.items()},
        sort=chosen("sort", SORTS) or "latest",
        group=chosen("group", GROUPS),
    )
