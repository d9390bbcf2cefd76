"""Workers are processes: two at once, one that is killed, one that nobody needs any more."""

from __future__ import annotations

import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, Envelope

from assessments.actions.reminders import invite_respondents
from tests.mail.conftest import AddPeople
from tests.mail.sink import Sink, listening
from tests.outside import Database, database_of_this_test
from tests.personas import World

pytestmark = pytest.mark.django_db(transaction=True)


@dataclass(frozen=True)
class Outside(Database):
    """The database at an address, and the port of the mail server."""

    port: int

    def process(self, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        """A `manage.py` in a process of its own."""
        mailing = {"EMAIL_URL": f"smtp://127.0.0.1:{self.port}", "LOG_LEVEL": "ERROR"}
        return subprocess.Popen(**self.manage(*arguments, **mailing, **environment))

    def by_status(self) -> dict[str, int]:
        return dict(self.ask("SELECT status, count(*) FROM assessments_message GROUP BY status"))


@pytest.fixture
def outside(world: World, add_people: AddPeople, down: Sink, tmp_path: Path) -> Outside:
    """Thirty people are invited, and nothing is sent yet."""
    add_people(30)
    with listening(Sink(port=down.port, at_rcpt=lambda _server, _envelope: "451 later")):
        invite_respondents(user=world.owner, assessment=world.assessment)
    return Outside(database_of_this_test(tmp_path).url, down.port)


def due_now(outside: Outside) -> None:
    outside.ask("UPDATE assessments_message SET due_at = '2026-01-01 00:00:00+00:00'")


ALL = sorted(f"person{at}@example.com" for at in range(30))


def test_two_at_once_send_each_message_once(outside: Outside, down: Sink) -> None:
    due_now(outside)
    with listening(down):
        workers = [outside.process("deliver", "-v0") for _each in range(2)]
        assert [each.wait(60) for each in workers] == [0, 0]
    assert sorted(down.receivers) == ALL
    assert outside.by_status() == {"sent": 30}


def test_one_is_killed_in_the_middle(outside: Outside, down: Sink) -> None:
    """What it had in hand is in doubt, the rest is sent by the next one, nothing is sent twice."""
    due_now(outside)

    def kill_the_sender(_server: SMTP, _envelope: Envelope) -> str:
        if len(down.receivers) == 9 and worker.poll() is None:
            worker.send_signal(signal.SIGKILL)
            worker.wait()
        return "250 OK"

    down.at_data = kill_the_sender
    with listening(down):
        worker = outside.process("deliver", "-v0")
        assert worker.wait(60) == -signal.SIGKILL
        assert outside.by_status() == {"sent": 9, "sending": 1, "queued": 20}
        assert outside.process("deliver", "-v0").wait(60) == 0
        assert outside.by_status() == {"sent": 29, "sending": 1}
        outside.ask("UPDATE assessments_message SET claimed_at = '2026-01-01 00:00:00+00:00' WHERE status = 'sending'")
        assert outside.process("deliver", "-v0").wait(60) == 0
    assert outside.by_status() == {"sent": 29, "unsure": 1}
    assert sorted(down.receivers) == ALL  # the server had taken it, so that a second one would have been one too many


def test_the_worker_takes_up_what_another_one_left_and_stops_when_told(outside: Outside, down: Sink) -> None:
    due_now(outside)
    with listening(down):
        worker = outside.process("deliver", "--keep-going", TASKS="database")
        for _try in range(300):
            if outside.by_status() == {"sent": 30}:
                break
            time.sleep(0.1)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(30) == 0
    assert sorted(down.receivers) == ALL
