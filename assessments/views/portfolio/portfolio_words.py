"""The rows of the portfolio as people read them."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...queries.standings import CompanyPlace, Next, is_past
from ...reports.wording import index_text, rounded
from ...words.labels import STATES

CLASSES = {"collecting": "is-active", "review": "is-due", "final": "is-done"}
ARROWS = {"up": "▲", "down": "▼"}


class Delta(NamedTuple):
    """A change since the round before: its sign and number, the words for those who hear it, and a class."""

    text: str
    said: str
    css: str


class CompanyLine(NamedTuple):
    """One company in the portfolio. `level` None: no level to show, `missing` says why."""

    place: CompanyPlace
    achieved: int
    level: int | None
    missing: str
    experience: str
    experience_change: Delta | None
    trust: str
    trust_change: Delta | None
    trail: tuple[float, ...]
    weakest: str
    state: str
    state_css: str
    share: str
    next: str
    next_on: datetime.date | None
    late: bool


def line_of(place: CompanyPlace) -> CompanyLine:
    """A company with its figures, where they are kept as they are today; else it says that they are not."""
    standing, latest, after = place.standing, place.latest, place.next
    level = standing.level if standing else None
    state = latest.assessment.state if latest else ""
    return CompanyLine(
        place=place,
        achieved=-1 if level is None else level,
        level=level,
        missing="" if level is not None else _missing(place),
        experience=index_text(standing.average) if standing and level is not None else "",
        experience_change=_delta(place, "experience") if level is not None else None,
        trust=index_text(standing.trust) if standing and level is not None else "",
        trust_change=_delta(place, "trust") if standing and standing.trust is not None else None,
        trail=trail_of(place),
        weakest=_weakest(standing.scores) if standing and level is not None else "",
        state=str(STATES[state]) if state else _("Not assessed"),
        state_css=CLASSES.get(state, ""),
        share=_share(place),
        next=_next(after) if after else "",
        next_on=after.on if after else None,
        late=is_past(after.on) if after else False,
    )


def trail_of(place: CompanyPlace) -> tuple[float, ...]:
    """Experience over the rounds, the oldest first; none while any of it must be computed anew."""
    if not place.is_fresh:
        return ()
    found = [place.kept[each.assessment.pk].average for each in reversed(place.counted)]
    return tuple(each for each in found if each is not None)


def _missing(place: CompanyPlace) -> str:
    if place.shown is None:
        return "" if place.latest is None else _("No result yet")
    return _("Not rated yet") if place.standing else _("Being computed")


def _weakest(scores: dict[str, float | None]) -> str:
    rated = {key: score for key, score in scores.items() if score is not None}
    return min(rated, key=lambda key: rated[key]) if rated else ""


def _delta(place: CompanyPlace, what: str) -> Delta | None:
    """The change of one figure since the round before; grey where it may be chance."""
    if len(place.counted) < 2:
        return Delta(_("first"), "", "")
    changes: dict[str, Any] = place.standing.changes if place.standing else {}
    points, verdict = changes.get(what, (None, ""))
    if points is None:
        return Delta("–", _("cannot be compared with the round before"), "")
    size = int(rounded(abs(points)))
    if not size and verdict not in ARROWS:
        return Delta("= 0", _("no visible change"), "")
    way = "up" if points > 0 else "down"
    said = ngettext("%(count)d point higher", "%(count)d points higher", size)
    if way == "down":
        said = ngettext("%(count)d point lower", "%(count)d points lower", size)
    told = [said % {"count": size}, *([] if verdict in ARROWS else [_("no visible change")])]
    return Delta(f"{ARROWS[way]} {size}", _(", ").join(told), verdict if verdict in ARROWS else "")


def _share(place: CompanyPlace) -> str:
    """How far an open round is: people where there are several, else practices."""
    latest = place.latest
    if latest is None or not latest.assessment.is_open:
        return ""
    if latest.people > 1:
        return _("%(begun)s of %(people)s people") % {"begun": latest.begun, "people": latest.people}
    if not latest.answered:
        return _("Not started")
    if latest.whole:
        return _("Answered")
    return _("Answering, %(answered)s of %(asked)s") % {"answered": latest.answered, "asked": latest.asked}


def _next(after: Next) -> str:
    words = {"closing": _("Last day"), "plan": _("Plan"), "round": _("Next round")}
    return words[after.what]
