"""The sentence above the portfolio: what waits and what has dropped, from the counts alone."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...queries.portfolio import NONE, CompanyTally, Wanted


def finding(counts: CompanyTally, wanted: Wanted, found: int, any_company: bool) -> str:
    """In one sentence what the companies asked for need; where something is asked for, how many there are."""
    if not any_company:
        return _("No companies yet: add the first one to begin.")
    if wanted.search:
        if not found:
            return _("No company matches “%(search)s”.") % {"search": wanted.search}
        said = ngettext("%(found)s company matches “%(search)s”.", "%(found)s companies match “%(search)s”.", found)
        return said % {"found": found, "search": wanted.search}
    if wanted.is_filtered and not found:
        return _("No company matches.")
    if wanted.is_filtered:
        return ngettext("%(found)s company matches.", "%(found)s companies match.", found) % {"found": found}
    return _waiting(counts)


def _waiting(counts: CompanyTally) -> str:
    parts = list(filter(None, (_review(counts.states.get("review", 0)), _dropped(counts.dropped), _late(counts.late))))
    if len(parts) > 1:  # a third would make the sentence too long
        return _("%(first)s, and %(second)s.") % {"first": parts[0], "second": parts[1]}
    if parts:
        return _("%(first)s.") % {"first": parts[0]}
    if counts.total == counts.states.get(NONE, 0):
        return _("Nothing is assessed yet: start with one company.")
    waiting = counts.states.get("draft", 0) + counts.states.get("collecting", 0)
    if waiting:
        said = ngettext(
            "%(open)s assessment is still being answered.",
            "%(open)s assessments are still being answered.",
            waiting,
        )
        return said % {"open": waiting}
    return _("Nothing is waiting: every latest assessment is closed.")


def _review(count: int) -> str:
    said = ngettext("%(count)s result waits for its review", "%(count)s results wait for their review", count)
    return said % {"count": count} if count else ""


def _dropped(count: int) -> str:
    said = ngettext("%(count)s company has visibly lost ground", "%(count)s companies have visibly lost ground", count)
    return said % {"count": count} if count else ""


def _late(count: int) -> str:
    said = ngettext("%(count)s company is past a date", "%(count)s companies are past a date", count)
    return said % {"count": count} if count else ""
