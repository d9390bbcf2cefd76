"""A journey map in a terminal: the feeling, what is remembered, stages, pains, red flags."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ..content.schema import Framework
from ..journey.feeling import Felt
from ..journey.findings import JourneyFindings
from .journey_words import advice_said, felt
from .summary import table
from .wording import decimal_text

PAINS = 10


def journey_summary(findings: JourneyFindings, framework: Framework, language: str) -> str:
    """A few lines of plain text in the active language."""
    parts = [findings.map.title or _("Journey"), "", *table(list(_numbers(findings)), right=1)]
    if said := advice_said(findings):
        parts += ["", said]
    stages = [(each.stage.name, "" if each.value is None else felt(each.value)) for each in findings.stages]
    if stages:
        parts += ["", pgettext("journey", "Stages"), *table(stages, right=1)]
    if findings.pains:
        pains = [
            ("–" if each.score is None else decimal_text(each.score, 2), each.touchpoint.name, each.pain.text)
            for each in findings.pains[:PAINS]
        ]
        parts += ["", _("Pain points, the worst first"), *table(pains, right=0)]
    if findings.raised:
        flags = [(each.flag, framework.flags[each.flag].title.to(language)) for each in findings.raised]
        parts += ["", _("Red flags this map raises"), *table(flags, right=-1)]
    return "\n".join(parts)


def _numbers(findings: JourneyFindings) -> Iterator[tuple[str, str, str]]:
    line = findings.feeling
    if line is None:
        yield _("No feeling is known yet."), "", ""
        return
    yield _("Mean of all touchpoints"), felt(line.mean), ""
    yield pgettext("feeling", "Peak"), *_at(line.peak)
    yield pgettext("feeling", "End"), *_at(line.end)
    yield _("Peak and end together"), felt(line.peak_end), ""
    yield _("Lowest touchpoint"), *_at(line.lowest)


def _at(point: Felt) -> tuple[str, str]:
    return felt(point.value), point.touchpoint.name
