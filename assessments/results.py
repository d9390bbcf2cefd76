"""Where answers meet the core: the only place that strings scoring, steps and report together.

A page, an export and the command line all come through here, so they cannot disagree.
"""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from .content.loader import framework
from .content.schema import Framework
from .journey.findings import findings
from .maturity.answers import AnswerSheet
from .maturity.outside_in import compare
from .maturity.perception import perceive
from .maturity.scoring import score
from .maturity.steps import recommend
from .queries.journeys import journeys_of
from .queries.sheets import AssessmentRow, facts_of, sheet_of
from .queries.voice import glance
from .reports.build import source_of
from .reports.document import Facts
from .reports.outside import Outside, customers_in
from .reports.source import Source

CUSTOMERS_DAYS = 365


def assess(
    framework: Framework, sheet: AnswerSheet, facts: Facts, language: str, today: date, outside: Outside | None = None
) -> Source:
    """The sheet scored and its steps recommended, ready to be written about in `language`.

    `outside` is what customers say and where; None where there is nobody whose customers could be known.
    """
    card, seen = score(framework, sheet, today), perceive(framework, sheet)
    compared = compare(framework, card, seen, customers_in(framework, outside))
    customers_see_less = {each.id: each.difference for each in compared.over}
    recommendations = recommend(framework, card, today, sheet.targets, customers_see_less)
    return source_of(framework, sheet, facts, card, recommendations, language, today, seen, compared, outside)


def assess_rows(assessment: AssessmentRow, language: str) -> Source:
    """The same for an assessment of the database, as of today."""
    found, today = framework(assessment.framework, assessment.framework_version), timezone.localdate()
    return assess(found, sheet_of(assessment), facts_of(assessment), language, today, _outside(assessment, today))


def _outside(assessment: AssessmentRow, today: date) -> Outside:
    """What the company’s customers said in the year up to the day of the assessment; up to today while it goes on."""
    until = assessment.held_on if assessment.state == "final" else max(assessment.held_on, today)
    voice = glance(assessment.company, until, CUSTOMERS_DAYS)
    return Outside(voice, tuple(findings(each.map) for each in journeys_of(assessment.company)))
