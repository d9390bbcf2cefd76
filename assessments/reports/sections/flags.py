"""The red flags that were reported open."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...maturity.answers import RaisedFlag
from ...words.flags import evidence
from ..document import FlagRow, FlagsSection, Head
from ..source import Source
from ..wording import day_text, listed, quoted


def flags_section(source: Source, number: int) -> FlagsSection:
    """Open red flags with what they mean and what they change in the result."""
    flags = tuple(_row(source, flag) for flag in source.card.red_flags)
    count = len(flags)
    finding = _("No red flag has been reported.")
    if flags:
        finding = ngettext("%(count)s red flag is open.", "%(count)s red flags are open.", count) % {"count": count}
    return FlagsSection(
        head=Head(number, "red-flags", _("Red flags"), finding),
        flags=flags,
        caption=_("A red flag doubles the priority of the steps on its practices until it is closed."),
    )


def _row(source: Source, flag: str) -> FlagRow:
    content = source.framework.flags[flag]
    titles = tuple(source.practice(key) for key in content.practices)
    planned = {step.practice for step in source.recommendations.steps}
    raised = [quoted(source.practice(key)) for key in content.practices if key in planned]
    effect = _("Raises the priority of %(practices)s.") % {"practices": listed(raised)}
    if not raised:
        effect = _("This report has no step on its practices.")
    if content.caps_trust:
        cap = _("Caps trust at “%(band)s” until it is closed.") % {"band": source.band(content.caps_trust)}
        effect = _("%(first)s %(second)s") % {"first": effect, "second": cap}
    evidence = tuple(line for each in source.sheet.raised if each.flag == flag for line in _evidence(each))
    return FlagRow(flag, source.text(content.title), source.text(content.about), effect, titles, evidence)


def _evidence(raised: RaisedFlag) -> Iterable[str]:
    """What a person wrote or a rule found, with the day."""
    day = {"day": day_text(raised.raised_on)}
    if raised.evidence:
        yield _("Raised on %(day)s: %(evidence)s") % {**day, "evidence": raised.evidence}
    found = raised.numbers.get("found", ())
    for each in found if isinstance(found, list) else ():
        yield _("Found on %(day)s: %(evidence)s") % {**day, "evidence": evidence(each)}
