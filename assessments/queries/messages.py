"""Reads of e-mail: who among the respondents has been written to, and what became of it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import Count
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ..content.loader import framework
from ..maturity.progress import assigned
from ..models import Assessment, Message, Respondent
from .by_name import by_name

# These bring the personal link; a reminder only comes after one of them.
LINK_KINDS = ("invitation", "own-link", "referral")
TROUBLE = ("failed", "unsure", "dropped")


@dataclass(frozen=True, slots=True)
class PersonMail:
    """A respondent, how far they are, and the e-mail they were sent or are owed, the oldest first."""

    person: Respondent
    started: bool
    finished: bool
    messages: tuple[Message, ...]

    @property
    def _keys(self) -> set[str]:
        return {each.key for each in self.messages}

    @property
    def _reachable(self) -> bool:
        return bool(self.person.email) and self.person.user_id is None and not self.finished

    @property
    def to_invite(self) -> bool:
        """Whether no e-mail with the link of now was ever asked for."""
        return self._reachable and not any(map(self._brings_the_link, self.messages))

    @property
    def invited(self) -> bool:
        """Whether they have a way in: an account, a link that was mailed, or one that they use already."""
        return self.started or self.person.user_id is not None or any(each.status == "sent" for each in self.messages)

    @property
    def to_remind(self) -> bool:
        """Whether a reminder makes sense: they were reached, have not finished, and nothing came or comes today."""
        reached = any(each.status == "sent" for each in self.messages if self._brings_the_link(each))
        waiting = any(each.status in ("queued", "sending") for each in self.messages)
        return self._reachable and reached and not waiting and self.reminder_of_today not in self._keys

    @property
    def reminder_of_today(self) -> str:
        """The key of a reminder: one a day."""
        return f"reminder:{self.person.code}:{timezone.localdate().isoformat()}"

    @property
    def latest(self) -> Message | None:
        """The message sent or owed last."""
        return self.messages[-1] if self.messages else None

    def _brings_the_link(self, message: Message) -> bool:
        """Whether the link in this message is the one that works now; its key ends in the version of the link."""
        if message.kind == "referral":
            return self.person.link_version == 1
        return message.kind in LINK_KINDS and message.key.endswith(f":{self.person.link_version}")


def mail_of(assessment: Assessment) -> list[PersonMail]:
    """The respondents of an assessment by name, with their e-mail; two queries however many there are."""
    within = {"workspace": assessment.workspace_id, "assessment": assessment}
    people = Respondent.objects.filter(**within).annotate(answered=Count("answers"))
    if not assessment.anonymous:  # there, the counts would drop with whoever is erased, and tell how far they were
        people = people.filter(erased_at=None)
    written: dict[int, list[Message]] = {}
    for message in Message.objects.filter(**within, respondent__isnull=False).order_by("pk"):
        written.setdefault(message.respondent_id or 0, []).append(message)
    return [
        PersonMail(
            each,
            each.started_at is not None or _answered(each) > 0 or each.finished_at is not None,
            each.finished_at is not None or _answered(each) >= practices_asked(assessment, each),
            tuple(written.get(each.pk, ())),
        )
        for each in people.order_by(*by_name(), "email", "pk")
    ]


def message_of(assessment: Assessment, code: uuid.UUID) -> Message:
    """The message about this assessment with this code, or 404."""
    return get_object_or_404(Message, workspace=assessment.workspace_id, assessment=assessment, code=code)


def _answered(person: Respondent) -> int:
    return int(getattr(person, "answered", 0))


def practices_asked(assessment: Assessment, person: Respondent) -> int:
    """How many practices the person gets."""
    frame = framework(assessment.framework, assessment.framework_version)
    parts = person.practice_set, tuple(person.dimensions), tuple(person.practices)
    return len(assigned(frame, assessment.practice_set, *parts))
