"""The customers of the demo: what they answered, what they wrote, and the key figures of their year."""

from __future__ import annotations

import datetime

from .. import demo
from ..customers import customer_digest
from ..demo import customers as told
from ..models import Comment, Company, Figure, Touchpoint, User
from ..voice.comments import mood_of, searchable
from .responses import NewResponse, store_responses


def add_customers(company: Company, owner: User, key: str, seed: int, today: datetime.date) -> None:
    """Give a company of the demo its customers, within the caller's transaction."""
    within = company.workspace_id
    Touchpoint.objects.bulk_create(
        Touchpoint(workspace_id=within, company=company, name=each.name, importance=each.importance)
        for each in told.customers(key).touchpoints
    )
    said = told.said(key, seed, today)
    store_responses(company, "import", [_response(each, company) for each in said])
    Comment.objects.bulk_create(_comment(company, each) for each in said if each.text)
    sources = told.customers(key).sources
    Figure.objects.bulk_create(
        Figure(
            workspace_id=within, company=company, kind=kind, month=month, numbers=numbers,
            source=sources.get(kind, ""), entered_by=owner,
        )
        for kind, month, numbers in demo.figures(key, today)
    )  # fmt: skip


def _response(each: told.Said, company: Company) -> NewResponse:
    return NewResponse(
        measure=each.measure,
        variant=each.variant,
        score=each.score,
        scale_min=each.low,
        scale_max=each.high,
        answered_on=each.day,
        external_id=each.id,
        submission=each.submission,
        touchpoint=each.touchpoint,
        segment=each.segment,
        customer=customer_digest(company.workspace.code, each.submission.hex),
    )


def _comment(company: Company, each: told.Said) -> Comment:
    return Comment(
        workspace_id=company.workspace_id,
        company=company,
        submission=each.submission,
        text=each.text,
        search=searchable(each.text),
        answered_on=each.day,
        measure=each.measure,
        score=each.score,
        scale_min=each.low,
        scale_max=each.high,
        mood=mood_of(each.measure, each.score, each.low, each.high),
        touchpoint=each.touchpoint,
        segment=each.segment,
    )
