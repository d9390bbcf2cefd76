"""Key figures: entering a month, what is refused, and what the numbers amount to."""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessments.models import FIGURES, AuditEntry, Figure, RedFlag
from assessments.voice.figures import FIELDS
from assessments.words.labels import FIGURE_FIELDS, FIGURE_KINDS, FIGURE_VALUES
from tests.personas import World

from .helpers import days_ago

MONTH = f"{days_ago(0):%Y-%m}"
REPEAT = {"month": MONTH, "customers": "5450", "repeat": "1995", "source": "Tills", "touchpoint": ""}
LIST_QUERIES = 4


def url(world: World, kind: str) -> str:
    return reverse("figure", args=[world.company.code, kind])


def text_of(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def test_every_kind_and_field_has_its_words() -> None:
    assert tuple(FIGURE_KINDS) == FIGURES == tuple(FIELDS)
    assert set(FIGURE_FIELDS) == {(kind, each.name) for kind, fields in FIELDS.items() for each in fields}
    assert FIGURE_VALUES


def test_a_month_is_entered_and_shown_with_its_interval(world: World, owner: Client) -> None:
    """1995 of 5450: 36.6 %, Wilson 35.3 to 37.9."""
    assert owner.post(url(world, "repeat"), REPEAT).status_code == 302
    figure = Figure.objects.get()
    assert (figure.numbers, figure.source) == ({"customers": 5450, "repeat": 1995}, "Tills")
    assert figure.entered_by == world.owner
    for address in (url(world, "repeat"), reverse("figures", args=[world.company.code])):
        text = text_of(owner.get(address))
        assert "<b>37%</b> bought again" in text
        assert "between 35% and 38%" in text


@pytest.mark.parametrize(
    ("customers", "repeat", "said"),
    [
        ("8900", "355", "<b>4.0%</b> bought again <small>between 3.6% and 4.4%</small>"),
        ("90000000", "3690000", "<b>4.1%</b> bought again</"),
    ],
)
def test_an_interval_has_two_ends_that_differ_or_is_left_out(
    customers: str, repeat: str, said: str, world: World, owner: Client
) -> None:
    owner.post(url(world, "repeat"), {**REPEAT, "customers": customers, "repeat": repeat})
    text = text_of(owner.get(url(world, "repeat")))
    assert said in text


def test_the_same_month_is_corrected_and_not_doubled(world: World, owner: Client) -> None:
    owner.post(url(world, "repeat"), REPEAT)
    assert 'value="5450"' in text_of(owner.get(f"{url(world, 'repeat')}?month={MONTH}"))
    owner.post(url(world, "repeat"), {**REPEAT, "repeat": "2000"})
    assert [each.numbers["repeat"] for each in Figure.objects.all()] == [2000]
    assert AuditEntry.objects.filter(act="figure-saved").count() == 2


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"repeat": "6000"}, "This cannot be more than the number it is a part of"),
        ({"repeat": "1.5"}, "This is counted in whole numbers."),
        ({"repeat": "-1"}, "This number is below zero or too large."),
        ({"month": "2999-01"}, "This month has not begun yet."),
        ({"month": "October"}, "Write the month as year and month"),
        ({"month": "1900-01"}, "Choose a month from 2000 on."),
    ],
)
def test_what_cannot_be_right_is_said_and_nothing_is_lost(
    changed: dict[str, str], said: str, world: World, owner: Client
) -> None:
    text = text_of(owner.post(url(world, "repeat"), {**REPEAT, **changed}))
    assert said in text
    assert 'value="Tills"' in text
    assert not Figure.objects.exists()


def test_few_customers_make_no_share(world: World, owner: Client) -> None:
    owner.post(url(world, "repeat"), {**REPEAT, "customers": "9", "repeat": "4"})
    text = text_of(owner.get(url(world, "repeat")))
    assert "<b>4 of 9</b>" in text and "too few for a share" in text


def test_a_month_is_removed(world: World, owner: Client) -> None:
    owner.post(url(world, "repeat"), REPEAT)
    code = Figure.objects.get().code
    assert owner.post(url(world, "repeat"), {"remove": str(code)}).status_code == 302
    assert owner.post(url(world, "repeat"), {"remove": "nonsense"}).status_code == 404
    assert not Figure.objects.exists()


def test_viewers_look_and_enter_nothing(world: World, owner: Client, viewer: Client) -> None:
    owner.post(url(world, "repeat"), REPEAT)
    assert "Save the month" not in text_of(viewer.get(url(world, "repeat")))
    assert viewer.post(url(world, "repeat"), REPEAT).status_code == 403
    assert viewer.get(url(world, "nonsense")).status_code == 404


def test_a_wait_past_its_target_is_the_finding_and_raises_its_flag(world: World, owner: Client) -> None:
    for ago in (10, 45, 75):
        month = f"{days_ago(ago):%Y-%m}"
        owner.post(url(world, "waiting"), {"month": month, "p50": "10", "p90": "40", "target": "25", "n": "500"})
    text = text_of(owner.get(reverse("figures", args=[world.company.code])))
    assert "Past what the company promises: Waiting time." in text
    assert RedFlag.objects.filter(flag="RF-01", closed_at=None).exists()


def test_the_list_costs_the_same_with_one_and_with_three(
    world: World, owner: Client, django_assert_num_queries: Any
) -> None:
    address = reverse("figures", args=[world.company.code])
    for kind in ("repeat", "referral", "deflection"):
        Figure.objects.create(
            workspace=world.workspace, company=world.company, kind=kind, month=days_ago(0).replace(day=1),
            numbers={each.name: 50 for each in FIELDS[kind]},
        )  # fmt: skip
        with django_assert_num_queries(LIST_QUERIES):
            owner.get(address)
