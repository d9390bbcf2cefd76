"""What is compared between companies, and among whom: the names under which it is published."""

from __future__ import annotations

from ..content.loader import framework
from ..models import Standing
from ..reports.charts.shapes import FACTORS, LEVELS

# Scores of 100: the mean of the levels, the trust index, each level and factor. No price, cost or plan is among them.
FIGURES = ("experience", "trust", *LEVELS, *FACTORS)
ALL = "all"


def value_of(standing: Standing, figure: str) -> float | None:
    """One figure of a result; None where it is not rated."""
    if figure == "experience":
        return (
            standing.average if all(standing.scores.get(each.id) is not None for each in framework().levels) else None
        )
    found: float | None = standing.trust if figure == "trust" else standing.scores.get(figure)
    return found


def is_comparable(standing: Standing, figure: str) -> bool:
    """Whether the method lets it be compared: a full result, no practice of it said not to apply, the whole set asked.

    The assessment must have come along.
    """
    row = standing.assessment
    if row.state != "final" or row.practice_set != "full":
        return False
    frame = framework(standing.framework, standing.framework_version)
    within = {
        "experience": [each.id for each in frame.levels],
        "trust": [each.id for each in frame.factors],
    }.get(figure, [figure])
    return not set(within) & set(standing.apart)


def cohorts_of(industry: str, size: str) -> list[str]:
    """The cohorts that a company is in: everybody, its industry, its size."""
    return [ALL, *([f"industry:{industry}"] if industry else []), *([f"size:{size}"] if size else [])]


def key_of(framework_id: str, version: int, figure: str, cohort: str) -> str:
    """The name under which a basis is kept."""
    return f"{framework_id}-{version}/{figure}/{cohort}"
