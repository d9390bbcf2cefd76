"""What comes in when somebody settles on the stage of a practice, checked field by field; everything typed is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ..files.limits import NOTE
from ..files.text import clean
from .answers import STAGES
from .sent import number_in, too_long

TAKE_BACK = "take-back"


@dataclass(frozen=True, slots=True)
class SettlingInReview:
    """The form of one practice as it was sent, or as it starts out.

    `seen` is the version of the agreement that the person had before them, 0 for none.
    """

    practice: str
    stage: str = ""
    reason: str = ""
    seen: int = 0
    takes_back: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def agreed(self) -> int | None:
        """The stage of a form without errors; None takes the agreement back."""
        return None if self.takes_back else int(self.stage)


def settling_in(data: Mapping[str, str]) -> SettlingInReview:
    """The form as it was sent."""
    practice, stage, seen = data.get("practice", ""), data.get("stage", ""), number_in(data, "seen")
    reason = clean(data.get("reason", ""))
    if data.get("act") == TAKE_BACK:
        return SettlingInReview(practice, stage if stage in STAGES else "", reason, seen, takes_back=True)
    return SettlingInReview(practice, stage if stage in STAGES else "", reason, seen, errors=_errors(stage, reason))


def _errors(stage: str, reason: str) -> dict[str, str]:
    errors = {}
    if stage not in STAGES:
        errors["stage"] = _("Choose a stage from 0 to 4.")
    if not reason:
        errors["reason"] = _("Say in a few words what settled it, so that others can follow.")
    elif len(reason) > NOTE:
        errors["reason"] = too_long(reason, NOTE)
    return errors
