"""The page of targets: what it says, what can be ticked, how far it is."""

from __future__ import annotations

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from assessments.actions.assessments import start_assessment
from assessments.maturity.scoring import score
from assessments.models import Assessment, Goal
from assessments.planning.cheapest import cheapest
from assessments.planning.parsing import parse
from assessments.queries.sheets import sheet_of
from tests.personas import World

from .helpers import FRAMEWORK, LOW, aim, answered, finding, url

DAY = datetime.date(2026, 11, 2)
LEVEL_2 = ("level", 2, "")


def page(client: Client, world: World, **query: object) -> str:
    return client.get(url(world), query).content.decode()


def ticks(text: str) -> dict[str, bool]:
    """What can be ticked, and whether it is."""
    found = re.findall(r'name="step" value="([^"]+)"[^>]*?( checked)?(?: aria-describedby="[^"]+")?>', text)
    return {key: bool(checked) for key, checked in found}


def later_round(world: World, **changes: int) -> Assessment:
    """A second round, one month later."""
    second = start_assessment(
        user=world.owner,
        company=world.company,
        title="Spring 2027",
        held_on=DAY + datetime.timedelta(days=30),
        practice_set="full",
        group="managers",
    )
    return answered(world, LOW | changes, second)


def test_without_results_it_says_what_is_needed(world: World, owner: Client) -> None:
    text = page(owner, world)
    assert finding(text) == "Targets need an assessment with results."
    assert url(world, "goal_new") not in text


def test_without_a_target_steps_can_be_tried_all_the_same(world: World, owner: Client, viewer: Client) -> None:
    answered(world)
    text = page(owner, world)
    assert finding(text) == "No target is set yet."
    assert url(world, "goal_new") in text
    assert ticks(text)
    assert not any(ticks(text).values())
    assert url(world, "goal_new") not in page(viewer, world)


def test_the_cheapest_steps_stand_there_ticked_with_their_reasons(world: World, owner: Client) -> None:
    assessment = answered(world)
    aim(world, LEVEL_2, by=datetime.date(2030, 6, 30))
    card = score(FRAMEWORK, sheet_of(assessment), timezone.localdate())
    plan = cheapest(FRAMEWORK, card, parse(FRAMEWORK, "level=2"))
    text = page(owner, world)
    assert finding(text).startswith("Level 2 (Resolve): ")
    assert f"{plan.effort} effort points in all." in finding(text)
    checked = {key for key, is_checked in ticks(text).items() if is_checked}
    assert checked == {f"{each.practice}:{each.to_stage}" for each in plan.steps}
    assert text.count("has to pass 50") >= len(plan.steps)
    assert "30 June 2030" in text


def test_trust_that_is_not_rated_yet_is_no_dash_in_a_sentence(world: World, owner: Client) -> None:
    answered(world, {practice: 2 for practice in LOW if practice.startswith("l1-")})
    page = owner.get(url(world)).content.decode()
    assert "trust not rated." in page and "trust –" not in page


def test_a_tick_changes_level_and_trust_exactly_as_the_scoring_does(world: World, owner: Client) -> None:
    answered(world)
    aim(world, LEVEL_2)
    everything = [f"{practice}:4" for practice in FRAMEWORK.practices]
    part = owner.get(url(world), {"chosen": 1, "step": everything}, headers={"X-Part": "trial"}).content.decode()
    assert "level 6, trust 100. Every target is reached." in part
    assert "<html" not in part
    nothing = owner.get(url(world), {"chosen": 1}, headers={"X-Part": "trial"}).content.decode()
    assert "No step is ticked: level 0" in nothing
    assert "Not reached: level 2 (Resolve)." in nothing


def test_what_is_typed_into_the_address_does_no_harm(world: World, owner: Client) -> None:
    answered(world)
    odd = ["l1-nothing:2", "l1-accurate-facts:9", "l1-accurate-facts", ":", "l1-accurate-facts:²"]
    answer = owner.get(url(world), {"chosen": 1, "step": odd})
    assert answer.status_code == 200
    assert "No step is ticked" in answer.content.decode()


def test_a_step_that_lacks_a_prerequisite_says_so(world: World, owner: Client) -> None:
    answered(world, dict.fromkeys(FRAMEWORK.practices, 1))
    practice = next(each for each in FRAMEWORK.practices.values() if each.needs)
    need = FRAMEWORK.practices[practice.needs[0]]
    text = page(owner, world, chosen=1, step=f"{practice.id}:3")
    assert f"“{practice.title.en}” needs" in text
    assert need.title.en in text


def test_the_way_is_now_less_base_by_target_less_base(world: World, owner: Client) -> None:
    """From stage 1 to stage 4 aimed at, and 2 now: a third."""
    practice = next(each for each, stage in LOW.items() if stage == 1)
    base = answered(world)
    aim(world, ("practice", 4, practice), ("trust", 99, ""), base=base)
    assert "The next round will show how far it has come." in page(owner, world)
    later_round(world, **{practice: 2})
    text = page(owner, world)
    assert "33% of the way" in text
    assert 'value="33"' in text
    assert "as of “Spring 2027”" in text


def test_reached_and_further_away_are_said_in_words(world: World, owner: Client) -> None:
    rising, falling = [each for each, stage in LOW.items() if stage == 1][:2]
    base = answered(world)
    aim(world, ("practice", 2, rising), ("practice", 3, falling), base=base)
    later_round(world, **{rising: 2, falling: 0})
    text = page(owner, world)
    assert "Reached" in text
    assert "Further away than at the start" in text


def test_everything_reached_is_the_finding(world: World, owner: Client) -> None:
    answered(world, dict.fromkeys(FRAMEWORK.practices, 3))
    aim(world, LEVEL_2, ("trust", 60, ""))
    assert finding(page(owner, world)) == "Level 2 (Resolve) and trust index 60: reached."


def test_another_set_of_questions_is_not_comparable(world: World, owner: Client) -> None:
    base = answered(world)
    aim(world, LEVEL_2, base=base)
    second = later_round(world)
    second.practice_set = "quick"
    second.save()
    text = page(owner, world)
    assert "Not comparable" in text
    assert "of the way" not in text


def test_a_sealed_round_says_nothing(world: World, owner: Client) -> None:
    """An anonymous round that still collects is no base, no present and no result."""
    answered(world)
    world.assessment.anonymous, world.assessment.state = True, "collecting"
    world.assessment.save()
    text = page(owner, world)
    assert finding(text) == "Targets need an assessment with results."
    assert not ticks(text)


def test_closed_goals_stay_to_be_read(world: World, owner: Client) -> None:
    answered(world)
    first = aim(world, LEVEL_2)
    aim(world, ("trust", 60, ""))
    assert Goal.objects.get(pk=first.pk).closed_at
    text = page(owner, world)
    assert "Earlier targets" in text
    assert "Level 2 (Resolve)</th>" in text
    assert Goal.objects.filter(closed_at=None).count() == 1


@pytest.mark.parametrize("goals", [2, 4])
def test_the_page_asks_as_much_for_one_closed_goal_as_for_three(
    goals: int, world: World, owner: Client, django_assert_num_queries
) -> None:
    base = answered(world)
    later_round(world)
    for _goal in range(goals):
        aim(world, LEVEL_2, ("trust", 60, ""), base=base)
    page(owner, world)
    with django_assert_num_queries(14):
        page(owner, world)
    with django_assert_num_queries(9):
        owner.get(url(world), {"chosen": 1}, headers={"X-Part": "trial"})
