"""What our e-mail says of plans: a reminder of what is due, and how the plans of a week stand."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from ..models import Company, Membership, Message, PlanItem
from ..queries.plan_mail import PlanStanding, day_of, plan_standings_of, reminded_of
from ..reports.wording import enumerated, joined, quoted
from .letters import Letter, greeting, plain

PLAN_KINDS = ("plan", "digest")


def has_something_to_say(message: Message) -> bool:
    """Whether what a letter is about is still so, and the person still wants to hear it."""
    member = message.member
    if member is None or not member.user.is_active:
        return False
    if message.kind == "plan":
        return bool(reminded_of(member.user, day_of(message.key)))
    return member.weekly_digest and bool(plan_standings_of(member, day_of(message.key)))


def plan_letter(message: Message) -> Letter:
    """The letter for a message to a member."""
    member = message.member
    assert member is not None  # noqa: S101 - has_something_to_say has seen to it
    return _reminder(message, member) if message.kind == "plan" else _digest(message, member)


def plan_link(message: Message) -> str:
    """The plan that a letter is about, or where there are several the list of workspaces."""
    member = message.member
    assert member is not None  # noqa: S101 - has_something_to_say has seen to it
    companies = {each.company for each in reminded_of(member.user, day_of(message.key))}
    if message.kind == "digest":
        companies = {each.company for each in plan_standings_of(member, day_of(message.key))}
    return f"{settings.BASE_URL}{_way(companies)}"


def _way(companies: set[Company]) -> str:
    return reverse("plan", args=[next(iter(companies)).code]) if len(companies) == 1 else reverse("workspaces")


def _reminder(message: Message, member: Membership) -> Letter:
    items = reminded_of(member.user, day_of(message.key))
    today = timezone.localdate()
    late = sum(each.due_on is not None and each.due_on < today for each in items)
    words = {"count": len(items), "late": late}
    subject = ngettext("%(count)s item of the plan is due", "%(count)s items of the plan are due", len(items)) % words
    if late == len(items):
        subject = ngettext("%(late)s item of the plan is late", "%(late)s items of the plan are late", late) % words
    return Letter(
        subject,
        greeting(member.user.name),
        [_line(each, today) for each in items],
        _("Open the plan"),
        [_("Done already? Say so in the plan, and nothing more comes.")],
        _("You get this message because these items carry your address."),
    )


def _line(item: PlanItem, today: datetime.date) -> str:
    due = item.due_on or today
    words = {
        "company": plain(item.company.name),
        "title": quoted(plain(item.title)),
        "day": date_format(due, "DATE_FORMAT"),
    }
    if due < today:
        return _("%(company)s: %(title)s was due on %(day)s.") % words
    if due == today:
        return _("%(company)s: %(title)s is due today.") % words
    return _("%(company)s: %(title)s is due on %(day)s.") % words


def _digest(message: Message, member: Membership) -> Letter:
    standings = plan_standings_of(member, day_of(message.key))
    place = plain(member.company.name if member.company else member.workspace.name)
    return Letter(
        _("The plan of the week: %(place)s") % {"place": place},
        greeting(member.user.name),
        [_said(each) for each in standings],
        _("Open the plan") if len(standings) == 1 else _("Open your workspaces"),
        [],
        _("You get this message because you asked for it. Switch it off under “Letters and calendar” in your account."),
    )


def _said(standing: PlanStanding) -> str:
    comma = pgettext("between the names of a list", ", ")
    parts = [
        ngettext("%(count)s open", "%(count)s open", standing.open) % {"count": standing.open},
        ngettext("%(count)s late", "%(count)s late", standing.late) % {"count": standing.late} if standing.late else "",
        _("%(count)s without owner or date") % {"count": standing.alone} if standing.alone else "",
        _("%(count)s done in the last seven days") % {"count": standing.done} if standing.done else "",
    ]
    words = {"company": plain(standing.company.name), "numbers": comma.join(filter(None, parts))}
    said = _("%(company)s: %(numbers)s.") % words
    soon = [quoted(plain(each.title)) for each in standing.soon]
    return joined([said, _("Due this week: %(items)s.") % {"items": enumerated(soon)}]) if soon else said
