"""A customer who was erased does not come back with the file they came from; what they say later counts again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from assessments.actions.companies import add_company
from assessments.actions.customer_rights import erase_customer
from assessments.models import Comment, DailyCount, ErasedCustomer, Response
from tests.imports.tables import of_run, take_in
from tests.personas import World

pytestmark = pytest.mark.django_db

HEAD = "Response ID,Date,Customer,NPS,Comment\n"
OLD = HEAD + "r1,2026-10-01,Ada@example.com ,9,Thank you\nr2,2026-10-02,bo@example.com,3,Too slow\n"


def counted(world: World) -> int:
    return sum(DailyCount.objects.filter(company=world.company, cut="all").values_list("count", flat=True))


def test_the_same_file_leaves_them_out_and_says_so(owner: Client, world: World) -> None:
    take_in(owner, world.company, OLD)
    assert counted(world) == 2
    erase_customer(user=world.owner, company=world.company, who=" ADA@example.com")
    assert counted(world) == 1
    run = take_in(owner, world.company, OLD)
    assert (run.written, run.repeated, run.found["erased"]) == (0, 1, 1)
    assert counted(world) == 1 and not Comment.objects.filter(text="Thank you").exists()
    page = owner.get(of_run("voice_import_run", world.company)).content.decode()
    assert "1 row of customers who were erased, left out" in page
    assert "example" not in str(list(ErasedCustomer.objects.values()))  # a digest, nothing else


def test_what_they_say_later_counts(owner: Client, world: World) -> None:
    erase_customer(user=world.owner, company=world.company, who="ada@example.com")
    ErasedCustomer.objects.update(erased_on=timezone.localdate() - timedelta(days=3))
    today = timezone.localdate()
    run = take_in(owner, world.company, HEAD + f"r3,{today},ada@example.com,8,\n")
    assert run.written == 1 and Response.objects.get().score == 8


def test_a_new_secret_forgets_nobody(owner: Client, world: World) -> None:
    from django.conf import settings  # noqa: PLC0415 - the secret of this moment

    erase_customer(user=world.owner, company=world.company, who="ada@example.com")
    with override_settings(SECRET_KEY="another-" + "0" * 50, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        again = Client()
        again.force_login(world.owner)
        run = take_in(again, world.company, OLD)
    assert run.written == 1


def test_of_another_company_nothing_is_left_out(owner: Client, world: World) -> None:
    erase_customer(user=world.owner, company=world.company, who="ada@example.com")
    other = add_company(workspace=world.workspace, name="Inland Retail")
    assert take_in(owner, other, OLD).written == 2
