"""Before a review ends: what comes now and has no owner or no date, or, where nothing was adopted, the first steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from ...actions.plan import update_plan_item
from ...actions.plan_adopt import adopt_steps
from ...forms.plan_owner import OwnerForm
from ...planning.proposals import Proposal
from ...queries.plan import ACTIVE, plan_of, seen_of
from ...results.proposals import proposals_of
from ...words.reader import reader_language

FIRST_STEPS = 3


@dataclass
class Ask:
    """A row of the question: an item of the plan, or a step to adopt."""

    title: str
    practice: str
    form: OwnerForm
    item: Any = None
    step: Proposal | None = None


def asks_of(request: HttpRequest, assessment: Any) -> list[Ask]:
    """The rows, with what was typed; two queries, and four where nothing is planned."""
    data = request.POST if request.method == "POST" else None
    active = [row.item for row in plan_of(assessment.company) if row.item.state in ACTIVE]
    if active:
        open = (each for each in active if each.lane == "now" and not (each.owner and each.due_on))
        return [_of_item(data, each) for each in open]
    steps = [each for each in proposals_of(assessment, reader_language()).values() if each.lane == "now"]
    return [
        Ask(each.title, each.practice, OwnerForm(data, prefix=each.practice), step=each) for each in steps[:FIRST_STEPS]
    ]


def _of_item(data: Any, item: Any) -> Ask:
    known = {field: getattr(item, field) for field in OwnerForm.base_fields}
    return Ask(item.title, item.practice, OwnerForm(data, prefix=str(item.code), initial=known), item=item)


def answered(asks: list[Ask], *, knowingly: bool) -> bool:
    """Whether the review may end: everything is valid, and complete unless somebody goes on knowingly.

    Of steps that nobody has adopted one with an owner and a date is enough.
    """
    if not all(each.form.is_valid() for each in asks):
        return False
    complete = [each.form.is_complete for each in asks]
    return knowingly or not asks or (all(complete) if asks[0].item else any(complete))


def settle(user: Any, assessment: Any, asks: list[Ask]) -> None:
    """Keep what was said; a step is adopted where something was said of it. NewerItem where somebody was quicker."""
    for each in asks:
        said = each.form.cleaned_data
        if each.item:
            update_plan_item(user=user, item=each.item, seen=seen_of(each.item), said=said)
        elif each.step and each.form.is_filled:
            for item in adopt_steps(user=user, assessment=assessment, steps=[(each.step, each.step.lane)]):
                update_plan_item(user=user, item=item, said=said)
