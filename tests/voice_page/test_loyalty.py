"""Satisfaction against loyalty."""

from __future__ import annotations

import html

from django.test import Client
from django.urls import reverse

from tests.personas import World

from .helpers import heard, nps


def page(client: Client, world: World, query: str = "") -> str:
    answer = client.get(f"{reverse('loyalty', args=[world.company.code])}?{query}")
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_without_answers_there_are_cards_and_no_claim(world: World, owner: Client, viewer: Client) -> None:
    text = page(owner, world)
    assert "Too few answers to set satisfaction against loyalty." in text
    assert "RF-12" not in text
    assert "within 48 hours" in text
    assert reverse("voice_import", args=[world.company.code]) in text  # what leads to answers
    assert reverse("voice_import", args=[world.company.code]) not in page(viewer, world)


def test_who_is_satisfied_but_not_loyal_is_named_with_both_numbers(world: World, owner: Client) -> None:
    heard(world.company, "csat", {5: 85, 1: 15}, touchpoint="Dining")
    heard(world.company, "nps", nps(10, 30, 60), touchpoint="Dining")
    heard(world.company, "csat", {5: 90, 1: 10}, touchpoint="Rooms")
    heard(world.company, "nps", nps(60, 30, 10), touchpoint="Rooms")
    heard(world.company, "nps", nps(5, 0, 0), touchpoint="Bar")
    text = page(owner, world)
    assert "Satisfied but not loyal: Dining." in text
    assert "RF-12" in text
    assert "Bar: 0 answers on satisfaction, 5 on recommending; 30 of each are needed" in text
    assert "85%" in text and "−50" in text
    assert "70 of 205 answers" in text  # detractors


def test_a_net_that_may_be_above_zero_is_only_perhaps_not_loyal(world: World, owner: Client) -> None:
    heard(world.company, "csat", {5: 85, 1: 15}, touchpoint="Dining")
    heard(world.company, "nps", nps(45, 5, 50), touchpoint="Dining")
    assert "Satisfied, and perhaps not loyal: Dining." in page(owner, world)


def test_segments_can_be_compared_instead(world: World, owner: Client) -> None:
    heard(world.company, "csat", {5: 85, 1: 15}, segment="Trade")
    heard(world.company, "nps", nps(10, 30, 60), segment="Trade")
    assert "Satisfied but not loyal: Trade." in page(owner, world, "by=segment")
    assert "Trade" not in page(owner, world)


def test_cards_lead_to_practices_of_the_model(world: World, owner: Client) -> None:
    text = page(owner, world)
    for practice in ("l3-close-the-loop", "int-true-stories", "l6-rewarded-advocates", "l4-unasked-gestures"):
        assert f'href="/model/#{practice}"' in text
