"""What an entry of the audit trail says besides its act: each detail in words, after what it is."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext
from django.utils.translation import pgettext_lazy as of

from ..content.loader import framework
from ..forms.journeys import SPECS
from ..forms.section_names import SECTION_NAMES
from ..reports.value_words import kind_of, row_name
from ..value.parameters import PARAMETERS
from ..words.journeys import ACTS
from ..words.labels import (
    FIGURE_KINDS,
    INDUSTRIES,
    MAIL_KINDS,
    PLAN_LANES,
    PLAN_STATES,
    PRACTICE_SETS,
    ROLES,
    SIZES,
    STATES,
)  # fmt: skip
from ..words.reader import reader_language

ARROW = " → "
# What stands alone, such as a name or a practice, needs no label, and has none here.
LABELS = {
    "by": of("until a day", "By"),
    "held_on": lazy("Date"),
    "closes_on": lazy("Last day"),
    "month": lazy("Month"),
    "expires_on": of("detail of an entry", "Valid until"),
    "minimum_group": of("detail of an entry", "Smallest group shown"),
    "practice_set": lazy("Practices"),
    "industry": lazy("Industry"),
    "size": lazy("Size"),
    "changed": of("detail of an entry", "Changed"),
    "removed": of("detail of an entry", "Removed"),
    "opened": of("detail of an entry", "Opened"),
    "closed": of("detail of an entry", "Closed"),
    "count": of("detail of an entry", "Number"),
    "people": lazy("People"),
    "rows": of("detail of an entry", "Rows"),
    "responses": of("detail of an entry", "Responses"),
    "repeated": of("detail of an entry", "Already there"),
    "comments": lazy("Comments"),
    "number": lazy("Milestone"),
    "milestone": lazy("Milestone"),
    "sha256": of("detail of an entry", "SHA-256"),
    "section": of("detail of an entry", "Section"),
    "language": lazy("Language"),
    "password": lazy("Password"),
    "group": lazy("Group"),
    "role": lazy("Role"),
    "by_mail": of("detail of an entry", "By e-mail"),
    "member": of("detail of an entry", "Account"),
    "last": of("detail of an entry", "Round before"),
    "origin": lazy("Origin"),
    "retention_months": of("detail of an entry", "Kept for months"),
    "round_months": of("detail of an entry", "Months between rounds"),
    "currency": of("detail of an entry", "Currency"),
    "touchpoint": lazy("Touchpoint"),
    "wave": lazy("Wave"),
    "source": lazy("Source"),
    "sources": lazy("Source"),
    "importance": lazy("Importance"),
    "kind": of("detail of an entry", "E-mail"),
}
ORIGINS = {
    "step": of("origin of a plan's item", "Report"),
    "journey": of("origin of a plan's item", "Customer journey"),
    "comment": of("origin of a plan's item", "Customer comment"),
    "own": of("origin of a plan's item", "Own idea"),
}
WORDS: dict[str, Any] = {
    **INDUSTRIES, **SIZES, **PRACTICE_SETS, **ROLES, **STATES, **PLAN_STATES, **PLAN_LANES, **FIGURE_KINDS, **ACTS,
}  # fmt: skip
WORDS |= {cell: spec.label for cell, spec in SPECS.items()}
FIELDS = {
    "name": lazy("Name"), "email": lazy("E-mail address"), "group": lazy("Group"), "language": lazy("Language"),
    "practice_set": lazy("Practices"), "dimensions": lazy("Dimensions"),
}  # fmt: skip


def details(detail: dict[str, Any]) -> list[str]:
    """What changed: the practice, from what to what, whatever else there is, and the reason in quotation marks."""
    rest = {key: value for key, value in detail.items() if key != "invitation"}  # its code says nothing to anybody
    practice, reason = rest.pop("practice", ""), rest.pop("reason", "")
    found = [_thing(practice) if practice else ""]
    if "anonymous" in rest:
        found.append(_("Anonymous") if rest.pop("anonymous") else _("With names"))
    if {"before", "after"} <= rest.keys():
        found.append(ARROW.join(_value(rest.pop(each)) for each in ("before", "after")))
    # PostgreSQL keeps the keys of JSON in an order of its own.
    found += [_labelled(key, rest[key]) for key in _in_order(rest, LABELS) if rest[key] not in ([], {})]
    return [*found, _("“%(text)s”") % {"text": reason} if reason else ""]


def _labelled(key: str, value: Any) -> str:
    said = _value(value, SAID.get(key, _word))
    return f"{LABELS[key]}{pgettext('after a label', ': ')}{said}" if key in LABELS else said


def _value(value: Any, word: Callable[[str], str] | None = None) -> str:
    said = word or _word
    if isinstance(value, dict):
        frame, name = framework(), str if said is str else _thing
        known = ("level", "trust", *frame.by_dimension, *frame.practices)
        return _comma().join(f"{name(key)} {_value(value[key])}" for key in _in_order(value, known))
    if isinstance(value, list):
        return _comma().join(_value(each, said) for each in value)
    if value in (None, "") or (value == "None" and said is not str):
        return "–"
    if value is True or value is False:
        return _("yes") if value else _("no")
    return said(str(value))


def _in_order(keys: Iterable[str], known: Iterable[str]) -> list[str]:
    """The keys: first those that are not known, by name, then the known ones in their order."""
    places = {key: place for place, key in enumerate(known)}
    return sorted(keys, key=lambda key: (places.get(key, -1), key))


def _comma() -> str:
    return pgettext("between the names of a list", ", ")


def _word(value: str) -> str:
    return str(WORDS.get(value) or _thing(value))


def _thing(key: str) -> str:
    """A practice, a dimension, a red flag, or what else a target may be of; anything else as it is."""
    frame, language = framework(), reader_language()
    if key in frame.practices:
        return frame.practices[key].title.to(language)
    if key in frame.by_dimension:
        return frame.by_dimension[key].name.to(language)
    if key in frame.flags:
        return frame.flags[key].title.to(language)
    return {"level": _("Level"), "trust": _("Trust index")}.get(key, key)


def _group(group: str) -> str:
    groups = {each.id: each.title for each in framework().groups}
    return groups[group].to(reader_language()) if group in groups else group


def _changed(field: str) -> str:
    """A row of the ledger, or what is known of a respondent."""
    return row_name(field) if kind_of(field) in PARAMETERS else str(FIELDS.get(field, field))


def _day(text: str) -> str:
    try:
        return str(date_format(datetime.date.fromisoformat(text), "SHORT_DATE_FORMAT"))
    except ValueError:
        return text


SAID: dict[str, Callable[[str], str]] = {
    "group": _group,
    "changed": _changed,
    "removed": _changed,
    "language": lambda code: dict(settings.LANGUAGES).get(code, code),
    "section": lambda section: str(SECTION_NAMES.get(section, section)),
    "kind": lambda kind: str(MAIL_KINDS.get(kind, kind)),
    "origin": lambda origin: str(ORIGINS.get(origin, origin)),
    **dict.fromkeys(("by", "held_on", "closes_on", "expires_on"), _day),
    # Names that people gave are never taken for one of our words.
    **dict.fromkeys(("name", "title", "survey", "file", "last", "source", "sources", "touchpoint", "importance"), str),
}
