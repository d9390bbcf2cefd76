"""What comes in from the host of a workshop and from the phones, checked; everything typed is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ..content.loader import framework
from ..files.text import clean
from .answers import DONT_KNOW, STAGES
from .sent import number_in

LONGEST_REASON = 2000


@dataclass(frozen=True, slots=True)
class SettlingInWorkshop:
    """The form that settles a practice: as it was filled in, with what is wrong by field."""

    choice: str = ""
    reason: str = ""
    seen: int = 0
    errors: Mapping[str, str] = field(default_factory=dict)


def settling(data: Mapping[str, str]) -> SettlingInWorkshop:
    """The agreed stage and its reason, as they were sent."""
    choice, reason = data.get("stage", ""), clean(data.get("reason", ""))
    errors = {}
    if choice not in STAGES:
        errors["stage"] = _("Choose the stage on which the room has agreed.")
    if not reason:
        errors["reason"] = _("Say in a sentence what settled it. The report shows it beside the stage.")
    elif len(reason) > LONGEST_REASON:
        over = len(reason) - LONGEST_REASON
        errors["reason"] = _("The reason is %(over)s characters too long. Shorten it.") % {"over": over}
    return SettlingInWorkshop(choice, reason, number_in(data, "seen"), errors)


@dataclass(frozen=True, slots=True)
class SentVote:
    """A vote as a phone sends it: `stage` None is *don't know*."""

    practice: str
    number: int
    stage: int | None


def ballot(data: Mapping[str, str]) -> SentVote | None:
    """The vote; None where nothing was chosen, or something that our page does not offer."""
    choice = data.get("choice", "")
    if choice not in (*STAGES, DONT_KNOW):
        return None
    return SentVote(data.get("practice", ""), number_in(data, "round"), int(choice) if choice in STAGES else None)


def group_in(data: Mapping[str, str]) -> str:
    """The chosen group; "" where it is none of ours."""
    group = data.get("group", "")
    return group if group in framework().group_ids else ""
