"""What people read in their mail, in three languages."""

from __future__ import annotations

import datetime
import html
import re
from email.message import EmailMessage
from typing import Any

import pytest
from django.utils import timezone

from assessments.actions.messages import owe_message
from assessments.actions.reminders import invite_respondents
from assessments.links import fits
from assessments.mail.delivery import deliver
from assessments.models import Invitation, Message, Referral, Respondent
from tests.mail.conftest import AddPeople
from tests.mail.sink import Sink
from tests.personas import World


def text_of(letter: EmailMessage) -> str:
    part = letter.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def html_of(letter: EmailMessage) -> str:
    part = letter.get_body(("html",))
    assert part is not None
    return str(part.get_content())


def link_in(letter: EmailMessage) -> str:
    """The link, which must be the same everywhere in the letter."""
    in_text = re.findall(r"https?://\S+", text_of(letter))
    in_html = [html.unescape(each) for each in re.findall(r'href="([^"]+)"', html_of(letter))]
    assert len({*in_text, *in_html}) == 1
    return in_text[0]


def change(world: World, **values: Any) -> None:
    for name, value in values.items():
        setattr(world.assessment, name, value)
    world.assessment.save()


def invited(world: World, sink: Sink, person: Respondent) -> EmailMessage:
    invite_respondents(user=world.owner, assessment=world.assessment)
    assert deliver() >= 1
    return sink.letter_to(person.email)


def test_an_invitation_says_who_asks_for_what_how_long_until_when_and_who_sees_it(
    world: World, add_people: AddPeople, sink: Sink
) -> None:
    change(world, closes_on=datetime.date(2027, 1, 15))
    (person,) = add_people(1)
    letter = invited(world, sink, person)
    for said in (text_of(letter), html.unescape(html_of(letter))):
        assert "Hello Person 0," in said
        assert "Owner of Northstar Advisory asks how well Harbour Retail serves its customers" in said
        assert "56 questions, about 24 minutes" in said
        assert "until 15 January 2027" in said or "until Jan. 15, 2027" in said
        assert "not anonymous: the people of Northstar Advisory see your answers with your name" in said
    url, _hash, key = link_in(letter).partition("#")
    assert url == "https://cx.example.com/r/"
    assert fits("respondent", person, key)


def test_an_anonymous_one_says_so(world: World, add_people: AddPeople, sink: Sink) -> None:
    change(world, anonymous=True, minimum_group=6)
    letter = invited(world, sink, add_people(1)[0])
    assert "nobody sees who said what" in text_of(letter)
    assert "at least 6 people" in text_of(letter)
    assert "with your name" not in text_of(letter)


@pytest.mark.parametrize(
    ("language", "subject", "said"),
    [
        ("zh-hans", "Harbour Retail", "客户"),
        ("zh-hant", "Harbour Retail", "顧客"),
        ("en", "Harbour Retail", "customers"),
    ],
)
def test_everybody_reads_their_own_language(
    language: str, subject: str, said: str, world: World, add_people: AddPeople, sink: Sink
) -> None:
    letter = invited(world, sink, add_people(1, language=language)[0])
    assert subject in letter["Subject"]
    assert said in text_of(letter)
    assert said in html_of(letter)
    assert f'lang="{language}"' in html_of(letter)
    assert letter["Content-Language"] == language
    if language != "en":  # no sentence was left in English
        words = text_of(letter).replace(link_in(letter), "")
        for name in ("Harbour Retail", "Northstar Advisory", "Owner", "CX Maturity", "Person 0"):
            words = words.replace(name, "")
        assert not re.search("[a-zA-Z]", words)


def test_the_headers_are_those_of_a_machine_that_can_be_answered(
    world: World, add_people: AddPeople, sink: Sink
) -> None:
    letter = invited(world, sink, add_people(1)[0])
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Reply-To"] == "owner@example.com"
    assert letter["Message-ID"].startswith(f"<{Message.objects.get().code}@")
    assert letter.get_content_type() == "multipart/alternative"
    assert "<img" not in html_of(letter)
    assert "style=" not in html_of(letter)


