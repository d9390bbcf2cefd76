"""The plan in calendar programs: a file of one company, and the feed of a member."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ...files.plan_calendar import Day, calendar_of
from ...mail.letters import plain
from ...queries.plan_calendar import dated_items, dated_items_of, membership_by_key

TYPE = "text/calendar; charset=utf-8"


@login_not_required
@never_cache
@require_safe
def plan_feed(request: HttpRequest, key: str) -> HttpResponse:
    """What a member may read now, by title and date only. The key stands in the path: calendar programs send no more.

    It opens nothing but this, and the member can withdraw it.
    """
    membership = membership_by_key(key)
    if membership is None:
        raise Http404
    with translation.override(membership.user.language):
        name = _("Plans of %(workspace)s") % {"workspace": plain(membership.workspace.name)}
        body = calendar_of(name, days_of(dated_items_of(membership), named=True), host())
    headers = {"X-Robots-Tag": "noindex", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
    return HttpResponse(body, content_type=TYPE, headers=headers)


def plan_ics(company: Any) -> bytes:
    """The plan of one company as a calendar file, with owner and first sign."""
    name = _("Plan of %(company)s") % {"company": plain(company.name)}
    return calendar_of(name, days_of(dated_items(company)), host())


def days_of(items: Iterable[Any], *, named: bool = False) -> Iterable[Day]:
    """The items as days of a calendar; `named`: with their company, and nothing besides title and date."""
    colon = pgettext("after a label", ": ")
    for item in items:
        title = plain(item.title)
        yield Day(
            code=item.code,
            title=f"{plain(item.company.name)}{colon}{title}" if named else title,
            on=item.due_on,
            url=f"{settings.BASE_URL}{reverse('plan', args=[item.company.code])}#item-{item.code}",
            changed=item.updated_at,
            created=item.created_at,
            done=item.state == "done",
            about="" if named else "\n".join(filter(None, (plain(item.owner), item.signal))),
        )


def host() -> str:
    """The right half of an event’s UID."""
    return urlsplit(settings.BASE_URL).hostname or "localhost"
