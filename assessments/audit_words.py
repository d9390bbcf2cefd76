"""An entry of the audit trail in words: who, what, where, and what changed."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from .content.loader import framework
from .forms.journeys import SPECS
from .journey_labels import ACTS
from .labels import AUDIT_ACTS, INDUSTRIES, PLAN_LANES, PLAN_STATES, PRACTICE_SETS, ROLES, SIZES, STATES
from .queries.audit import Entry

ARROW = " → "
WORDS: dict[str, Any] = {**INDUSTRIES, **SIZES, **PRACTICE_SETS, **ROLES, **STATES, **PLAN_STATES, **PLAN_LANES, **ACTS}
WORDS |= {cell: spec.label for cell, spec in SPECS.items()}


class Said(NamedTuple):
    """One entry as people read it."""

    entry: Entry
    who: str
    what: str
    where: str
    more: str


def said(entry: Entry) -> Said:
    """The entry in the reader’s language."""
    places = [entry.company.name if entry.company else "", entry.assessment.title if entry.assessment else ""]
    return Said(
        entry=entry,
        who=_who(entry),
        what=str(AUDIT_ACTS.get(entry.act, entry.act)),
        where=" · ".join(filter(None, places)),
        more=pgettext("between the details of an entry", "; ").join(
            each for each in _details(entry.detail) if each and each not in places
        ),
    )


def _who(entry: Entry) -> str:
    if entry.actor_id is None:
        return _("The system")
    return str(entry.actor) if entry.actor else _("A former member")


def _details(detail: dict[str, Any]) -> list[str]:
    """What changed: the practice, from what to what, the reason in quotation marks, then whatever else there is."""
    rest = dict(detail)
    practice, reason = rest.pop("practice", ""), rest.pop("reason", "")
    found = [_practice(practice) if practice else ""]
    if "anonymous" in rest:
        found.append(_("Anonymous") if rest.pop("anonymous") else _("With names"))
    if {"before", "after"} <= rest.keys():
        found.append(ARROW.join(_value(rest.pop(each)) for each in ("before", "after")))
    found += [_value(value) for value in rest.values()]
    return [*found, _("“%(text)s”") % {"text": reason} if reason else ""]


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return _comma().join(f"{_practice(key)} {_value(each)}" for key, each in value.items())
    if isinstance(value, list):
        return _comma().join(_value(each) for each in value)
    if value is None:
        return "–"
    if value is True or value is False:
        return _("yes") if value else _("no")
    return str(WORDS.get(value) or _flag(str(value)))


def _comma() -> str:
    return pgettext("between the names of a list", ", ")


def _practice(key: str) -> str:
    found = framework().practices.get(key)
    return found.title.to(get_language() or "en") if found else key


def _flag(value: str) -> str:
    found = framework().flags.get(value)
    return found.title.to(get_language() or "en") if found else value
