"""The voice page: what it says by the display rules, what it costs, and what it leaves unsaid."""

from __future__ import annotations

import html
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessments.models import AuditEntry, DailyCount, Touchpoint
from assessments.queries.voice import voice_in
from assessments.voice.windows import days_until
from tests.personas import World
from tests.surveys.asking import invite, running

from .helpers import days_ago, heard, nps

PAGE_QUERIES = 9
QUERIES = 4


def page(client: Client, world: World, query: str = "") -> str:
    answer = client.get(f"{reverse('voice', args=[world.company.code])}?{query}")
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_an_empty_page_says_what_to_do_first(world: World, owner: Client, viewer: Client) -> None:
    text = page(owner, world)
    assert "No customer has been heard yet." in text
    assert "Thirty answers to one question make a score." in text
    assert "Thirty answers" not in page(viewer, world)


def test_fewer_than_ten_are_counted_and_get_no_score(world: World, owner: Client) -> None:
    heard(world.company, "nps", nps(9, 0, 0))
    text = page(owner, world)
    assert "Too few answers for any score." in text
    assert '<p class="big">9<small>answers</small></p>' in text
    assert "+100<small>" not in text


def test_from_ten_on_the_interval_comes_first(world: World, owner: Client) -> None:
    """Ten promoters: 10 / 13 less 1.96 √((11.5 / 13 − (10 / 13)²) / 13) is 47.5; the other end is cut to 100."""
    heard(world.company, "nps", nps(10, 0, 0))
    text = page(owner, world)
    assert "Too few answers for more than an indication." in text
    assert '<p class="big">+48 to +100<small>indicative: +100 from 10 answers</small></p>' in text


def test_from_thirty_on_the_score_has_its_interval_and_claims_no_change(world: World, owner: Client) -> None:
    """40 % and 20 % of 300: +20, half-width 8.5 (the oracle of the method, adjusted by its three pseudo answers)."""
    heard(world.company, "nps", nps(120, 120, 60))
    text = page(owner, world)
    assert '<p class="big">+20<small>between +11 and +28</small></p>' in text
    assert "The period before has too few answers to compare." in text
    assert "Too few earlier answers to say whether anything changed." in text
    assert "▲" not in text and "▼" not in text


def test_a_visible_fall_is_the_finding_and_has_its_arrow(world: World, owner: Client) -> None:
    heard(world.company, "csat", {5: 60, 1: 40})
    heard(world.company, "csat", {5: 90, 1: 10}, ago=100)
    text = page(owner, world)
    assert '<h1 class="cx-find cx-find-1">Fewer customers are satisfied.</h1>' in text
    assert "Visibly worse than in the period before (90%)." in text
    assert "▼</span> 30" in text


def test_a_change_that_chance_explains_is_not_called_one(world: World, owner: Client) -> None:
    heard(world.company, "csat", {5: 80, 1: 20})
    heard(world.company, "csat", {5: 84, 1: 16}, ago=100)
    text = page(owner, world)
    assert "No change beyond chance since the period before (84%)." in text
    assert '<h1 class="cx-find cx-find-1">No change beyond chance.</h1>' in text
    assert "▼" not in text


def test_satisfied_but_not_loyal_is_said_only_when_the_interval_is_below_zero(world: World, owner: Client) -> None:
    heard(world.company, "csat", {5: 80, 1: 20})
    heard(world.company, "nps", nps(45, 0, 55))
    assert "yet more would warn" not in page(owner, world)
    heard(world.company, "nps", nps(0, 0, 60))
    assert "Customers are satisfied (80%), yet more would warn others than recommend (NPS −44)." in page(owner, world)


def test_one_touchpoint_or_segment_can_be_chosen(world: World, owner: Client) -> None:
    heard(world.company, "csat", {5: 40}, touchpoint="Store", segment="Members")
    heard(world.company, "csat", {1: 40}, touchpoint="Phone")
    assert '<p class="big">50%' in page(owner, world)
    assert '<p class="big">100%' in page(owner, world, "of=touchpoint:Store")
    assert '<p class="big">0%' in page(owner, world, "of=touchpoint:Phone")
    assert '<option value="segment:Members" selected>' in page(owner, world, "of=segment:Members")
    assert '<p class="big">50%' in page(owner, world, "of=company:Store")


def test_a_window_without_answers_is_not_an_empty_company(world: World, owner: Client) -> None:
    heard(world.company, "csat", {5: 40}, ago=200)
    text = page(owner, world, "window=30")
    assert "Nobody answered in this period." in text
    assert "No customer has been heard yet." not in text


