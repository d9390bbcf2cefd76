"""Reads a message by which a mail server says that one of ours did not arrive (a delivery status, RFC 3464)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from typing import NamedTuple

OURS = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@")


class Bounce(NamedTuple):
    """The code of our message that did not arrive, and the other server's own words."""

    code: uuid.UUID
    problem: str


def bounce_in(raw: bytes) -> Bounce | None:
    """What a message says of one of ours; None where it is no such message, or says that it will still be tried."""
    letter = message_from_bytes(raw, policy=policy.default)
    fields = [each for each in _statuses(letter) if str(each.get("Action", "")).strip().lower() == "failed"]
    found = OURS.search(" ".join(_message_ids(letter)))
    if not fields or not found:
        return None
    said = str(fields[0].get("Diagnostic-Code") or fields[0].get("Status") or "")
    return Bounce(uuid.UUID(found[1]), " ".join(said.partition(";")[2].split() or said.split()))


def _statuses(letter: Message) -> Iterator[Message]:
    """The blocks of fields of the report: one for the message, one for each address."""
    for part in letter.walk():
        if part.get_content_type() == "message/delivery-status":
            yield from (each for each in part.get_payload() if isinstance(each, Message))


def _message_ids(letter: Message) -> Iterator[str]:
    """The Message-ID of what did not arrive: it comes back whole, or its headers alone."""
    for part in letter.walk():
        if part.get_content_type() == "text/rfc822-headers" and isinstance(part, EmailMessage):
            yield str(message_from_bytes(part.get_content().encode(), policy=policy.default)["Message-ID"] or "")
        elif part.get_content_type() == "message/rfc822":
            yield from (str(each["Message-ID"] or "") for each in part.get_payload() if isinstance(each, Message))
