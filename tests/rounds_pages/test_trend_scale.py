"""The course of trust is drawn on the whole scale: on a part of it, noise that the words call no change would climb."""

from __future__ import annotations

from django.core.cache import caches
from django.test import Client
from django.urls import reverse

from assessments.models import Answer
from tests.personas import World

from .held import FIRST, SECOND, held


def test_a_small_change_looks_small(world: World, owner: Client) -> None:
    world.company.assessments.all().delete()
    caches["reports"].clear()
    held(world, "Spring 2026", FIRST, 2)
    later = held(world, "Autumn 2026", SECOND, 2)
    Answer.objects.filter(respondent=later.respondents.first(), practice="int-privacy").update(stage=3)
    page = owner.get(reverse("company", args=[world.company.code])).content.decode()
    figure = page.split('id="trend-trust', 1)[1].split("</svg>")[0]
    for tick in ("0", "50", "100"):
        assert f">{tick}</text>" in figure
