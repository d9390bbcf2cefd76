"""A mail server, and people to write to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assessments.models import Message, Respondent
from tests.mail.sink import Sink, free_port, listening
from tests.personas import World

SMTP_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
AddPeople = Callable[..., list[Respondent]]


@pytest.fixture
def down(settings: Any) -> Sink:
    """The settings name a mail server, which is down: `with listening(down)` switches it on."""
    sink = Sink(port=free_port())
    settings.EMAIL_BACKEND = SMTP_BACKEND
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", sink.port, 5
    settings.BASE_URL = "https://cx.example.com"
    return sink


@pytest.fixture
def sink(down: Sink) -> Iterator[Sink]:
    """The same, up."""
    with listening(down):
        yield down


@pytest.fixture
def add_people(world: World) -> AddPeople:
    """Adds `count` respondents with addresses to the world’s assessment."""

    def added(count: int, *, group: str = "frontline", language: str = "", start: int = 0) -> list[Respondent]:
        return [
            Respondent.objects.create(
                workspace=world.workspace,
                assessment=world.assessment,
                name=f"Person {at}",
                email=f"person{at}@example.com",
                group=group,
                language=language,
            )
            for at in range(start, start + count)
        ]

    return added


def by_status() -> dict[str, int]:
    """How many messages are in which state."""
    found: dict[str, int] = {}
    for status in Message.objects.values_list("status", flat=True):
        found[status] = found.get(status, 0) + 1
    return found
