"""The plans of the demo: steps of the last report, some done, some late, some without an owner, and a gap accepted."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import override

from ..demo.plans import Work, plan
from ..models import Company, PlanItem, User
from ..planning.proposals import Proposal
from ..queries.plan_steps import reported
from ..results.proposals import reckoned
from .plan import add_plan_item
from .plan_adopt import accept_gap, adopt_steps

DAY = datetime.timedelta(days=1)


def add_plan(company: Company, owner: User, key: str, language: str, today: datetime.date) -> None:
    """Give a company of the demo its plan, within the caller’s transaction, in the language of its people."""
    work, accepted = plan(key)
    assessment = reported(company)
    if assessment is None:
        return
    with override(language):
        steps = reckoned(assessment, language)
    for each in work:
        if each.practice in steps:
            step: Proposal = steps[each.practice]
            made = adopt_steps(user=owner, assessment=assessment, steps=[(step, step.lane)])
            _tell(made[0], each, owner, today)
        elif each.title:
            more: dict[str, Any] = {"lane": each.lane, "effort": each.effort, "impact": each.impact}
            more["signal"] = each.signal
            item = add_plan_item(user=owner, company=company, title=each.title, **more)
            _tell(item, each, owner, today)
    if accepted.practice in steps:
        review_on = today + accepted.days * DAY
        step = steps[accepted.practice]
        accept_gap(user=owner, assessment=assessment, step=step, reason=accepted.reason, review_on=review_on)


def _tell(item: PlanItem, work: Work, owner: User, today: datetime.date) -> None:
    """Fill in who does it and when; what has begun came into the plan then."""
    item.state, item.owner, item.note, item.links = work.state, work.owner, work.note, list(work.links)
    item.owner_email = owner.email if work.mine else ""
    item.starts_on, item.due_on = _day(work.starts, today), _day(work.due, today)
    item.done_on = _day(work.done, today)
    item.save()
    begun = min(timezone.now(), timezone.now() + (work.starts or 0) * DAY)
    PlanItem.objects.filter(workspace=item.workspace_id, pk=item.pk).update(created_at=begun)


def _day(days: int | None, today: datetime.date) -> datetime.date | None:
    return None if days is None else today + days * DAY
