"""The words of journey maps for people, in the active language: kinds, moments, numbers, advice."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from ..journey.findings import Advice, JourneyFindings
from ..journey.kinds import Moment
from ..journey.map import Pain
from .wording import signed_text


def felt(value: float) -> str:
    """A feeling as people read it: +0.8, −2.0, 0.0."""
    return signed_text(value, 1)


def moment_name(moment: Moment) -> str:
    """A moment of truth: where customers decide."""
    return {
        "first": pgettext("moment of truth", "First impression"),
        "trigger": pgettext("moment of truth", "What sets it off"),
        "purchase": pgettext("moment of truth", "Purchase"),
        "use": pgettext("moment of truth", "Use"),
        "recovery": pgettext("moment of truth", "Putting it right"),
    }[moment]


def people(n: int) -> str:
    """How many people a feeling comes from, as a line of its own."""
    return ngettext("%(count)d answer", "%(count)d answers", n) % {"count": n}


def pain_said(pain: Pain) -> str:
    """How bad a pain is and how often it happens, as far as anybody knows; "" where nobody does."""
    parts = []
    if pain.severity is not None:
        parts.append(_("severity %(severity)d of 5") % {"severity": pain.severity})
    if pain.frequency is not None:
        parts.append(_("%(share)s%% of customers") % {"share": f"{100 * pain.frequency:.4g}"})
    return _(", ").join(parts)


def advice_said(findings: JourneyFindings) -> str:
    """What to mend where the mean is good and what stays in memory is not; "" where there is nothing of the kind."""
    if findings.advice is None or findings.feeling is None:
        return ""
    line = findings.feeling
    where: dict[Advice, str] = {"fix-the-worst": line.peak.touchpoint.name, "fix-the-last": line.end.touchpoint.name}
    sentences: dict[Advice, str] = {
        "fix-the-worst": _(
            "The mean is above zero (%(mean)s), but the most intense moment and the end are what people remember "
            "(%(remembered)s). Mend the worst moment first: %(touchpoint)s."
        ),
        "fix-the-last": _(
            "The mean is above zero (%(mean)s), but the most intense moment and the end are what people remember "
            "(%(remembered)s). Mend the last moment first: %(touchpoint)s."
        ),
    }
    values = {"mean": felt(line.mean), "remembered": felt(line.peak_end), "touchpoint": where[findings.advice]}
    return sentences[findings.advice] % values