def test_names_cannot_add_headers_or_lines_or_markup(world: World, add_people: AddPeople, sink: Sink) -> None:
    evil = "Harbour\r\nBcc: other@example.com\r\n\r\n<script>alert(1)</script>"
    world.company.name = evil
    world.company.save()
    (person,) = add_people(1)
    person.name = evil
    person.save()
    letter = invited(world, sink, person)
    assert letter["Bcc"] is None
    assert sink.receivers == [person.email]
    assert "Harbour Bcc: other@example.com" in letter["Subject"]
    assert "<script>" not in html_of(letter)


def test_a_line_that_begins_with_a_dot_arrives_whole(world: World, add_people: AddPeople, sink: Sink) -> None:
    world.workspace.name = ".\r\n.."
    world.workspace.save()
    world.owner.name = ""
    world.owner.save()
    letter = invited(world, sink, add_people(1)[0])
    assert ". .. asks how well" in text_of(letter)


def test_a_link_that_was_renewed_is_sent_anew(world: World, add_people: AddPeople, sink: Sink) -> None:
    (person,) = add_people(1)
    old = link_in(invited(world, sink, person))
    assert invite_respondents(user=world.owner, assessment=world.assessment) == 0
    person.link_version += 1
    person.save()
    sink.letters.clear()
    new = link_in(invited(world, sink, person))
    assert new != old
    assert fits("respondent", person, new.partition("#")[2])


def owe(world: World, kind: str, person: Respondent, key: str) -> None:
    change(world, state="collecting")
    owe_message(
        kind=kind,
        key=key,
        workspace_id=world.workspace.pk,
        language="en",
        assessment=world.assessment,
        respondent=person,
    )
    assert deliver() == 1


@pytest.mark.parametrize(("anonymous", "who"), [(False, "Person 0"), (True, "A colleague")])
def test_a_question_passed_on_names_the_colleague_unless_anonymous(
    anonymous: bool, who: str, world: World, add_people: AddPeople, sink: Sink
) -> None:
    change(world, anonymous=anonymous)
    asker, knower = add_people(2)
    Referral.objects.create(
        workspace=world.workspace,
        assessment=world.assessment,
        practice="l1-accurate-facts",
        passed_by=asker,
        passed_to=knower,
    )
    key = f"referral:{world.assessment.code}:l1-accurate-facts:{knower.code}"
    owe(world, "referral", knower, key)
    said = text_of(sink.letter_to(knower.email))
    assert f"{who} did not know" in said
    assert "It is about this: “" in said
    assert ("Person 0" in said) is not anonymous


@pytest.mark.parametrize(("kind", "said"), [("reminder", "not finished yet"), ("own-link", "on any device")])
def test_the_other_letters_to_respondents(
    kind: str, said: str, world: World, add_people: AddPeople, sink: Sink
) -> None:
    (person,) = add_people(1)
    owe(world, kind, person, f"{kind}:{person.code}:1")
    letter = sink.letter_to(person.email)
    assert said in text_of(letter)
    assert fits("respondent", person, link_in(letter).partition("#")[2])


def test_an_invitation_to_the_workspace(world: World, sink: Sink) -> None:
    row = Invitation.objects.create(
        workspace=world.workspace,
        company=world.company,
        email="new@example.com",
        role="viewer",
        invited_by=world.owner,
        expires_at=timezone.now() + datetime.timedelta(days=14),
    )
    key = f"membership:{row.code}:1"
    owe_message(kind="membership", key=key, workspace_id=world.workspace.pk, language="en", invitation=row)
    assert deliver() == 1
    letter = sink.letter_to("new@example.com")
    assert letter["Subject"] == "Owner invites you to Harbour Retail"
    assert "As a viewer you read everything there" in text_of(letter)
    url, _hash, link = link_in(letter).partition("#")
    assert url == "https://cx.example.com/invitation/"
    assert fits("invitation", row, link)
