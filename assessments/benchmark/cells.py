"""Which cohorts may be shown beside each other: no two, and no more of them together, leave a few companies alone.

The cohorts shown cut all companies into cells: those that are in exactly the same cohorts. All that is published is
made of whole cells, so while each holds five companies, no view taken from others leaves fewer (method 3 and 7).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from .rules import LEAST


def shown_together(cohorts: Mapping[str, Collection[str]], known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The cohorts that may be shown, by name, the largest first; `cohorts` gives the companies of each.

    `known` are companies whose results whoever looks knows already, such as their own: they protect nobody. A smaller
    cohort is hidden where it or what it leaves of a larger one would be fewer than five unknown companies.
    """
    members = {name: frozenset(companies) - known for name, companies in cohorts.items()}
    cell_of: dict[str, tuple[str, ...]] = dict.fromkeys(frozenset().union(*members.values()), ())
    shown: list[str] = []
    for name in sorted(members, key=lambda each: (-len(members[each]), each)):
        if not members[name]:
            continue
        cut = {company: (*cell, name) if company in members[name] else cell for company, cell in cell_of.items()}
        sizes = Counter(cell for cell in cut.values() if cell)  # who is in no cohort shown is in no view either
        if min(sizes.values()) >= LEAST:
            cell_of = cut
            shown.append(name)
    return tuple(shown)
