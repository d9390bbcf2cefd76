"""The experience index on the voice page: by touchpoint, and of all by their importance."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ...reports.wording import index_text, joined, listed
from ...voice.standing import TouchpointIndex
from ...voice.summary import VoiceSummary
from .voice_words import short_name

IMPORTANCES = (1, 2, 3)


def importance_name(importance: int) -> str:
    """What the importance of a touchpoint is called."""
    return {
        1: pgettext("importance of a touchpoint", "Low"),
        2: pgettext("importance of a touchpoint", "Usual"),
        3: pgettext("importance of a touchpoint", "High"),
    }[importance]


@dataclass(frozen=True)
class IndexRow:
    """A touchpoint with its index, 0..100; `made_of` says of what, and what is missing."""

    name: str
    value: str
    made_of: str
    importance: int
    importance_name: str
    choices: list[tuple[int, str, bool]]


def index_rows(found: VoiceSummary) -> list[IndexRow]:
    """The touchpoints, the lowest index first."""
    return [
        IndexRow(
            each.name,
            index_text(each.index.value if each.index else None),
            _made_of(each),
            each.importance,
            importance_name(each.importance),
            [(one, importance_name(one), one == each.importance) for one in IMPORTANCES],
        )
        for each in found.index.touchpoints
    ]


def _made_of(each: TouchpointIndex) -> str:
    """The parts with how many answered; what is missing, and that its weight went to the others."""
    comma = pgettext("between the names of a list", ", ")
    parts = comma.join(f"{short_name(measure)} {n:,}" for measure, n in each.n.items())
    if each.index is None:
        return _("Too few answers: two measures with ten answers each are needed (%(parts)s)") % {"parts": parts or 0}
    if not each.index.missing:
        return parts
    missing = listed([short_name(measure) for measure in each.index.missing])
    return _("%(parts)s; without %(missing)s, whose weight went to the others") % {"parts": parts, "missing": missing}


def index_note(found: VoiceSummary) -> str:
    """The index of all touchpoints together, and which have none."""
    if found.index.value is None:
        return _("No touchpoint has enough answers for an experience index.")
    words = _("Weighted by importance the experience index is %(value)s of 100.") % {
        "value": index_text(found.index.value)
    }
    if found.index.without:
        left_out = _("It leaves out %(places)s: too few answers.") % {"places": listed(found.index.without)}
        return joined([words, left_out])
    return words
