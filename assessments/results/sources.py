"""An assessment as the source of a report: its answers scored, its steps, and what stands beside them.

A page, an export and the command line all come through here, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.utils import timezone

from ..content.loader import framework
from ..content.schema import Framework
from ..journey.findings import findings
from ..journey.map import JourneyMap
from ..journey.people import without_people
from ..maturity.answers import AnswerSheet
from ..maturity.nameless import nameless
from ..maturity.outside_in import compare
from ..maturity.perception import perceive
from ..maturity.scorecard import Scorecard
from ..maturity.scoring import score
from ..maturity.steps import recommend
from ..queries.beside import Beside, beside
from ..queries.plan_owners import owners_of
from ..queries.sheets import AssessmentRow, facts_of, sheet_of, sheets_of
from ..queries.style import look_of
from ..queries.voice import glance
from ..reports.build import source_of
from ..reports.document import Facts
from ..reports.outside import Outside, customers_in
from ..reports.since import for_outside
from ..reports.source import Source
from ..value.ledger import unsigned
from .since import round_before, since_last

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


def assess_rows(assessment: AssessmentRow, language: str, *, files: bool = True) -> Source:
    """The same for an assessment of the database, as of today, in the look of its workspace.

    A page does without the `files` of the look: a logo, templates.
    """
    found, today = framework(assessment.framework, assessment.framework_version), timezone.localdate()
    previous = round_before(assessment)
    sheet, *before = sheets_of([assessment, previous] if previous else [assessment])
    around = beside(assessment.company)
    source = assess(found, sheet, facts_of(assessment), language, today, _outside(assessment, today, around.journeys))
    source = _completed(source, assessment, previous, before, around)
    if files:  # documents name those who have taken steps on; a page has the plan beside it
        source = replace(source, owned=owners_of(assessment.workspace_id, assessment.company_id))
    return dressed(source, assessment, files=files)


def dressed(source: Source, assessment: AssessmentRow, *, files: bool = True) -> Source:
    """The source with the house style and the notes that the assessment has in its language."""
    look = look_of(assessment.workspace_id, assessment.pk, source.language, files=files)
    return replace(source, look=look)


def card_of(assessment: AssessmentRow) -> Scorecard:
    """The scores alone, as of today, where nobody reads a report: for lists and comparisons."""
    found = framework(assessment.framework, assessment.framework_version)
    return score(found, sheet_of(assessment), timezone.localdate())


def nameless_rows(assessment: AssessmentRow, languages: Iterable[str]) -> dict[str, Source]:
    """The same in each language, for eyes that may not see who said what: no names, and nothing that people wrote."""
    found, today = framework(assessment.framework, assessment.framework_version), timezone.localdate()
    previous = round_before(assessment)
    sheet, *before = sheets_of([assessment, previous] if previous else [assessment])
    around = beside(assessment.company)
    freed, facts = nameless(sheet), facts_of(assessment)
    nobody = _outside(assessment, today, [without_people(each) for each in around.journeys])
    made = [assess(found, freed, facts, language, today, nobody) for language in languages]
    whole = [_completed(each, assessment, previous, before, around) for each in made]
    whole = [
        replace(each, ledger=unsigned(each.ledger), since=each.since and for_outside(each.since)) for each in whole
    ]
    return {each.language: dressed(each, assessment, files=False) for each in whole}


def _completed(
    source: Source,
    assessment: AssessmentRow,
    previous: AssessmentRow | None,
    before: Sequence[AnswerSheet],
    around: Beside,
) -> Source:
    """The source with what is known besides this round: the one before with its sheet, and what it may be worth."""
    since = since_last(assessment, previous, source.card, before[0], around.done) if previous else None
    return replace(source, since=since, ledger=around.ledger, currency=assessment.company.currency)


def _outside(assessment: AssessmentRow, today: date, journeys: Iterable[JourneyMap]) -> Outside:
    """What the company’s customers said in the year up to the day of the assessment; up to today while it goes on."""
    until = assessment.held_on if assessment.state == "final" else max(assessment.held_on, today)
    voice = glance(assessment.company, until, CUSTOMERS_DAYS)
    return Outside(voice, tuple(findings(each) for each in journeys if each.stages))
