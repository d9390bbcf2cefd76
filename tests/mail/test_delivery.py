"""Every e-mail is sent once, whatever becomes of the mail server or of the worker."""

from __future__ import annotations

import socket
import time
from datetime import timedelta
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope
from django.core.mail.backends.smtp import EmailBackend
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from assessments.actions.messages import send_again
from assessments.actions.reminders import invite_respondents, remind
from assessments.mail.delivery import ATTEMPTS, BATCH, _opened, deliver, give_up_on_the_lost, next_due
from assessments.models import Message
from assessments.tasks.delivery import deliver_due
from tests.mail.conftest import AddPeople, by_status
from tests.mail.sink import Sink, hang_up, listening
from tests.personas import World


def make_due() -> None:
    """As if the wait were over."""
    Message.objects.filter(status="queued").update(due_at=timezone.now())


def invite(world: World) -> int:
    return invite_respondents(user=world.owner, assessment=world.assessment)


def addresses(count: int) -> list[str]:
    return sorted(f"person{at}@example.com" for at in range(count))


def test_no_letter_waits_for_the_server_to_acknowledge_its_text(sink: Sink) -> None:
    connection = EmailBackend()
    try:
        assert _opened(connection).sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_the_server_is_down_when_people_are_invited_and_comes_up_later(
    world: World, owner: Client, add_people: AddPeople, down: Sink
) -> None:
    add_people(20)
    began = time.monotonic()
    owner.post(reverse("progress_invite", args=[world.assessment.code]))
    assert time.monotonic() - began < 3
    assert by_status() == {"queued": 20}
    assert (
        "The mail server does not take them now"
        in owner.get(reverse("progress", args=[world.assessment.code])).content.decode()
    )
    with listening(down):
        assert deliver() == 0  # it waits before it tries again
        make_due()
        assert deliver() == 20
        make_due()
        assert deliver() == 0
        owner.post(reverse("progress_invite", args=[world.assessment.code]))
    assert sorted(down.receivers) == addresses(20)
    assert down.connections == 1


def test_the_wait_doubles_and_ends(world: World, add_people: AddPeople, down: Sink) -> None:
    add_people(2)
    invite(world)
    waits = []
    for _try in range(ATTEMPTS):
        make_due()
        now = timezone.now()
        deliver()
        waits.append(round((Message.objects.earliest("pk").due_at - now).total_seconds() / 60))
    assert waits[:5] == [1, 2, 4, 8, 16]
    assert by_status() == {"failed": 2}
    assert {each.problem for each in Message.objects.all()} == {"unreachable"}


def test_a_refusal_is_final_and_says_why(world: World, owner: Client, add_people: AddPeople, sink: Sink) -> None:
    add_people(3)
    sink.at_rcpt = lambda _server, envelope: (
        "550 5.1.1 No such user here" if envelope.rcpt_tos == ["person1@example.com"] else "250 OK"
    )
    invite(world)
    assert deliver() == 2
    assert by_status() == {"sent": 2, "failed": 1}
    page = owner.get(reverse("progress", args=[world.assessment.code])).content.decode()
    assert "1 e-mail needs you" in page
    assert "550 5.1.1 No such user here" in page
    assert "Correct the address" in page

    sink.at_rcpt = lambda _server, _envelope: "250 OK"
    message = Message.objects.get(status="failed")
    owner.post(reverse("progress_again", args=[world.assessment.code, message.code]))
    assert deliver() == 1
    assert sorted(sink.receivers) == addresses(3)


@pytest.mark.parametrize("where", ["at_rcpt", "at_data"])
def test_not_now_concerns_one_message_only(where: str, world: World, add_people: AddPeople, sink: Sink) -> None:
    add_people(3)
    setattr(
        sink,
        where,
        lambda _server, envelope: "451 later" if envelope.rcpt_tos == ["person1@example.com"] else "250 OK",
    )
    invite(world)
    assert deliver() == 2
    assert by_status() == {"sent": 2, "queued": 1}
    setattr(sink, where, lambda _server, _envelope: "250 OK")
    make_due()
    assert deliver() == 1
    assert sorted(sink.receivers) == addresses(3)


def test_a_server_that_dies_with_the_text_in_hand_leaves_a_doubt(
    world: World, owner: Client, add_people: AddPeople, down: Sink
) -> None:
    add_people(2)
    down.at_data = hang_up
    invite(world)
    with listening(down):
        deliver()
    assert by_status() == {"unsure": 2}
    down.at_data = lambda _server, _envelope: "250 OK"
    down.letters.clear()
    with listening(down):
        make_due()
        assert deliver() == 0  # nobody but a person decides
        page = owner.get(reverse("progress", args=[world.assessment.code])).content.decode()
        assert "in doubt" in page
        first = Message.objects.earliest("pk")
        assert send_again(user=world.owner, assessment=world.assessment, message=first)
        assert not send_again(user=world.owner, assessment=world.assessment, message=first)
        assert deliver() == 1
    assert len(down.letters) == 1


