"""Sends the e-mail that we owe (models/message.py): each message once, however many workers there are.

A message is claimed by one conditional UPDATE. Until the server has the whole text, whatever goes wrong is tried
again later; once it has, silence means that nobody knows, and a person decides. What is left of a worker that was
killed in between is in doubt as well.
"""

from __future__ import annotations

import logging
import re
import smtplib
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from email.utils import parseaddr
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address
from django.db.models import F, Min
from django.utils import timezone

from ..models import Message
from .rendering import is_wanted, rendered

logger = logging.getLogger(__name__)

BATCH = 50  # a worker that is asked to stop finishes its batch first
ATTEMPTS = 12  # the waits double from a minute on: about a day and a half in all
LONGEST_WAIT = timedelta(days=1)
LOST_AFTER = timedelta(minutes=10)
RELATED = (
    "workspace", "assessment__company", "assessment__created_by", "respondent__user", "invitation__company",
    "survey_invitation__wave", "survey_invitation__survey__company", "survey_invitation__survey__created_by",
    "member__user", "member__workspace", "member__company",
)  # fmt: skip


class Later(Exception):
    """The server has not taken the message and may take it later; `down` where it takes none at all now."""

    def __init__(self, problem: str, *, down: bool = False) -> None:
        super().__init__(problem)
        self.down = down


class MessageRefused(Exception):
    """The server will not take this message, ever."""


class Unsure(Exception):
    """The server has the text and never said whether it took it."""


def deliver(*, limit: int = BATCH, seconds: float | None = None) -> int:
    """Send what is due now, at most `limit` messages, and begin none after `seconds`; how many were sent."""
    give_up_on_the_lost()
    ends = None if seconds is None else time.monotonic() + seconds
    connection = get_connection()
    sent = 0
    try:
        while limit and (ends is None or time.monotonic() < ends) and (message := _claimed()):
            limit -= 1
            try:
                sent += _sent(connection, message)
            except Later as problem:
                _try_later(message, str(problem), everyone=problem.down)
                if problem.down:
                    break
    finally:
        _close(connection)
    return sent


def next_due() -> datetime | None:
    """When there is something to do again: a message is due, or one that was being sent counts as lost."""
    queued = Message.objects.filter(status="queued").aggregate(at=Min("due_at"))["at"]
    sending = Message.objects.filter(status="sending").aggregate(at=Min("claimed_at"))["at"]
    return min((each for each in (queued, sending and sending + LOST_AFTER) if each), default=None)


def give_up_on_the_lost() -> int:
    """Mark what a worker began to send and never finished as in doubt; how many there were."""
    lost = Message.objects.filter(status="sending", claimed_at__lte=timezone.now() - LOST_AFTER)
    return lost.update(status="unsure", problem="cut-off")


def _claimed() -> Message | None:
    """The next message due, now ours: whoever else saw it changes no row."""
    while True:
        due = Message.objects.filter(status="queued", due_at__lte=timezone.now())
        message = due.select_related(*RELATED).order_by("due_at", "pk").first()
        if message is None:
            return None
        now = timezone.now()
        if due.filter(pk=message.pk).update(status="sending", claimed_at=now, attempts=F("attempts") + 1):
            message.attempts += 1
            return message


def _sent(connection: BaseEmailBackend, message: Message) -> bool:
    """Send a message that is ours and write down what became of it; raises Later with nothing written."""
    if not is_wanted(message):
        return _settle(message, "dropped")
    try:
        _hand_over(connection, rendered(message))
    except MessageRefused as problem:
        return _settle(message, "failed", str(problem))
    except Unsure:
        return _settle(message, "unsure", "cut-off")
    except Later:
        raise
    except Exception as problem:  # a fault of ours must not keep the others from being sent
        logger.exception("message %s cannot be sent", message.code)
        raise Later("fault") from problem
    return _settle(message, "sent")


