"""Where answers meet the core: the only place that strings scoring, steps and report together.

A page, an export and the command line all come through here, so they cannot disagree.
"""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from .content.loader import framework
from .content.schema import Framework
from .maturity.answers import AnswerSheet
from .maturity.scoring import score
from .maturity.steps import recommend
from .queries.sheets import AssessmentRow, facts_of, sheet_of
from .reports.build import source_of
from .reports.document import Facts
from .reports.source import Source


def assess(framework: Framework, sheet: AnswerSheet, facts: Facts, language: str, today: date) -> Source:
    """The sheet scored and its steps recommended, ready to be written about in `language`."""
    card = score(framework, sheet, today)
    recommendations = recommend(framework, card, today, sheet.targets)
    return source_of(framework, sheet, facts, card, recommendations, language, today)


def assess_rows(assessment: AssessmentRow, language: str) -> Source:
    """The same for an assessment of the database, as of today."""
    found = framework(assessment.framework, assessment.framework_version)
    return assess(found, sheet_of(assessment), facts_of(assessment), language, timezone.localdate())
