"""An entry of the audit trail in words: who, what, where, and what changed."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..queries.audit import Entry
from ..words.labels import AUDIT_ACTS
from .audit_details import details


class AuditLine(NamedTuple):
    """One entry as people read it."""

    entry: Entry
    who: str
    what: str
    where: str
    more: str


def said(entry: Entry) -> AuditLine:
    """The entry in the reader’s language."""
    places = [entry.company.name if entry.company else "", entry.assessment.title if entry.assessment else ""]
    return AuditLine(
        entry=entry,
        who=_who(entry),
        what=str(AUDIT_ACTS.get(entry.act, entry.act)),
        where=" · ".join(filter(None, places)),
        more=pgettext("between the details of an entry", "; ").join(
            each for each in details(entry.detail) if each and each not in places
        ),
    )


def _who(entry: Entry) -> str:
    if entry.actor_id is None:
        return _("The system")
    return str(entry.actor) if entry.actor else _("A former member")
