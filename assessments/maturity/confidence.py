"""How sure the result is: the worst of five grades (method 1.6)."""

from __future__ import annotations

from datetime import date

from ..content.schema import Framework
from .anonymity import groups_of
from .answers import AnswerSheet, counted
from .lines import above, below
from .scorecard import Confidence, Criterion, Grade, PracticeScore

GRADES: tuple[Grade, ...] = ("high", "medium", "low")


def grade_confidence(
    framework: Framework, sheet: AnswerSheet, practices: dict[str, PracticeScore], today: date
) -> Confidence:
    """The confidence grade of a sheet scored on `today`."""
    limits = framework.thresholds.confidence
    days = max(0, (today - sheet.held_on).days)
    criteria = (
        _at_least("coverage", _coverage(practices), limits.coverage),
        _at_least("evidence", _evidence(practices), limits.evidence),
        _at_least("breadth", _breadth(framework, sheet, practices), limits.breadth),
        _at_most("disagreement", _disagreement(practices), limits.disagreement),
        _at_most("freshness", days, limits.freshness),
    )
    return Confidence(max((each.grade for each in criteria), key=GRADES.index), criteria)


def _coverage(practices: dict[str, PracticeScore]) -> float:
    """The answered share of applicable practices, 0..1."""
    applicable = [each for each in practices.values() if each.applicable]
    return sum([each.stage is not None for each in applicable]) / len(applicable) if applicable else 0.0


def _evidence(practices: dict[str, PracticeScore]) -> float | None:
    """The share of answers at stages that need evidence which have a note or link; None where nobody claims as much."""
    claims = sum([each.claims for each in practices.values()])
    return sum([each.backed for each in practices.values()]) / claims if claims else None


def _breadth(framework: Framework, sheet: AnswerSheet, practices: dict[str, PracticeScore]) -> int:
    """The number of role groups in which somebody gave an answer that counts in the score."""
    return len(
        {
            group
            for respondent in sheet.respondents
            if any(
                counted(framework, answer) is not None for key, answer in respondent.answers.items() if key in practices
            )
            for group in groups_of(respondent.group)
        }
    )


def _disagreement(practices: dict[str, PracticeScore]) -> float | None:
    """The share of answered practices on which opinions differ; None while no practice has enough answers to tell.

    A stage that a review agreed on is nobody's opinion: what nobody answered does not make the share smaller.
    """
    shown = [each.spread for each in practices.values() if each.spread]
    answered = sum([each.answered > 0 for each in practices.values()])
    return sum([each.disagreement is True for each in shown]) / answered if shown else None


def _at_least(id: str, value: float | None, limits: tuple[float, float]) -> Criterion:
    if value is None:
        return Criterion(id, None, "high")  # type: ignore[arg-type]  # ids are the literals above
    return Criterion(id, value, GRADES[sum(below(value, limit) for limit in limits)])  # type: ignore[arg-type]  # as above


def _at_most(id: str, value: float | None, limits: tuple[float, float]) -> Criterion:
    if value is None:
        return Criterion(id, None, "high")  # type: ignore[arg-type]  # as above
    return Criterion(id, value, GRADES[sum(above(value, limit) for limit in limits)])  # type: ignore[arg-type]  # as above
