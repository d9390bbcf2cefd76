"""What goes with a survey's form and comes back with it: signed, so that no table has to remember who has opened it.

A ticket names the submission that the form will become, so that a second press of the button changes nothing, and says
when the page was made. A receipt names what was kept, so that whoever gave it can see it again and have it erased.
"""

from __future__ import annotations

import time
import uuid
from typing import NamedTuple

from django.core import signing

SALT = "assessments.survey_tickets"
DAY = 24 * 3600
TICKET_HOLDS, RECEIPT_HOLDS = 7 * DAY, 90 * DAY
TOO_QUICK = 1.5  # seconds: nobody reads a question and chooses in less


class Ticket(NamedTuple):
    """The submission a form will become, and how long ago the page was made, in seconds."""

    submission: uuid.UUID
    age: float


def issue(survey: uuid.UUID) -> str:
    """A ticket for a page that is opened now."""
    return signing.dumps([survey.hex, uuid.uuid4().hex, time.time()], salt=f"{SALT}.ticket")


def ticket_in(text: str, survey: uuid.UUID) -> Ticket | None:
    """The ticket, where it is one of ours for this survey and not too old."""
    try:
        code, submission, made = signing.loads(text, salt=f"{SALT}.ticket", max_age=TICKET_HOLDS)
    except (signing.BadSignature, ValueError):
        return None
    return Ticket(uuid.UUID(submission), time.time() - made) if code == survey.hex else None


def receipt(survey: uuid.UUID, submission: uuid.UUID) -> str:
    """The proof of who may see and erase an answer: for the page of thanks, and for this device."""
    return signing.dumps([survey.hex, submission.hex], salt=f"{SALT}.receipt")


def submission_in(text: str, survey: uuid.UUID) -> uuid.UUID | None:
    """The submission a receipt is for, where it is one of ours for this survey."""
    try:
        code, submission = signing.loads(text, salt=f"{SALT}.receipt", max_age=RECEIPT_HOLDS)
    except (signing.BadSignature, ValueError):
        return None
    return uuid.UUID(submission) if code == survey.hex else None
