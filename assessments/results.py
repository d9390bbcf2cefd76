"""Where answers meet the core: the only place that strings scoring, steps and report together.

A page, an export and the command line all come through here, so they cannot disagree.
"""

from __future__ import annotations

from datetime import date

from .content.schema import Framework
from .maturity.answers import AnswerSheet
from .maturity.scoring import score
from .maturity.steps import recommend
from .reports.build import build, source_of
from .reports.document import Facts, ReportDocument
from .reports.source import Source


def assess(framework: Framework, sheet: AnswerSheet, facts: Facts, language: str, today: date) -> Source:
    """The sheet scored and its steps recommended, ready to be written about in `language`."""
    card = score(framework, sheet, today)
    recommendations = recommend(framework, card, today, sheet.targets)
    return source_of(framework, sheet, facts, card, recommendations, language, today)


def report(framework: Framework, sheet: AnswerSheet, facts: Facts, language: str, today: date) -> ReportDocument:
    """The whole report on one answer sheet."""
    return build(assess(framework, sheet, facts, language, today))
