"""What the last report of a company proposes, for the pages of its plan."""

from __future__ import annotations

from typing import Any

from ...queries.plan_steps import reported
from ...results.proposals import Proposals, proposals_of
from ...words.reader import reader_language


def proposed(company: Any) -> tuple[Any, Proposals]:
    """The last assessment that has a report, None where there is none, and its steps by practice; two queries."""
    assessment = reported(company)
    return assessment, proposals_of(assessment, reader_language()) if assessment else {}
