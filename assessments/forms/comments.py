"""What comes in about comments: which are wanted, and what is settled for one. Everything typed is kept."""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from ..content.days import iso_day
from ..content.loader import framework
from ..files.limits import NOTE
from ..files.text import clean, one_line, plain
from ..models import MOODS
from ..queries.codes import as_code
from ..queries.comment_filter import MARK_KINDS, STATES, UNREAD, CommentFilter
from ..voice.handling import Handling
from .sent import number_in, too_long

PERIODS = ("7", "14", "30")
USUAL = "30"
EVER, RANGE = "all", "range"
TAG, TAGS = 60, 30
BETWEEN = re.compile("[,;，、；\n]")


@dataclass(frozen=True, slots=True)
class Looking:
    """Which comments a reader looks at: the choice as it was sent, and the filter it makes."""

    period: str
    since: str
    until: str
    filter: CommentFilter
    error: str = ""


def looking_at(data: Mapping[str, str]) -> Looking:
    """The choice in an address. Days that are none leave the usual 30 days, and say so."""
    period = data.get("period", "")
    since, until = (data.get(name, "").strip() for name in ("since", "until"))
    error, first, last = "", iso_day(since), iso_day(until)
    if period not in (*PERIODS, EVER, RANGE):
        period = USUAL
    if period == RANGE and (error := _range_error(since, until, first, last)):
        period = USUAL
    if period in PERIODS:
        last = timezone.localdate()
        first = last - datetime.timedelta(days=int(period) - 1)
    elif period == EVER:
        first = last = None
    return Looking(period, since, until, _filter(data, first, last), error)


def _filter(data: Mapping[str, str], first: datetime.date | None, last: datetime.date | None) -> CommentFilter:
    mood, state = data.get("mood", ""), data.get("state", "")
    texts = {name: one_line(data.get(name, ""))[:200] for name in ("touchpoint", "segment", *MARK_KINDS)}
    return CommentFilter(
        since=first,
        until=last,
        mood=mood if mood in (*MOODS, UNREAD) else "",
        state=state if state in STATES else "",
        owner=data.get("owner", "")[:12],
        words=one_line(data.get("q", ""))[:200],
        **texts,
    )


def _range_error(since: str, until: str, first: datetime.date | None, last: datetime.date | None) -> str:
    if not (since or until):
        return _("Give the first day, the last day, or both.")
    if (since and not first) or (until and not last):
        return _("Write days as year-month-day, for example 2026-10-31.")
    if first and last and first > last:
        return _("The first day must not lie after the last one.")
    return ""


def codes_in(values: Sequence[str]) -> list[uuid.UUID]:
    """The codes in a form; what is none is left out."""
    return [code for each in values[:500] if (code := as_code(each))]


@dataclass(frozen=True, slots=True)
class SentComment:
    """The form of one comment as it was sent, or as the comment stands. `add_*` is what was typed to be attached."""

    marks: Mapping[str, Sequence[str]]
    add_tag: str = ""
    add_practice: str = ""
    add_flag: str = ""
    raises: bool = False
    owner: str = ""
    reply: str = ""
    replied_on: str = ""
    done: bool = False
    seen: int = 0
    errors: Mapping[str, str] = field(default_factory=dict)

    def handling(self) -> Handling:
        """What a form without errors settles."""
        practice = practice_called(self.add_practice)
        added = {"tag": tags_in(self.add_tag), "practice": [practice], "flag": [self.add_flag]}
        marks = {kind: {*self.marks.get(kind, ()), *added[kind]} - {""} for kind in MARK_KINDS}
        owner = int(self.owner) if self.owner else None
        return Handling(marks, owner, self.reply, iso_day(self.replied_on), done=self.done)


def settled_in(data: QueryDict, owners: Sequence[int], latest: datetime.date) -> SentComment:
    """The form as it was sent. `owners` are the people it may be given to; no reply is later than `latest`."""
    form = SentComment(
        marks={kind: [one_line(each) for each in data.getlist(kind)] for kind in MARK_KINDS},
        add_tag=one_line(data.get("add_tag", "")),
        add_practice=one_line(data.get("add_practice", "")),
        add_flag=data.get("add_flag", ""),
        raises=data.get("raise") == "1",
        owner=data.get("owner", ""),
        reply=clean(data.get("reply", "")),
        replied_on=data.get("replied_on", "").strip(),
        done=data.get("done") == "1",
        seen=number_in(data, "seen"),
    )
    return replace(form, errors=_errors(form, owners, latest))


def tags_in(text: str) -> list[str]:
    """The tags in a line, between commas of any kind."""
    return [tag for each in BETWEEN.split(text) if (tag := one_line(each))]


def practice_called(text: str) -> str:
    """The key of the practice with this title, in any language, or with this key; "" for none."""
    wanted = plain(text)
    for each in framework().practices.values():
        if wanted in (plain(each.id), *(plain(title) for title in each.title.model_dump().values())):
            return each.id
    return ""


def _errors(form: SentComment, owners: Sequence[int], latest: datetime.date) -> dict[str, str]:
    tags = {*form.marks.get("tag", ()), *tags_in(form.add_tag)}
    frame = framework()
    errors = {}
    if any(len(each) > TAG for each in tags) or len(tags) > TAGS:
        errors["add_tag"] = _("A tag has at most %(length)s characters, and a comment at most %(number)s tags.") % {
            "length": TAG,
            "number": TAGS,
        }
    if form.add_practice and not practice_called(form.add_practice):
        errors["add_practice"] = _("No practice has this title. Type a few letters and choose one of the list.")
    kept: dict[str, Container[str]] = {"practice": frame.practices, "flag": frame.flags}
    if any(value not in known for kind, known in kept.items() for value in form.marks.get(kind, ())):
        errors["add_practice"] = _("Something ticked is not part of the framework. Reload the page and try again.")
    if form.add_flag and form.add_flag not in frame.flags:
        errors["add_flag"] = _("Choose one of the red flags.")
    if form.owner and form.owner not in map(str, owners):
        errors["owner"] = _("Choose somebody who can see this company.")
    return errors | _reply_errors(form, latest)


def _reply_errors(form: SentComment, latest: datetime.date) -> dict[str, str]:
    day = iso_day(form.replied_on)
    if len(form.reply) > NOTE:
        return {"reply": too_long(form.reply, NOTE)}
    if form.replied_on and not day:
        return {"replied_on": _("Write days as year-month-day, for example 2026-10-31.")}
    if day and day > latest:
        return {"replied_on": _("This day lies in the future. Note a reply when it has been sent.")}
    if day and not form.reply:
        return {"reply": _("Note in a few words what was replied.")}
    return {}
