"""The daily counts always say what the responses say, however these come and go."""

from __future__ import annotations

import random
import uuid
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from assessments.actions.responses import NewResponse, remove_responses, store_responses
from assessments.actions.surveys import add_survey, open_wave
from assessments.customers import customer_digest, customer_digests
from assessments.models import DailyCount, Response
from assessments.queries.surveys import waves_of
from tests.personas import World


def some(seed: int, number: int) -> list[NewResponse]:
    chance = random.Random(seed)
    return [
        NewResponse(
            measure="nps", variant="", score=chance.randint(0, 10), scale_min=0, scale_max=10,
            answered_on=date(2026, 10, 1) + timedelta(days=chance.randint(0, 3)), external_id=f"{seed}-{each}",
            submission=uuid.uuid4(), touchpoint=chance.choice(["", "Checkout", "门店"]),
            segment=chance.choice(["", "B2B"]),
        )
        for each in range(number)
    ]  # fmt: skip


def counts(cut: str) -> Counter[tuple[str, date, int]]:
    rows = DailyCount.objects.filter(cut=cut).values_list("about", "day", "score", "count")
    return Counter({(about, day, score): count for about, day, score, count in rows})


def told(field: str) -> Counter[tuple[str, date, int]]:
    rows = Response.objects.all()
    if field:
        rows = rows.exclude(**{field: ""})
    return Counter((getattr(each, field) if field else "", each.answered_on, each.score) for each in rows)


def agree() -> bool:
    return all(
        counts(cut) == told(field)
        for cut, field in (("all", ""), *((each, each) for each in ("touchpoint", "segment")))
    )


@pytest.mark.django_db
def test_counts_follow_what_is_stored_repeated_and_removed(world: World) -> None:
    with transaction.atomic():
        assert len(store_responses(world.company, "import", some(1, 60))) == 60
    assert agree()
    with transaction.atomic():
        assert len(store_responses(world.company, "import", [*some(1, 60), *some(2, 20), *some(2, 5)])) == 20
    assert Response.objects.count() == 80
    assert agree()
    with transaction.atomic():
        gone = remove_responses(world.company, Q(score__lte=6))
    assert gone == 80 - Response.objects.count()
    assert gone
    assert agree()
    assert not DailyCount.objects.filter(count__lte=0).exists()


def test_a_customer_is_known_again_and_by_nobody_else() -> None:
    here, there = uuid.uuid4(), uuid.uuid4()
    assert customer_digest(here, " Ann@Example.com ") == customer_digest(here, "ann@example.COM")
    assert customer_digest(here, "ann@example.com") != customer_digest(there, "ann@example.com")
    assert "ann" not in customer_digest(here, "ann@example.com")
    assert customer_digest(here, "  ") == ""


def test_a_customer_is_known_after_the_secret_was_replaced(settings: object) -> None:
    here = uuid.uuid4()
    before = customer_digest(here, "A-17")
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another-secret" * 5  # type: ignore[attr-defined]
    assert before in customer_digests(here, "A-17")
    assert customer_digest(here, "A-17") != before


@pytest.mark.django_db
def test_the_numbers_of_a_wave_come_from_counts_and_follow_erasure(world: World) -> None:
    survey = add_survey(user=world.owner, company=world.company, title="After delivery", kind="nps")
    wave = open_wave(user=world.owner, survey=survey)
    rows = [replace(each, customer="a" * 64 if place < 5 else "") for place, each in enumerate(some(3, 20))]
    with transaction.atomic():
        store_responses(world.company, "survey", rows, survey=survey, wave=wave)
    with CaptureQueriesContext(connection) as asked:
        (row,) = waves_of(survey)
    assert (sum(row.counts["nps"].values()), sum(row.asked_counts["nps"].values())) == (20, 5)
    assert not [each["sql"] for each in asked if "assessments_response" in each["sql"]]
    with transaction.atomic():
        remove_responses(world.company, Q(customer="a" * 64))
    (row,) = waves_of(survey)
    assert row.counts["nps"] == Counter(each.score for each in rows[5:])
    assert not row.asked_counts["nps"]
