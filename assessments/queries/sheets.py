"""Rows in, values out: the answer sheet and the facts of an assessment, as the core and the report want them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from django.db import connection
from django.db.models import Value
from django.utils.timezone import localdate

from ..content.loader import framework
from ..maturity import answers as value
from ..maturity.anonymity import anonymous_sheet
from ..models import ANSWER_FIELDS, OPEN_STATES, AgreedStage, Answer, Assessment, RedFlag, Respondent
from ..reports.document import Facts
from .stamps import ANSWERS, REPORT, TOGETHER, stamp_from, versions

# By hand, because every opening of a report asks it: what it is about, what is agreed, who answers, and whether any
# answer has changed. The people of a round come as one text: hundreds of rows would take longer than all the rest.
STATE = f"""
SELECT b.*, c.name, c.industry, c.size, c.customers_at, c.currency, w.name, {versions(REPORT)},
    (SELECT {{together}}(said, %s) FROM (
        SELECT r.id || %s || r.name || %s || r."group" || %s || COALESCE(r.erased_at || '', '') || %s
            || {ANSWERS} AS said
        FROM assessments_respondent r WHERE r.workspace_id = b.workspace_id AND r.assessment_id = b.id
        ORDER BY r.id) people)
FROM assessments_assessment b
JOIN assessments_company c ON c.id = b.company_id
JOIN assessments_workspace w ON w.id = b.workspace_id
WHERE b.workspace_id = %s AND b.id IN (%s, (SELECT previous_id FROM assessments_assessment WHERE id = %s))
ORDER BY b.id
"""  # noqa: S608 - words of ours
APART = "\x1f"  # which no name has in it

AssessmentRow = Assessment  # the name under which views and results may speak of a row without importing models


class Stateful(Protocol):
    """An assessment, or somebody's place in one."""

    @property
    def anonymous(self) -> bool: ...
    @property
    def state(self) -> str: ...


def is_sealed(assessment: Stateful) -> bool:
    """Whether nobody may see results yet: an anonymous assessment before its review.

    What it says before and after one person's answers would tell what they have said.
    """
    return assessment.anonymous and assessment.state in OPEN_STATES


def sheet_of(assessment: AssessmentRow) -> value.AnswerSheet:
    """Everything that was answered and agreed; three queries, however many respondents.

    The one door to what people said: of an anonymous assessment only what may be shown comes through it, and nothing
    while it is sealed.
    """
    return sheets_of((assessment,))[0]


def sheets_of(
    assessments: Sequence[AssessmentRow], people: Sequence[Respondent] | None = None
) -> list[value.AnswerSheet]:
    """The same of several rounds of one company, through the same door; three queries, however many there are.

    Two where the `people` of these rounds, in the order in which they came, have been read already.
    """
    shown = [each for each in assessments if not is_sealed(each)]
    keys = {each.pk for each in shown}
    known = _respondents(shown) if people is None else [each for each in people if each.assessment_id in keys]
    told = _told(assessments, known)
    return [
        anonymous_sheet(framework(each.framework, each.framework_version), sheet, each.minimum_group)
        if each.anonymous
        else sheet
        for each, sheet in zip(assessments, told, strict=True)
    ]


def own_sheet_of(assessment: AssessmentRow, user_id: int | None) -> value.AnswerSheet:
    """What this person said themselves, even in an anonymous assessment, and what was agreed; three queries."""
    people = _respondents([assessment])
    return _told([assessment], [each for each in people if user_id and each.user_id == user_id])[0]


def _told(assessments: Sequence[AssessmentRow], people: list[Respondent]) -> list[value.AnswerSheet]:
    given: dict[int, dict[str, value.Answer]] = {each.pk: {} for each in people}
    agreed: dict[int, dict[str, value.Agreed]] = {}
    for of, settled, practice, stage, dont_know, not_applicable, note, evidence in _said(assessments, given):
        if settled:
            agreed.setdefault(of, {})[practice] = value.Agreed(stage, note)
        else:
            given[of][practice] = value.Answer(stage, dont_know, not_applicable, note, evidence)
    flags = _flags(assessments)
    return [
        value.AnswerSheet(
            respondents=tuple(
                value.Respondent(each.name, each.group, given[each.pk])
                for each in people
                if each.assessment_id == row.pk
            ),
            held_on=row.held_on,
            practice_set=row.practice_set,
            red_flags=frozenset(row.red_flags),
            targets=row.targets,
            agreed=agreed.get(row.pk, {}),
            raised=tuple(_raised(row, flags)),
        )
        for row in assessments
    ]


def _said(assessments: Sequence[AssessmentRow], people: Iterable[int]) -> Iterable[tuple[Any, ...]]:
    """Every answer of these people, by respondent, and what each review settled on and has not taken back, by
    assessment: whose, whether settled, practice, stage, don’t know, not applicable, note or reason, evidence."""
    within = assessments[0].workspace_id
    answers = Answer.objects.filter(workspace=within, respondent__in=list(people)).values_list(
        "respondent_id", Value(value=False), "practice", *ANSWER_FIELDS
    )
    settled = AgreedStage.objects.filter(workspace=within, assessment__in=assessments, stage__isnull=False)
    return answers.union(
        settled.values_list(
            "assessment_id", Value(value=True), "practice", "stage", Value(value=False), Value(""), "reason", Value("")
        ),
        all=True,
    )


def _flags(assessments: Sequence[AssessmentRow]) -> list[RedFlag]:
    """The company’s red flags that are open; where one of these is final, those that were closed as well."""
    first = assessments[0]
    rows = RedFlag.objects.filter(workspace=first.workspace_id, company=first.company_id)
    if not any(each.state == "final" for each in assessments):
        rows = rows.filter(closed_at=None)
    return list(rows.order_by("flag", "raised_at"))


def _raised(assessment: AssessmentRow, flags: Iterable[RedFlag]) -> Iterable[value.RaisedFlag]:
    """The company’s red flags that are open; of a final assessment those that were open when it became final."""
    then = assessment.updated_at
    for each in flags:
        if assessment.state == "final":
            counts = each.raised_at <= then and (each.closed_at is None or each.closed_at > then)
        else:
            counts = each.closed_at is None
        if counts:
            yield value.RaisedFlag(each.flag, each.origin, localdate(each.raised_at), each.evidence, each.numbers)


def facts_of(assessment: AssessmentRow) -> Facts:
    """What is known of the assessment besides its answers; no query when company and workspace came along."""
    company = assessment.company
    return Facts(
        company=company.name,
        industry=company.industry,
        size=company.size,
        title=assessment.title,
        held_on=assessment.held_on,
        prepared_by=assessment.workspace.name,
    )


def stamp_of(workspace_id: int, assessment_id: int) -> str:
    """A short text that changes whenever anything the report is made of changes, the round before it too; one query."""
    which = (workspace_id, assessment_id, assessment_id)
    with connection.cursor() as cursor:
        cursor.execute(STATE.format(together=TOGETHER[connection.vendor]), (*[APART] * 5, *which))
        return stamp_from(cursor.fetchall())


def _respondents(assessments: Sequence[AssessmentRow]) -> list[Respondent]:
    if not assessments:
        return []
    found = Respondent.objects.filter(workspace=assessments[0].workspace_id, assessment__in=assessments).order_by("pk")
    return list(found.only("pk", "name", "group", "user_id", "assessment_id"))
