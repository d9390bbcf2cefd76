"""What people outside learn of the time since the round before: numbers, and steps by their practices; no own words."""

from __future__ import annotations

import io
import json
from base64 import b64decode
from dataclasses import replace
from zlib import decompress

import openpyxl
import pytest
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.actions.milestones import keep_milestone
from assessments.actions.share_links import make_share_link
from assessments.links import key_of
from assessments.models import Assessment, PlanItem
from assessments.reports.build import build
from assessments.reports.frozen import document_in, result_in
from assessments.results.sources import assess_rows, nameless_rows
from tests.personas import World

from .held import FIRST, FRAME, SECOND, done, held

L1 = [each.id for each in FRAME.by_dimension["l1"].practices]
BETWEEN = SECOND.replace(month=6)
OURS = ("Quill", "Wren", "Reworded")


@pytest.fixture
def now(world: World) -> Assessment:
    """A second round, with an own item, a step that was reworded, and one of a practice that is no more."""
    caches["reports"].clear()
    before = held(world, "Spring 2026", FIRST, 1)
    row = held(world, "Autumn 2026", SECOND, dict.fromkeys(L1, 3), previous=before)
    done(world, L1[1], BETWEEN, "Ask Ada Quill")
    steps = [done(world, L1[0], BETWEEN, "Reworded for Bo Wren"), done(world, "l9-gone", BETWEEN, "Quill again")]
    PlanItem.objects.filter(pk__in=[each.pk for each in steps]).update(origin="step", updated_at=timezone.now())
    return row


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_milestone_keeps_the_step_by_its_practice(world: World, now: Assessment, language: str) -> None:
    kept = keep_milestone(user=world.owner, assessment=now, name="Kept")
    packed = json.loads(kept.content)["reports"][language]["packed"]
    assert not any(each in decompress(b64decode(packed)).decode() for each in OURS)
    section = document_in(kept.content, language).since
    title = FRAME.practices[L1[0]].title.to(language)
    assert [(each.code, each.title, each.practice_title) for each in section.done] == [("", title, "")]
    assert [row.id for row in section.rows] == ["l1"]
    since = json.loads(result_in(kept.content, language))["since"]
    assert since["done"] == [{"title": title, "practice": L1[0]}]
    assert since["level"] == {"before": 0, "now": 1, "verdict": "up"}


def test_so_does_a_shared_report_and_its_file(world: World, now: Assessment, client: Client) -> None:
    link = make_share_link(user=world.owner, assessment=now, name="Board", language="en", may_download=True)
    page = client.post(reverse("share_link"), {"key": key_of("share", link)}, follow=True).content.decode()
    part = page[page.index('id="since"') :].partition("</section>")[0]
    assert "the level has risen from 0 to 1" in part and FRAME.practices[L1[0]].title.to("en") in part
    assert not any(each in page for each in OURS)


def test_whom_the_section_is_kept_from_gets_nothing_of_it(world: World, now: Assessment, client: Client) -> None:
    link = make_share_link(user=world.owner, assessment=now, name="Board", language="en", hidden=("since",))
    page = client.post(reverse("share_link"), {"key": key_of("share", link)}, follow=True).content.decode()
    assert 'id="pyramid"' in page and "Spring 2026" not in page


def test_a_milestones_workbook_has_the_sheet(world: World, now: Assessment, owner: Client) -> None:
    kept = keep_milestone(user=world.owner, assessment=now, name="Kept")
    answer = owner.get(reverse("milestone_file", args=[now.code, kept.code, "xlsx"]))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content))["Since last time"]
    told = {row[0]: row[1:3] for row in sheet.iter_rows(values_only=True)}
    assert told["Level attained"] == (0, 1) and told["Inform"] == (25, 75)
    assert not any(each in str(told) for each in OURS)


def test_of_an_anonymous_round_it_says_what_the_screen_says(now: Assessment) -> None:
    rounds = Assessment.objects.filter(pk__in=[now.pk, now.previous_id])
    rounds.update(anonymous=True)
    row = Assessment.objects.get(pk=now.pk)
    inside, outside = build(assess_rows(row, "en")).since, build(nameless_rows(row, ["en"])["en"]).since
    assert inside.rows and replace(outside, done=()) == replace(inside, done=())
    rounds.update(state="collecting")  # sealed: there is nothing to compare
    row.refresh_from_db()
    assert assess_rows(row, "en").since is nameless_rows(row, ["en"])["en"].since is None