def test_a_server_that_hangs_up_before_the_text_leaves_none(world: World, add_people: AddPeople, down: Sink) -> None:
    add_people(2)
    down.at_rcpt = hang_up
    invite(world)
    with listening(down):
        assert deliver() == 0
    assert by_status() == {"queued": 2}


def test_a_connection_that_the_server_closed_meanwhile_is_opened_again(
    world: World, add_people: AddPeople, sink: Sink
) -> None:
    def last_one(server: SMTP, _envelope: Envelope) -> str:
        server.loop.call_later(0.05, server.transport.close)  # type: ignore[union-attr]
        time.sleep(0.01)
        return "250 OK"

    add_people(2)
    sink.at_data = last_one
    invite(world)
    make_due()
    while next_due() and Message.objects.filter(status="queued").exists():
        deliver(limit=1)
        make_due()
    assert sorted(sink.receivers) == addresses(2)


def test_what_a_killed_worker_began_is_in_doubt_after_ten_minutes(
    world: World, add_people: AddPeople, sink: Sink
) -> None:
    add_people(1)
    invite(world)
    Message.objects.update(status="sending", claimed_at=timezone.now() - timedelta(minutes=9))
    assert give_up_on_the_lost() == 0
    Message.objects.update(claimed_at=timezone.now() - timedelta(minutes=10, seconds=1))
    assert deliver() == 0
    assert by_status() == {"unsure": 1}
    assert sink.receivers == []


def test_reminders_go_once_a_day_to_those_who_have_not_finished(
    world: World, add_people: AddPeople, sink: Sink
) -> None:
    people = add_people(3)
    invite(world)
    assert remind(user=world.owner, assessment=world.assessment) == 0  # the invitation is still on its way
    deliver()
    people[0].finished_at = timezone.now()
    people[0].save()
    sink.receivers.clear()
    assert remind(user=world.owner, assessment=world.assessment) == 2
    assert remind(user=world.owner, assessment=world.assessment) == 0
    assert deliver() == 2
    assert remind(user=world.owner, assessment=world.assessment) == 0
    assert sorted(sink.receivers) == ["person1@example.com", "person2@example.com"]


def test_what_has_become_needless_is_not_sent(world: World, add_people: AddPeople, sink: Sink) -> None:
    person, *_others = add_people(3)
    invite(world)
    person.erased_at, person.email = timezone.now(), ""
    person.save()
    assert deliver(limit=1) == 0
    world.company.deleted_at = timezone.now()
    world.company.save()
    assert deliver() == 0
    assert by_status() == {"dropped": 3}
    assert sink.receivers == []


@pytest.mark.django_db(transaction=True)
def test_a_server_that_never_answers_delays_nobody_for_long(
    world: World, owner: Client, add_people: AddPeople, down: Sink, settings: Any
) -> None:
    add_people(20)
    settings.EMAIL_TIMEOUT = 0.5
    with socket.create_server(("127.0.0.1", down.port)):
        began = time.monotonic()
        owner.post(reverse("progress_invite", args=[world.assessment.code]))
        assert time.monotonic() - began < 3
    assert by_status() == {"queued": 20}


def test_with_a_worker_the_next_try_is_planned_once(
    world: World, add_people: AddPeople, down: Sink, settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    add_people(2)
    invite(world)
    now = timezone.now()
    for _each in range(3):
        deliver_due.call()
    planned = DBTaskResult.objects.get()
    assert 50 < (planned.run_after - now).total_seconds() < 70
    with listening(down):
        make_due()
        assert deliver_due.call() == 2
    assert DBTaskResult.objects.count() == 1


def test_a_batch_is_followed_by_the_next(world: World, add_people: AddPeople, sink: Sink, settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    add_people(BATCH + 1)
    invite(world)
    assert deliver_due.call() == BATCH
    assert DBTaskResult.objects.get().run_after == get_date_max()
    assert deliver_due.call() == 1
    assert sink.connections == 2


def test_without_tasks_in_the_database_there_is_nothing_to_work_on(db: None) -> None:
    with pytest.raises(CommandError, match="set TASKS=database"):
        call_command("deliver", keep_going=True)


def test_the_command_says_what_it_sent(
    world: World, add_people: AddPeople, sink: Sink, capsys: pytest.CaptureFixture[str]
) -> None:
    add_people(2)
    invite(world)
    call_command("deliver")
    assert "Sent: 2" in capsys.readouterr().out
