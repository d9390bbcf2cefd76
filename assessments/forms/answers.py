"""What comes in when somebody answers a practice, checked field by field; everything typed is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from ..content.schema import Framework
from ..files.limits import EVIDENCE, NOTE
from ..files.text import clean
from ..maturity.answers import Answer
from .sent import too_long

DONT_KNOW = "dont_know"
NOT_APPLICABLE = "na"
STAGES = ("0", "1", "2", "3", "4")
LONGEST_AGE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Filled:
    """The answer form as it is filled in: from a stored answer, or as it was sent, with what is wrong by field."""

    choice: str = ""
    reason: str = ""
    note: str = ""
    evidence: str = ""
    seen: datetime | None = None
    age: timedelta = timedelta()
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def untouched(self) -> bool:
        """Whether nothing was chosen or typed: the practice stays open."""
        return not (self.choice or self.note or self.evidence)

    def answer(self) -> Answer:
        """The answer of a form without errors."""
        return Answer(
            stage=int(self.choice) if self.choice in STAGES else None,
            dont_know=self.choice == DONT_KNOW,
            not_applicable=self.reason if self.choice == NOT_APPLICABLE else "",
            note=self.note,
            evidence=self.evidence,
        )


def filled_from(answer: Answer | None, seen: datetime | None = None) -> Filled:
    """The form with a stored answer in it; empty where there is none."""
    if answer is None:
        return Filled()
    choice = DONT_KNOW if answer.dont_know else NOT_APPLICABLE if answer.not_applicable else str(answer.stage)
    return Filled(choice, answer.not_applicable, answer.note, answer.evidence, seen)


def filled_in(data: Mapping[str, str], framework: Framework, *, with_text: bool = True) -> Filled:
    """The form as it was sent: `choice` is 0..4, dont_know, na:<reason>, or na with a `reason` beside it."""
    choice, _colon, reason = data.get("choice", "").partition(":")
    reason = reason or (data.get("reason", "") if choice == NOT_APPLICABLE else "")
    note = clean(data.get("note", "")) if with_text else ""
    evidence = clean(data.get("evidence", "")) if with_text else ""
    errors = {**_wrong_choice(choice, reason, framework), **_too_long(note, evidence)}
    return Filled(choice, reason, note, evidence, _moment(data.get("seen", "")), _age(data.get("age", "")), errors)


def _wrong_choice(choice: str, reason: str, framework: Framework) -> dict[str, str]:
    if choice == NOT_APPLICABLE and reason in framework.reasons:
        return {}
    if choice == NOT_APPLICABLE:
        return {"reason": _("Choose why the practice does not apply to you.")}
    if choice in (*STAGES, DONT_KNOW) and not reason:
        return {}
    if not choice:
        return {"choice": _("Choose the statement that fits, so that your text can be kept with it.")}
    return {"choice": _("This choice is not known. Choose one of the statements below.")}


def _too_long(note: str, evidence: str) -> dict[str, str]:
    return {
        name: too_long(text, limit)
        for name, text, limit in (("note", note, NOTE), ("evidence", evidence, EVIDENCE))
        if len(text) > limit
    }


def _age(text: str) -> timedelta:
    """Milliseconds since the person chose, between none and thirty days; what is not a number counts as none."""
    milliseconds = int(text) if text.isdecimal() and len(text) < 15 else 0
    return min(timedelta(milliseconds=milliseconds), LONGEST_AGE)


def _moment(text: str) -> datetime | None:
    """When the answer was saved that the device showed; without a sign of it, None."""
    try:
        moment = parse_datetime(text) if text else None
        return moment.astimezone(UTC) if moment and moment.tzinfo else None
    except (ValueError, OverflowError):  # no such day, or none that a clock of ours could show
        return None
