"""A real SMTP server on this machine that keeps what it is sent, and misbehaves when it is told to."""

from __future__ import annotations

import email
import email.policy
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

Answer = Callable[[SMTP, Envelope], str]


@dataclass
class Sink:
    """What came in. `at_rcpt` and `at_data` give the answers of the server; `connections` counts them."""

    port: int = 0
    letters: list[EmailMessage] = field(default_factory=list)
    receivers: list[str] = field(default_factory=list)
    connections: int = 0
    at_rcpt: Answer = lambda _server, _envelope: "250 OK"
    at_data: Answer = lambda _server, _envelope: "250 OK"

    def letter_to(self, address: str) -> EmailMessage:
        """The one letter to this address."""
        (found,) = [each for each in self.letters if each["To"] == address]
        return found

    # aiosmtpd calls these by name.
    async def handle_EHLO(
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        envelope.rcpt_tos.append(address)
        said = self.at_rcpt(server, envelope)
        if not said.startswith("250"):
            envelope.rcpt_tos.remove(address)
        return said

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        said = self.at_data(server, envelope)
        if said.startswith("250"):
            self.receivers += envelope.rcpt_tos
            letter = email.message_from_bytes(envelope.content or b"", policy=email.policy.default)
            assert isinstance(letter, EmailMessage)
            self.letters.append(letter)
        return said


def hang_up(server: SMTP, _envelope: Envelope) -> str:
    """End the connection without an answer, as a server does that is switched off."""
    server.transport.abort()  # type: ignore[union-attr]
    return "250 OK"


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def listening(sink: Sink) -> Iterator[Sink]:
    """The server is up while this lasts."""
    server = Controller(sink, hostname="127.0.0.1", port=sink.port)
    server.start()
    try:
        yield sink
    finally:
        server.stop()