def _settle(message: Message, status: str, problem: str = "") -> bool:
    sent_at = timezone.now() if status == "sent" else None
    mine = Message.objects.filter(pk=message.pk, status="sending")
    mine.update(status=status, problem=problem[:300], sent_at=sent_at)
    return status == "sent"


def _try_later(message: Message, problem: str, *, everyone: bool) -> None:
    """Queue the message again; where the server is down, all that is due waits with it."""
    now = timezone.now()
    wait = min(timedelta(minutes=2 ** (message.attempts - 1)), LONGEST_WAIT)
    again: dict[str, Any] = {"due_at": now + wait, "problem": problem[:300], "claimed_at": None}
    if everyone:
        others = Message.objects.filter(status="queued", due_at__lte=now)
        others.update(**again, attempts=F("attempts") + 1)
    Message.objects.filter(pk=message.pk, status="sending").update(**again, status="queued")
    Message.objects.filter(status="queued", attempts__gte=ATTEMPTS).update(status="failed")


def _hand_over(connection: BaseEmailBackend, mail: EmailMessage) -> None:
    """Give one message to the server, and know exactly how far it came."""
    if not isinstance(connection, EmailBackend):  # standard output, a file, the tests’ own list
        with _server_trouble():
            connection.send_messages([mail])
        return
    try:
        sender, receiver = (parseaddr(sanitize_address(each, "utf-8"))[1] for each in (mail.from_email, mail.to[0]))
    except ValueError as problem:
        raise MessageRefused("address") from problem
    text = re.sub(rb"(?m)^\.", b"..", mail.message().as_bytes(linesep="\r\n"))  # type: ignore[call-arg]
    with _server_trouble():
        server = _opened(connection)
        try:
            code, words = server.mail(sender)
            if code != 250:  # the sender is wrong, or we are: no fault of this message
                raise Later(_said(code, words), down=True)
            _expect(250, *server.rcpt(receiver))
            _expect(354, *server.docmd("DATA"))
        except (Later, MessageRefused):
            with suppress(OSError):
                server.rset()
            raise
        # Without the last line the server has nothing to take: an error up to here is no doubt.
        server.send(text if text.endswith(b"\r\n") else text + b"\r\n")
        server.send(b".\r\n")
    try:
        _expect(250, *server.getreply())
    except (OSError, smtplib.SMTPServerDisconnected) as problem:
        connection.connection = None
        raise Unsure from problem


def _opened(connection: EmailBackend) -> smtplib.SMTP:
    """A connection that works: the one of before, unless the server has closed it meanwhile."""
    if connection.open() is False:
        with suppress(OSError):
            if connection.connection and connection.connection.noop()[0] == 250:
                return connection.connection
        connection.connection = None
        connection.open()
    assert connection.connection is not None  # noqa: S101 - open() raises otherwise
    # Or the last line would wait until the server acknowledges the text before it: 40 ms for each letter.
    if sock := connection.connection.sock:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.connection.ehlo_or_helo_if_needed()
    return connection.connection


def _expect(wanted: int, code: int, words: bytes) -> None:
    """Go on where the server says what is wanted (251 means that it knows a newer address, and takes the message)."""
    if code == wanted or (wanted == 250 and code == 251):
        return
    if code >= 500:
        raise MessageRefused(_said(code, words))
    raise Later(_said(code, words), down=code == 421)


def _said(code: int, words: bytes | str) -> str:
    return f"{code} {words.decode('utf-8', 'replace') if isinstance(words, bytes) else words}"


@contextmanager
def _server_trouble() -> Iterator[None]:
    """Whatever keeps a server from taking any mail now: no connection, no sign-in, a line that breaks."""
    try:
        yield
    except smtplib.SMTPResponseException as problem:
        raise Later(_said(problem.smtp_code, problem.smtp_error), down=True) from problem
    except OSError as problem:  # SMTPException is one too
        logger.warning("the mail server cannot be reached: %s", problem)
        raise Later("unreachable", down=True) from problem


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except OSError:
        logger.debug("the mail server did not say good-bye")
