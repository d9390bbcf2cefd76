"""Rows of a file that speak for customers who were erased: they stay out."""

from __future__ import annotations

from collections.abc import Sequence

from ..customers import customer_digests
from ..intake.rows import Answered
from ..models import Company, ErasedCustomer


def without_erased(company: Company, rows: Sequence[Answered]) -> list[Answered]:
    """The rows but for those of customers who were erased on the day of the answer or later; one query at most."""
    digests = {each.customer: customer_digests(company.workspace.code, each.customer) for each in rows}
    wanted = [one for each in digests.values() for one in each]
    if not wanted:
        return list(rows)
    mine = ErasedCustomer.objects.filter(workspace=company.workspace_id, company=company, customer__in=wanted)
    until = dict(mine.values_list("customer", "erased_on"))
    if not until:
        return list(rows)
    return [each for each in rows if not any(each.day <= until[one] for one in digests[each.customer] if one in until)]
