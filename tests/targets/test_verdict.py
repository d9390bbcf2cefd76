"""Goals that are over say whether they were reached, by the numbers of the round that decides it."""

from __future__ import annotations

import datetime
import html
import re

from django.test import Client
from django.utils import timezone

from assessments.actions.goals import close_goal
from assessments.models import Goal
from tests.personas import World

from .helpers import FRAMEWORK, aim, answered, finding, url
from .test_page import LEVEL_2, later_round

ALL_3 = dict.fromkeys(FRAMEWORK.practices, 3)
TODAY = timezone.localdate


def said(client: Client, world: World) -> list[str]:
    text = client.get(url(world)).content.decode().partition("Earlier targets</h2>")[2]
    return [html.unescape(each) for each in re.findall(r'data-l="Reached or not">\s*<span[^>]*>([^<]*)<', text)]


def closed(world: World, *targets: tuple[str, float, str], **more: object) -> Goal:
    goal = aim(world, *targets, **more)
    close_goal(user=world.owner, goal=goal)
    return goal


def test_a_closed_goal_says_whether_the_last_round_until_then_reached_it(world: World, owner: Client) -> None:
    answered(world)
    last = later_round(world, **ALL_3)
    last.held_on = TODAY()
    last.save()
    closed(world, LEVEL_2, ("trust", 60, ""))
    closed(world, LEVEL_2, ("trust", 90, ""))
    assert said(owner, world) == [
        "Not reached: level 6, trust 75 in “Spring 2027”.",
        "Reached: level 6, trust 75 in “Spring 2027”.",
    ]


def test_a_round_after_the_day_decides_nothing(world: World, owner: Client) -> None:
    base = answered(world)
    last = later_round(world, **ALL_3)
    last.held_on = TODAY()
    last.save()
    closed(world, LEVEL_2, base=base, by=TODAY() - datetime.timedelta(days=1))
    assert said(owner, world) == ["Not known: no later assessment until then."]


def test_another_set_of_questions_decides_nothing(world: World, owner: Client) -> None:
    base = answered(world)
    last = later_round(world, **ALL_3)
    last.held_on, last.practice_set = TODAY(), "quick"
    last.save()
    closed(world, LEVEL_2, base=base)
    assert said(owner, world) == ["Not known: the framework or the set of questions has changed."]


def test_a_day_that_is_over_is_decided_by_the_last_round_before_it(world: World, owner: Client) -> None:
    base = answered(world)
    base.held_on = TODAY() - datetime.timedelta(days=40)
    base.save()
    goal = aim(world, LEVEL_2, base=base, by=TODAY() - datetime.timedelta(days=5))
    over = "The day is over. "
    assert finding(owner.get(url(world)).content.decode()).startswith(f"{over}Not known: no later assessment")
    last = later_round(world)
    last.held_on = goal.by
    last.save()
    assert finding(owner.get(url(world)).content.decode()).startswith(f"{over}Not reached: level 0, trust ")
    after_it = later_round(world, **ALL_3)
    after_it.held_on = TODAY()
    after_it.save()
    late = finding(owner.get(url(world)).content.decode())
    assert late.startswith(f"{over}Not reached: level 0")
    assert late.endswith("Level 2 (Resolve): reached.")
