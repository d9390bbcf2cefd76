"""A newer version of the framework: what it changes, and an open assessment that goes on to it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from assessments.actions.framework_upgrade import AlreadyNewest, StillSealed, upgrade_framework
from assessments.actions.life import NoLonger
from assessments.actions.next_round import start_next_round
from assessments.content import loader
from assessments.models import AgreedStage, Answer, Assessment, AuditEntry, Milestone, Respondent
from assessments.queries.answers import kept_answer
from assessments.queries.rights import everything_of
from assessments.queries.sheets import sheet_of
from assessments.rounds.frameworks import differences
from assessments.rounds.upgrades import carried
from tests.personas import World

from .held import FIRST, SECOND, answer, held

SAME, CHANGED, ADVISED = "l1-accurate-facts", "l1-searchable-help", "l2-case-ownership"
OLD_STAGE = loader.framework().practices[CHANGED].stages[2].en


@pytest.fixture
def second(tmp_path: Path) -> Iterator[int]:
    """Version 2 in a folder of its own: one stage of a practice means something else, one title is another."""
    folder = tmp_path / "cx_pyramid_v2"
    shutil.copytree(loader.HERE / "cx_pyramid_v1", folder)
    _edit(folder / "framework.toml", "version = 1", "version = 2")
    _edit(folder / "l1.toml", OLD_STAGE, "Help is one list, and every entry has somebody who keeps it true each month.")
    _edit(folder / "l2.toml", loader.framework().practices[ADVISED].title.en, "One owner to the end")
    loader.MORE.append(tmp_path)
    loader.newest.cache_clear()
    yield 2
    loader.MORE.clear()
    loader.newest.cache_clear()
    loader.framework.cache_clear()


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def going_on(world: World) -> Assessment:
    """An open round by name in which the owner has answered two practices."""
    answer(world.respondent, {SAME: 3, CHANGED: 2})
    return world.assessment


def address(row: Assessment) -> str:
    return reverse("framework_upgrade", args=[row.code])


def test_the_difference_is_told_practice_by_practice(second: int, going_on: Assessment, owner: Client) -> None:
    page = owner.get(address(going_on)).content.decode()
    assert "Version 2 differs in 2 practices; 1 ask something else." in page
    assert "stages mean something else" in page and "shown as before, to be confirmed" in page
    assert "One owner to the end" in page and "advice reworded" in page
    assert OLD_STAGE.replace("’", "’") in page and "each month" in page


def test_without_a_newer_version_it_says_so_and_offers_nothing(going_on: Assessment, owner: Client) -> None:
    page = owner.get(address(going_on)).content.decode()
    assert "asks the newest version" in page and "Go on to the newest version" not in page
    assert "See the differences" not in owner.get(reverse("assessment", args=[going_on.code])).content.decode()


def test_only_what_says_the_same_is_carried(second: int) -> None:
    before, now = loader.framework(), loader.framework("cx-pyramid", 2)
    assert {each.practice for each in differences(before, now)} == {CHANGED, ADVISED}
    assert carried(before, now) == set(before.practices) - {CHANGED}


def test_going_on_takes_a_milestone_and_sets_changed_answers_aside(
    world: World, second: int, going_on: Assessment, owner: Client
) -> None:
    AgreedStage.objects.bulk_create(
        AgreedStage(
            workspace=world.workspace,
            assessment=going_on,
            practice=key,
            stage=2,
            reason="Seen",
            settled_at=going_on.created_at,
        )
        for key in (SAME, CHANGED)
    )  # fmt: skip
    done = owner.post(address(going_on), follow=True).content.decode()
    assert "1 answer waits to be confirmed" in done
    row = Assessment.objects.get(pk=going_on.pk)
    assert row.framework_version == 2 and Milestone.objects.get(assessment=row).number == 1
    assert set(sheet_of(row).respondents[0].answers) == {SAME}
    assert [each.practice for each in AgreedStage.objects.filter(assessment=row)] == [SAME]
    entry = AuditEntry.objects.get(act="framework-upgraded")
    assert entry.detail == {"before": 1, "after": 2, "count": 1}
    told = everything_of(world.owner, "en")["answered_in"][0]["person"]["earlier_answers"]
    assert [(each["practice"], each["stage"]) for each in told] == [(CHANGED, 2)]
    page = owner.get(reverse("question", args=[row.code, CHANGED])).content.decode()
    assert "Before the statements changed:" in page and OLD_STAGE.replace("’", "’") in page
    assert "Still true" in page and " checked" not in page and 'class="cx-last-tag"' not in page
    owner.post(reverse("question", args=[row.code, CHANGED]), {"still": "1"})
    kept = kept_answer(Respondent.objects.get(pk=world.respondent.pk), CHANGED)
    assert kept and kept.answer.stage == 2


def test_twice_does_nothing_more(world: World, second: int, going_on: Assessment) -> None:
    upgrade_framework(user=world.owner, assessment=going_on, milestone="Before")
    with pytest.raises(AlreadyNewest):
        upgrade_framework(user=world.owner, assessment=going_on, milestone="Again")
    assert Milestone.objects.count() == 1


def test_what_is_closed_or_sealed_keeps_its_version(world: World, second: int) -> None:
    closed = held(world, "Closed", FIRST, 2, state="review")
    sealed = held(world, "Sealed", SECOND, 2, state="collecting", anonymous=True)
    with pytest.raises(NoLonger):
        upgrade_framework(user=world.owner, assessment=closed, milestone="Before")
    with pytest.raises(StillSealed):
        upgrade_framework(user=world.owner, assessment=sealed, milestone="Before")
    assert not Milestone.objects.exists() and Answer.objects.filter(respondent__assessment=sealed).count() == 448


def test_readers_see_the_difference_and_change_nothing(second: int, going_on: Assessment, viewer: Client) -> None:
    page = viewer.get(address(going_on))
    assert page.status_code == 200 and "Go on to the newest version" not in page.content.decode()
    assert viewer.post(address(going_on)).status_code == 403


def test_the_next_round_asks_the_newest_and_the_comparison_leaves_out_what_changed(
    world: World, second: int, owner: Client
) -> None:
    first = held(world, "Spring", FIRST, 1)
    row = start_next_round(user=world.owner, assessment=first, title="Autumn")
    assert row.framework_version == 2
    for person in row.respondents.all():
        answer(person, dict.fromkeys(loader.framework("cx-pyramid", 2).practices, 3))
    Assessment.objects.filter(pk=row.pk).update(state="final")
    page = owner.get(reverse("rounds", args=[world.company.code])).content.decode()
    assert "1 practice asks something else now and is left out" in page and "not comparable" in page