def test_several_scales_stand_side_by_side(world: World, owner: Client) -> None:
    heard(world.company, "csat", {5: 30})
    heard(world.company, "csat", {1: 30}, scale=("csat-10", 1, 10))
    text = page(owner, world)
    assert "answers from 1 to 5" in text and "answers from 1 to 10" in text
    assert '<p class="big">100%' in text and '<p class="big">0%' in text
    assert '<p class="big">50%' not in text


def test_the_page_costs_its_days_and_not_its_answers(
    world: World, owner: Client, django_assert_num_queries: Any
) -> None:
    for place in ("Store", "Phone", "Web"):
        heard(world.company, "nps", nps(10, 5, 5), touchpoint=place)
        heard(world.company, "csat", {5: 20}, touchpoint=place)
    page(owner, world)
    with django_assert_num_queries(PAGE_QUERIES):
        page(owner, world)
    DailyCount.objects.update(count=1000)
    with django_assert_num_queries(PAGE_QUERIES):
        assert "4000 scores" in page(owner, world)


def test_the_query_reads_no_responses(world: World, django_assert_num_queries: Any) -> None:
    heard(world.company, "nps", nps(20, 10, 5), touchpoint="Store")
    with django_assert_num_queries(QUERIES) as asked:
        found = voice_in(world.company, days_until(days_ago(0), 90))
    assert found.answers == 35
    assert not [each["sql"] for each in asked.captured_queries if "assessments_response" in each["sql"]]


def test_answers_of_another_company_and_of_tomorrow_do_not_count(world: World, inside: Any) -> None:
    heard(inside.other_company, "nps", nps(50, 0, 0))
    heard(world.company, "nps", nps(1, 0, 0), ago=-1)
    assert voice_in(world.company, days_until(days_ago(0), 90)).answers == 0


def test_who_kept_silent_is_weighed_against_all_who_answered(world: World, owner: Client) -> None:
    """60 imported answers, 60 of them promoters, and 15 asked for a recommendation who say nothing: (60 ∓ 15) / 75.

    Silence about another question says nothing of the NPS, and what was asked elsewhere nothing of this touchpoint.
    """
    heard(world.company, "nps", nps(60, 0, 0), touchpoint="Store")
    silence = "If all who kept silent were detractors"
    invite(world, running(world, "ces"), *(f"c{each}@example.net" for each in range(30)))
    text = page(owner, world)
    assert "0 of 30 personal invitations have been answered (0%)." in text and silence not in text
    assert "those who answered are probably not like" not in text  # nobody did
    assert "Nobody has answered this in the twelve months up to the end of the period." in text  # they were asked
    invite(world, running(world, touchpoint="Store"), *(f"n{each}@example.net" for each in range(15)))
    assert "were detractors, the NPS would be +60; if all were promoters, +100." in page(owner, world)
    text = page(owner, world, "of=touchpoint:Store")
    assert "0 of 15 personal invitations have been answered (0%)." in text and silence in text
    assert "personal invitations" not in page(owner, world, "of=segment:Members")


def test_importance_is_saved_and_weighs(world: World, owner: Client, viewer: Client) -> None:
    heard(world.company, "nps", nps(10, 0, 0), touchpoint="Store")
    url = reverse("voice_importance", args=[world.company.code])
    assert viewer.post(url, {"name": "Store", "importance": "3"}).status_code == 403
    assert owner.post(url, {"name": ["Store", "Nowhere"], "importance": ["3", "1"]}).status_code == 302
    assert list(Touchpoint.objects.values_list("name", "importance")) == [("Store", 3)]
    assert AuditEntry.objects.filter(act="touchpoints-weighed").count() == 1
    owner.post(url, {"name": "Store", "importance": "9"})
    owner.post(url, {"name": "Store", "importance": "3"})
    assert AuditEntry.objects.filter(act="touchpoints-weighed").count() == 1


@pytest.mark.parametrize("language", ["zh-hans", "zh-hant"])
def test_the_page_speaks_chinese(language: str, world: World, owner: Client) -> None:
    heard(world.company, "nps", nps(120, 120, 60), touchpoint="Store")
    owner.cookies["django_language"] = language
    text = page(owner, world)
    for words in ("Period", "The latest comments", "answers", "Touchpoint", "between"):
        assert f">{words}" not in text
    assert "Too few" not in text
