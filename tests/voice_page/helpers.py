"""Answers of customers, in the tables as every act that stores responses leaves them."""

from __future__ import annotations

import datetime
import itertools
import uuid
from collections.abc import Mapping

from django.utils import timezone

from assessments.actions.responses import NewResponse, store_responses
from assessments.models import Company

COUNTER = itertools.count()
SCALES = {"nps": ("", 0, 10), "csat": ("csat-5", 1, 5), "ces": ("ces2", 1, 7)}


def days_ago(days: int) -> datetime.date:
    return timezone.localdate() - datetime.timedelta(days=days)


def heard(
    company: Company,
    measure: str,
    counts: Mapping[int, int],
    *,
    ago: int = 3,
    touchpoint: str = "",
    segment: str = "",
    scale: tuple[str, int, int] | None = None,
) -> None:
    """So many customers gave each score, so many days ago."""
    variant, low, high = scale or SCALES.get(measure, ("", 0, 10))
    store_responses(
        company,
        "import",
        [
            NewResponse(
                measure,
                variant,
                score,
                low,
                high,
                days_ago(ago),
                f"e{next(COUNTER)}",
                uuid.uuid4(),
                touchpoint,
                segment,
            )
            for score, count in counts.items()
            for _ in range(count)
        ],
    )


def nps(promoters: int, passives: int, detractors: int) -> dict[int, int]:
    return {9: promoters, 7: passives, 3: detractors}
