"""Mail that was taken and came back later: read as mail servers write it, and shown where the team looks."""

from __future__ import annotations

import io
import sys
import uuid
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from assessments.actions.reminders import invite_respondents
from assessments.mail.bounces import bounce_in
from assessments.models import Message
from tests.mail.conftest import AddPeople
from tests.mail.sink import Sink
from tests.personas import World

CODE = uuid.UUID("5b1c2f0e-9f3a-4a55-8a7d-0d6f3f1f9c11")
REPORT = """From: MAILER-DAEMON@mx.example.net (Mail Delivery System)
To: no-reply@cx.example.com
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0000

Final-Recipient: rfc822; person0@example.com
Action: {action}
Status: 5.1.1
{diagnostic}

--B
Content-Type: {kind}

From: no-reply@cx.example.com
To: person0@example.com
Message-ID: <{code}@cx.example.com>
Subject: Your view is asked for

--B--
"""
WORDS = "Diagnostic-Code: smtp; 550 5.1.1 <person0@example.com>:\n    User unknown"


def report(
    code: object = CODE, *, action: str = "failed", kind: str = "message/rfc822", diagnostic: str = WORDS
) -> bytes:
    return REPORT.format(code=code, action=action, kind=kind, diagnostic=diagnostic).replace("\n", "\r\n").encode()


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_it_is_known_by_the_message_id_that_comes_back(kind: str) -> None:
    found = bounce_in(report(kind=kind))
    assert found == (CODE, "550 5.1.1 <person0@example.com>: User unknown")


def test_without_words_the_status_is_said() -> None:
    found = bounce_in(report(diagnostic="X-Nothing: here"))
    assert found == (CODE, "5.1.1")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff\xfe" * 1000,
        b"Subject: Out of office\r\n\r\nBack on Monday.",
        report(action="delayed"),
        report("not-one-of-ours"),
        report().replace(b"--B\r\nContent-Type: message/delivery-status", b"--B\r\nContent-Type: text/plain"),
        report()[:600],
    ],
)
def test_whatever_else_comes_is_passed_over(raw: bytes) -> None:
    assert bounce_in(raw) is None


def taken_in(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> str:
    said = io.StringIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    call_command("bounced", stdout=said)
    return said.getvalue().strip()


@pytest.mark.django_db(transaction=True)
def test_the_board_shows_it_and_it_can_be_sent_again(
    world: World, owner: Client, sink: Sink, add_people: AddPeople, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_people(2)
    invite_respondents(user=world.owner, assessment=world.assessment)
    returned = sink.letter_to("person0@example.com")["Message-ID"].strip("<>").partition("@")[0]
    assert taken_in(report(returned), monkeypatch) == "Noted."
    assert taken_in(report(returned), monkeypatch) == "Not about a message of ours."  # once is enough
    page = owner.get(reverse("progress", args=[world.assessment.code])).content.decode()
    assert "User unknown" in page and "person0@example.com" in page
    message = Message.objects.get(code=returned)
    assert message.status == "failed"
    owner.post(reverse("progress_again", args=[world.assessment.code, message.code]))
    assert [each["To"] for each in sink.letters].count("person0@example.com") == 2


@pytest.mark.django_db
def test_a_code_that_nobody_has_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert taken_in(report(), monkeypatch) == "Not about a message of ours."
